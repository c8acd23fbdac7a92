import Casebook
import Diagnostics
import Syntax
import Testing

@testable import Semantics

/// What one text says of what another declares: more claims, and claims that no longer answer.
@Suite struct OverlayTests {
  private static let claims = """
    claim navy.personnel 5_000 in 2018 from almanac p. 3
    claim navy.personnel 6_000 as planned in 2018 from almanac p. 3
    claim navy.personnel 7_000 in 2019 from almanac p. 4
    """

  private func reading() -> Reading {
    let reading = Reading()
    #expect(reading.read(Reading.schema).isEmpty && reading.read(Self.claims).isEmpty)
    return reading
  }

  /// The reasons with the claims of the navy's personnel, in the order of the files.
  private func reasons(_ reading: Reading) throws -> [String?] {
    let casebook = reading.casebook
    let navy = try #require(casebook.entity(named: "navy"))
    let personnel = try #require(casebook.property(named: "personnel"))
    return casebook.claims(of: navy).filter { casebook[$0].property == personnel }.map { casebook[$0].details?.deprecatedBecause }
  }

  static let patterns: [(String, [String?])] = [
    ("", ["x", "x", "x"]), ("in 2018", ["x", "x", nil]), ("as planned", [nil, "x", nil]), ("as actual in 2018", ["x", nil, nil]),
    ("from almanac", ["x", "x", "x"]), ("from almanac p. 4", [nil, nil, "x"]), ("in 2019 from almanac", [nil, nil, "x"]),
  ]

  @Test(arguments: patterns) func marksWhatFits(_ pattern: String, _ expected: [String?]) throws {
    let reading = reading()
    #expect(reading.read("deprecate navy.personnel \(pattern) because \"x\"").map(\.message) == [])
    #expect(try reasons(reading) == expected)
  }

  /// In one text with the claims themselves, wherever it stands.
  @Test func marksWhatTheSameTextClaims() throws {
    let reading = Reading()
    #expect(reading.read(Reading.schema).isEmpty)
    #expect(reading.read("deprecate navy.personnel in 2019 because \"x\"\n" + Self.claims).isEmpty)
    #expect(try reasons(reading) == [nil, nil, "x"])
  }

  @Test func theFirstReasonStays() throws {
    let reading = reading()
    #expect(reading.read("deprecate navy.personnel in 2019 because \"x\"").isEmpty)
    #expect(reading.read("deprecate navy.personnel because \"y\"").isEmpty)
    #expect(try reasons(reading) == ["y", "y", "x"])
  }

  static let wrong: [(String, DiagnosticCode)] = [
    ("deprecate navy.personnel in 2020 because \"x\"", .unknownName),
    ("deprecate navy.motto because \"x\"", .unknownName),
    ("deprecate navvy.personnel because \"x\"", .unknownName),
    ("deprecate navy.personel because \"x\"", .unknownProperty),
    ("deprecate navy.personnel from almanach because \"x\"", .unknownSource),
    ("deprecate navy.personnel in 2019..2018 because \"x\"", .impossibleTime),
    ("deprecate navy.personnel in nobody because \"x\"", .unknownName),
  ]

  @Test(arguments: wrong) func whatFitsNothingIsAnError(_ text: String, _ code: DiagnosticCode) throws {
    let reading = reading()
    #expect(reading.read(text + "\ndeprecate navy.personnel because \"y\"").map(\.code) == [code])
    #expect(try reasons(reading) == [nil, nil, nil], "a text with an error changes nothing")
  }

  @Test func aBlockAddsSeveralClaims() throws {
    let reading = reading()
    #expect(
      reading.read(
        """
        citing almanac p. 9
        claim navy {
          personnel 8_000 in 2020
          ports_held 3
        }
        """
      ).map(\.message) == [])
    #expect(try reasons(reading).count == 4)
    #expect(reading.read("claim navvy { personnel 1 from almanac }").map(\.code) == [.unknownName])
  }

  /// Claims that are read only when they are asked for are marked all the same, whichever text was read first.
  @Test func marksWhatIsReadLater() throws {
    for isLater in [false, true] {
      let reading = Reading()
      let files = [Reading.schema, Self.claims, "deprecate navy.personnel in 2019 because \"x\""].enumerated().map {
        number, text in
        reading.sourceMap.add(name: "\(number)", text: text)
      }
      #expect(reading.reader.read(files: files, later: isLater).diagnostics.isEmpty)
      #expect(try reasons(reading) == [nil, nil, "x"])
      let overlay = reading.sourceMap.add(name: "overlay", text: "deprecate navy.personnel as planned because \"y\"")
      #expect(reading.reader.read(files: [overlay], later: isLater).diagnostics.isEmpty)
      #expect(try reasons(reading) == [nil, "y", "x"])
      #expect(reading.reader.takeProblems().isEmpty)
    }
  }
}
