import Names
import TestSupport
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
    ("port", ["Port of Altávila", "The port's basin", "at the port"]),
    ("por", ["Port of Altávila", "The port's basin", "at the port"]),
    ("port o", ["Port of Altávila"]), ("basins", []), ("ALTAVILA", ["Port of Altávila"]),
    ("in charge", ["nobody in charge"]),
    ("port basin", ["The port's basin"]), ("nobo", ["nobody in charge"]), ("checked", ["Checked."]), ("altavila port", []),
    ("", []), ("!", []),
    ("airport", ["Airport only"]),
  ])
  func finds(words: String, texts: [String]) throws {
    #expect(try hits(words) == texts)
  }

  @Test func wholeWordsComeFirst() throws {
    var small = try SmallCasebook()
    try small.entity("pier", "Pier")
    try small.claim("pier", "aka", .text(["eggshells"]))
    try small.claim("pier", "aka", .text(["All its eggs in one basket"]))
    try small.entity("eggs", "Eggshell Point")
    #expect(small.casebook.search("egg").map(\.text) == ["Eggshell Point", "eggshells", "All its eggs in one basket"])
    #expect(small.casebook.search("eggs").map(\.text) == ["Eggshell Point", "All its eggs in one basket", "eggshells"])
  }

  @Test(arguments: [
    ("Señor Núñez's U.S. visit", "us visit", "Señor Núñez's |U.S. visit|"), ("Peña", "pena", "|Peña|"),
    ("a, b — c; d", "b c", "a, |b — c|; d"), ("El «Chapo» escapó", "chapo", "El «|Chapo|» escapó"),
  ])
  func showsWhatWasFound(text: String, words: String, shown: String) throws {
    var small = try SmallCasebook()
    try small.entity("pier", "Pier")
    try small.claim("pier", "aka", .text([text]))
    let hit = try #require(small.casebook.search(words).first)
    let snippet = hit.snippet()
    #expect("\(snippet.before)|\(snippet.found)|\(snippet.after)" == shown)
  }

  @Test func aLongTextIsCut() throws {
    var small = try SmallCasebook()
    try small.entity("pier", "Pier")
    let text = String(repeating: "sea ", count: 50_000) + "anchor" + String(repeating: " sea", count: 50_000)
    try small.claim("pier", "aka", .text([text]))
    let snippet = try #require(small.casebook.search("anchor").first).snippet(around: 12)
    #expect(snippet.before == "… sea sea " && snippet.found == "anchor" && snippet.after == " sea sea …")
  }

  /// The fast scan finds what folding the whole text and looking for the phrase finds.
  @Test func findsWhatFoldingFinds() {
    var random = SplitMix(seed: 7)
    let letters = ["a", "b", "A", "á", "Ñ", "ß", "'", "’", "s", ".", " ", " ", "-", "1", "\u{301}", "\n", "字"]
    func text(upTo length: Int) -> String {
      (0..<Int.random(in: 0...length, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }.joined()
    }
    for _ in 0..<4_000 {
      let (phrase, text) = (text(upTo: 4), text(upTo: 14))
      let words = NameWords.split(foldName(phrase))
      guard var finder = PhraseFinder(phrase) else {
        #expect(words.isEmpty)
        continue
      }
      let folded = NameWords.split(foldName(text))
      let found = finder.find(in: text)
      let starts = folded.indices.filter { start in
        start + words.count <= folded.count && folded[start..<start + words.count - 1].elementsEqual(words.dropLast())
          && folded[start + words.count - 1].hasPrefix(words[words.count - 1])
      }
      let whole = starts.first { folded[$0 + words.count - 1] == words[words.count - 1] }
      #expect(found?.wordsBefore == whole ?? starts.first, "\(phrase.debugDescription) in \(text.debugDescription)")
      #expect(found.map(\.isWhole) == (starts.isEmpty ? nil : whole != nil))
    }
  }
}
