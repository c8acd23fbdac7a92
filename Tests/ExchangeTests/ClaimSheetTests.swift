import Testing

@testable import Exchange

@Suite struct ClaimSheetTests {
  private func sheet(_ text: String) -> ClaimSheet { ClaimSheet(csv: Array(text.utf8)) }
  private func text(_ sheet: ClaimSheet) -> ClaimText { ClaimText(sheet.rows) { $0 == "motto" } }

  @Test func rowsBecomeClaims() {
    let sheet = sheet(
      #"""
      entity,property,value,unit,status,time,source,locator,words,caveat,remark
      navy,personnel,about 1200,people,planned,2018,gazette,p. 3,"so ""many""",,counted anew
      navy,motto,To {sea},,,,gazette,the cover,,"""one"", ""two""",
      army,personnel,31%,%,,,gazette,,,,

      """#)
    #expect(sheet.problems.isEmpty)
    let claims = text(sheet)
    #expect(claims.problems.isEmpty)
    #expect(
      claims.text == #"""
        claim navy {
          ## counted anew
          personnel about 1200 people as planned in 2018 from gazette p. 3 words "so \"many\""
          motto "To \{sea\}" from gazette at "the cover" caveat "one" caveat "two"
        }
        claim army {
          personnel 31% from gazette
        }

        """#)
    let value = claims.stretches.first { $0.column == .value }
    #expect(value.map { String(claims.text.utf8.dropFirst($0.range.lowerBound).prefix($0.range.count)) } == "about 1200")
  }

  @Test(arguments: [",", ";", "\t"], ["\n", "\r\n", "\r"]) func separatorsAndLineEnds(separator: String, end: String) {
    let lines = ["entity|property|value|Source", "navy|personnel|5|gazette", "", "|||", "army|personnel|\"6\"|gazette"]
    let bytes = [0xEF, 0xBB, 0xBF] + Array(lines.joined(separator: end).replacing("|", with: separator).utf8)
    let sheet = ClaimSheet(csv: bytes)
    #expect(sheet.problems.isEmpty)
    #expect(sheet.rows.map { [$0[.entity], $0[.value], $0[.source]] } == [["navy", "5", "gazette"], ["army", "6", "gazette"]])
    #expect(sheet.rows.map(\.number) == [2, 5])
  }

  static let wrong: [(String, String)] = [
    ("", "empty"), ("entity,property\nnavy,x\n", "the column value is missing"),
    ("entity,property,value,colour\n", "no column of this name"),
    ("entity,property,value,value\n", "twice"), ("entity,property,value\n\"navy,personnel,5\n", "no closing quotation mark"),
    ("entity,property,value\n\"navy\"x,personnel,5\n", "should end after"),
    ("entity,property,value\nnavy,motto,a,b\n", "more than there are headings"),
  ]

  @Test(arguments: wrong) func aWrongSheet(_ text: String, _ message: String) {
    #expect(sheet(text).problems.first?.message.contains(message) == true)
  }

  /// What would end the claim or begin another is refused, not passed on.
  @Test(arguments: [
    "navy } claim x {,personnel,5,s", "navy,personnel,5 # x,s", "navy,personnel,5; claim,s", "navy,personnel,\"5\n6\",s",
    "navy,personnel,5,s # t",
    ",personnel,5,s", "navy,,5,s", "navy,personnel,,s", "navy,personnel,\"\"\"open\",s", "navy,motto,\"\"\"a\"\" b\",s",
  ])
  func aCellThatBreaksOut(_ row: String) {
    let sheet = sheet("entity,property,value,source\n\(row)\nnavy,personnel,7,s\n")
    let claims = text(sheet)
    #expect(sheet.problems.count + claims.problems.count == 1)
    #expect(claims.text == "claim navy {\n  personnel 7 from s\n}\n")
  }

  @Test func textsOfACell() {
    for texts in [["a"], ["a", "b"], ["a \"b\" \\ {c}", ""], ["one\ntwo\t"]] {
      #expect(ClaimText.texts(texts.map(LanguageText.text).joined(separator: ", ")) == texts)
    }
    #expect(ClaimText.texts("plain, with a comma") == ["plain, with a comma"])
    for wrong in ["\"", "\"a", "\"a\\", "\"a\",", "\"a\" \"b\"", "\"a\", b"] {
      #expect(ClaimText.texts(wrong) == nil, "\(wrong)")
    }
  }

  @Test func jsonLines() {
    let text =
      "{\"entity\":\"navy\",\"property\":\"personnel\",\"value\":5}\r\n\n{\"entity\":1\n[]\n{\"entity\":\"a\",\"size\":\"3\"}\n{\"entity\":[]}\n"
    let sheet = ClaimSheet(jsonLines: Array(text.utf8))
    #expect(sheet.rows.map(\.texts).map { Array($0.prefix(3)) } == [["navy", "personnel", "5"]])
    #expect(sheet.problems.count == 4)
    let again = ClaimSheet(jsonLines: Array(sheet.jsonLines.utf8))
    #expect(again.rows.map(\.texts) == sheet.rows.map(\.texts))
  }

  @Test func names() {
    for (name, written) in [
      ("navy", "navy"), ("a_1", "a_1"), ("none", "`none`"), ("old mill", "`old mill`"), ("año", "`año`"), ("1st", "`1st`"),
    ] {
      #expect(LanguageText.name(name) == written)
    }
    for name in ["", "a`b", "a\nb"] { #expect(LanguageText.name(name) == nil) }
    for (locator, written) in [
      ("¶19", "¶19"), ("¶19-21, note 5", "¶19-21, note 5"), ("p. 31", "p. 31"), ("pp. 4-6", "pp. 4-6"),
      ("caption C1", "caption C1"),
      ("the cover", "at \"the cover\""), ("p. x", "at \"p. x\""), ("¶19; x", "at \"¶19; x\""),
    ] { #expect(LanguageText.locator(locator) == written) }
  }
}
