import Syntax
import Testing

@Suite struct HighlighterTests {
  /// The spans of a text, as `style:text`.
  private func spans(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return highlight(bytes).map { "\($0.style):" + String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test func coloursAClaim() {
    #expect(
      spans("institution navy \"Navy\" {\n  personnel about 15_000 people in 2018 from ellis ¶19 # note\n}") == [
        "kind:institution", "text:\"Navy\"", "property:personnel", "keyword:about", "number:15_000", "unit:people", "keyword:in",
        "time:2018", "keyword:from", "locator:¶19", "comment:# note",
      ])
  }

  @Test func coloursAComparison() {
    #expect(
      spans("compare army, navy on personnel in $year across planned vs actual") == [
        "keyword:compare", "keyword:on", "keyword:in", "variable:$year", "keyword:across", "keyword:planned", "keyword:vs",
        "keyword:actual",
      ])
  }

  @Test func aKeywordThatIsANameIsPlain() {
    #expect(spans("count.size") == ["property:size"])
    #expect(spans("where = 3") == ["number:3"])
    #expect(spans("institutions | where count > 3") == ["keyword:where", "number:3"])
  }

  @Test func coloursExpressionsInTexts() {
    #expect(
      spans("say \"from {a.b in 2017} to {f(3)}\"") == [
        "keyword:say", "text:\"from ", "property:b", "keyword:in", "time:2017", "text: to ", "function:f", "number:3", "text:\"",
      ])
  }

  @Test func coloursUnfinishedAndWrongInput() {
    #expect(spans("compare army, navy on") == ["keyword:compare", "keyword:on"])
    #expect(spans("say \"open") == ["keyword:say", "text:\"open"])
    #expect(spans("a)") == ["error:)"])
    #expect(spans("a ^ b") == ["error:^"])
    #expect(spans("## documentation\n# comment") == ["documentation:## documentation", "comment:# comment"])
    #expect(spans("") == [])
  }

  @Test func coloursTimesAndPlaces() {
    #expect(spans("a.b over 2006..2018") == ["property:b", "keyword:over", "time:2006..2018"])
    #expect(spans("claim a.b 3 from s p. 31") == ["keyword:claim", "property:b", "number:3", "keyword:from", "locator:p. 31"])
    #expect(spans("2017 - 12") == ["number:2017", "number:12"])
  }

  /// Spans are in order, apart and inside the text.
  @Test(arguments: CorpusTests.files + ["errors.cases", "recovery.cases"]) func spansAreInOrder(_ name: String) {
    for item in Corpus.cases(name) {
      let bytes = Array(item.input.utf8)
      var last = 0
      for span in highlight(bytes) {
        #expect(span.range.lowerBound >= last && span.range.upperBound > span.range.lowerBound, "\(item)")
        last = span.range.upperBound
      }
      #expect(last <= bytes.count)
    }
  }
}
