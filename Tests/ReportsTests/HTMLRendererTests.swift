import Reports
import Testing

@Suite struct HTMLRendererTests {
  @Test func sampleIsWellFormed() {
    let checker = HTMLChecker(HTMLRenderer().render(Sample.document))
    #expect(checker.problems == [])
    #expect(checker.tags["table"] == 1 && checker.tags["caption"] == 1 && checker.tags["main"] == 1)
  }

  @Test func nothingIsFetched() {
    let page = HTMLRenderer().render(Document(blocks: [.paragraph([.text("x")])]))
    for sign in ["src=", "@import", "url(", "<link", "<script", "http:", "https:"] { #expect(!page.contains(sign)) }
  }

  @Test func notesLinkBackToEveryMark() {
    let document = Document(
      blocks: [.paragraph([.text("a"), .noteMark([1]), .text("b"), .noteMark([1, 2])])],
      notes: [Note(number: 1, content: [.text("one")]), Note(number: 2, content: [.text("two")])])
    let page = HTMLRenderer().render(document)
    for id in ["mark-1-1", "mark-1-2", "mark-2-1"] {
      #expect(page.contains("id=\"\(id)\"") && page.contains("href=\"#\(id)\""))
    }
    #expect(HTMLChecker(page).problems == [])
  }

  /// What the checker is for: it must find fault with pages that have one.
  @Test(arguments: [
    "<p>", "<p></b></p>", "<p a=b></p>", "a < b", "a & b", "<p id=\"a\"></p><p id=\"a\"></p>", "<a href=\"#x\"></a>", "<h2></h2>",
    "<p onclick=\"x\"></p>", "<p", "<a href=\"javascript:x\"></a>",
  ])
  func checkerFindsFaults(page: String) {
    #expect(HTMLChecker("<!DOCTYPE html>\n" + page).problems != [])
  }
}
