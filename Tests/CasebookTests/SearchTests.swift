import Testing

@testable import Casebook

@Suite struct SearchTests {
  private func hits(_ words: String) throws -> [String] {
    var small = try SmallCasebook()
    try small.entity("harbour", "Port of Altávila")
    try small.claim("harbour", "aka", .text(["Old Quay", "The port's basin"]))
    try small.claim("harbour", "led_by", .none) {
      $0.details = ClaimDetails(
        scope: "at the port", caveats: ["Airport only"], words: "nobody in charge", documentation: "Checked.")
    }
    return small.casebook.search(words).map(\.text)
  }

  @Test(arguments: [
    ("port", ["Port of Altávila", "The port's basin", "at the port"]), ("ALTAVILA", ["Port of Altávila"]),
    ("in charge", ["nobody in charge"]),
    ("port basin", ["The port's basin"]), ("nobo", ["nobody in charge"]), ("checked", ["Checked."]), ("altavila port", []),
    ("", []), ("!", []),
    ("airport", ["Airport only"]),
  ])
  func finds(words: String, texts: [String]) throws {
    #expect(try hits(words) == texts)
  }
}
