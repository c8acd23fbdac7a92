import Testing

@testable import LineEditing

@Suite struct CandidateMenuTests {
  init() { Terminal.useUTF8() }

  private func page(_ candidates: [Candidate], width: Int, height: Int) -> [String] {
    var menu = CandidateMenu(candidates: candidates, contents: EditedText(""))
    return menu.rows(width: width, height: height).map { row in
      var text = row.map(\.text).joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  private let names = ["ab", "cd", "ef", "gh", "ij"].map { Candidate(text: $0) }

  @Test func namesRunDownTheColumns() {
    #expect(page(names, width: 13, height: 3) == ["ab  ef  ij", "cd  gh"])
    #expect(page(names, width: 80, height: 10) == ["ab  cd  ef  gh  ij"])
    #expect(page(names, width: 3, height: 10) == ["ab", "cd", "ef", "gh", "ij"])
  }

  @Test func detailsGoBeforeNamesDo() {
    let candidates = [
      Candidate(text: "navy", detail: "Mexican Navy, founded 1821"), Candidate(text: "naval_infantry", detail: "marines"),
    ]
    #expect(page(candidates, width: 60, height: 5) == ["navy            Mexican Navy, founded 1821", "naval_infantry  marines"])
    #expect(page(candidates, width: 32, height: 5) == ["navy            Mexican Navy, …", "naval_infantry  marines"])
    #expect(page(candidates, width: 20, height: 5) == ["navy", "naval_infantry"])
    #expect(page(candidates, width: 8, height: 5) == ["navy", "naval_…"])
  }

  @Test func wideNamesAreMeasuredInColumns() {
    let candidates = ["日本", "ab", "cde"].map { Candidate(text: $0) }
    #expect(page(candidates, width: 40, height: 1) == ["日本  ab    cde"])
  }

  @Test func noRowIsEverTooWideOrOneTooMany() {
    let candidates = (0..<200).map {
      Candidate(text: "名\($0)", detail: $0 % 3 == 0 ? "" : String(repeating: "detail ", count: $0 % 7))
    }
    for width in 1...70 {
      for height in 0...12 {
        var menu = CandidateMenu(candidates: candidates, contents: EditedText(""))
        let rows = menu.rows(width: width, height: height)
        #expect(rows.count <= height)
        #expect(rows.allSatisfy { $0.columns <= max(1, width) })
      }
    }
  }

  @Test func pagesShowEveryCandidateOnce() {
    let candidates = (100..<350).map { Candidate(text: "n\($0)") }
    var menu = CandidateMenu(candidates: candidates, contents: EditedText(""))
    var seen: [String] = []
    while seen.count < candidates.count {
      let rows = menu.rows(width: 30, height: 7)
      let text = rows.dropLast().flatMap { $0.map(\.text).joined().split(separator: " ").map(String.init) }
      guard !text.isEmpty else { break }
      seen += text
      menu.turnPage()
    }
    #expect(seen.sorted() == candidates.map(\.text))
  }

  @Test func whatCandidatesShare() {
    #expect(LineEditor.commonPrefix(of: []) == "")
    #expect(LineEditor.commonPrefix(of: ["navy"]) == "navy")
    #expect(LineEditor.commonPrefix(of: ["navy", "naval"]) == "nav")
    #expect(LineEditor.commonPrefix(of: ["é", "e"]) == "")
  }
}
