import TestSupport
import Testing

@testable import LineEditing

/// The painter against a model of a terminal: whatever frames follow one another, the screen must show the last one.
@Suite struct ScreenPainterTests {
  /// A small generator of its own, so that every run sees the same frames.
  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11 ^ state << 17
    }
  }

  init() { Terminal.useUTF8() }

  private func frame(of text: String, cursor: Int, width: Int, styled: Bool) -> Frame {
    var frame = Frame(width: width)
    frame.append(label: "> ", style: .faint)
    for (index, character) in text.enumerated() {
      if index == cursor { frame.placeCursor() }
      if character == "\n" {
        frame.breakLine()
        frame.append(label: ". ", style: .faint)
      } else {
        frame.append(character, style: styled && index % 3 == 0 ? TextStyle(.green) : .plain)
      }
    }
    if cursor >= text.count { frame.placeCursor() }
    return frame
  }

  private func rows(of frame: Frame) -> [String] {
    var rows = frame.rows.map { row in
      var text = row.cells.map(\.text).joined()
      while text.last == " " { text.removeLast() }
      return text
    }
    while rows.last == "" { rows.removeLast() }
    return rows
  }

  @Test(arguments: [2, 3, 7, 20, 80], ["abc", "ab日é\n", "a日e\u{301} \n\t"])
  func theScreenShowsTheLastFrame(width: Int, alphabet: String) {
    var random = Random(state: UInt64(width * 31 + alphabet.count))
    var painter = ScreenPainter()
    var screen = ScreenModel(columns: width, rows: 400)
    var text: [Character] = []
    for step in 0..<300 {
      // Mostly small changes, as typing makes them, and now and then another text.
      let place = text.isEmpty ? 0 : Int.random(in: 0...text.count, using: &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0: text = (0..<Int.random(in: 0..<60, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) }
      case 1...3 where place < text.count: text.remove(at: place)
      default: if let character = alphabet.randomElement(using: &random) { text.insert(character, at: place) }
      }
      let cursor = Int.random(in: 0...text.count, using: &random)
      let next = frame(of: String(text), cursor: cursor, width: width, styled: step % 2 == 0)
      screen.feed(painter.update(to: next).utf8)
      #expect(screen.text == rows(of: next))
      #expect((screen.cursorRow, screen.column) == (next.cursorRow, next.cursorColumn))
      guard screen.text == rows(of: next) else { return }
    }
    #expect(screen.unknown.isEmpty)
  }

  @Test func theSameFrameSendsNothing() {
    var painter = ScreenPainter()
    _ = painter.update(to: frame(of: "navy", cursor: 4, width: 80, styled: true))
    #expect(painter.update(to: frame(of: "navy", cursor: 4, width: 80, styled: true)) == "")
    #expect(painter.update(to: frame(of: "navy!", cursor: 5, width: 80, styled: true)) == "!")
  }

  @Test func wrappedRowsAreOneLineToTheTerminal() {
    var painter = ScreenPainter()
    var screen = ScreenModel(columns: 10, rows: 24)
    for count in 1...25 {
      screen.feed(
        painter.update(to: frame(of: String(repeating: "x", count: count), cursor: count, width: 10, styled: false)).utf8)
    }
    screen.resize(columns: 30)
    #expect(screen.text == ["> " + String(repeating: "x", count: 25)])
  }

  @Test func aFrameKeepsToItsWidth() {
    for width in [0, 1, 2, 5] {
      let frame = frame(of: "日\u{202E}\t\u{1b}é\n\n日日", cursor: 3, width: width, styled: false)
      #expect(frame.rows.allSatisfy { $0.columns <= max(2, width) })
      #expect(frame.cursorColumn < max(2, width))
    }
  }

  @Test func tabsReachTheNextStopAfterThePrompt() {
    let cells = frame(of: "a\tbcdefghij\tk", cursor: 0, width: 80, styled: false).rows[0].cells
    #expect(cells.map(\.text).joined() == "> a       bcdefghij       k")
  }

  @Test func aTallFrameShowsTheRowsAroundTheCursor() {
    let text = (0..<30).map { "\($0)" }.joined(separator: "\n")
    var top = 0
    let atEnd = frame(of: text, cursor: text.count, width: 20, styled: false).fitting(rows: 5, from: &top)
    #expect((atEnd.rows.count, atEnd.cursorRow, top) == (5, 4, 25))
    let atStart = frame(of: text, cursor: 0, width: 20, styled: false).fitting(rows: 5, from: &top)
    #expect((atStart.rows.count, atStart.cursorRow, top) == (5, 0, 0))
    let all = frame(of: "a", cursor: 0, width: 20, styled: false).fitting(rows: 0, from: &top)
    #expect(all.rows.count == 1)
  }
}
