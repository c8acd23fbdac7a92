import Diagnostics

/// What a stretch of text is, for colouring it.
public enum HighlightStyle: UInt8, Sendable, CaseIterable {
  case plain, keyword, kind, property, function, variable, number, time, unit, text, locator, comment, documentation, error
}

/// A stretch of text and its style. `range` is in bytes.
public struct HighlightSpan: Sendable, Hashable {
  public var range: Range<Int>
  public var style: HighlightStyle

  public init(range: Range<Int>, style: HighlightStyle) {
    self.range = range
    self.style = style
  }
}

/// The spans of a text that are not plain, in order and without overlap. Works on unfinished and wrong input too.
public func highlight(_ bytes: [UInt8]) -> [HighlightSpan] {
  let file = SourceMap().add(name: "", bytes: bytes)
  var parser = Parser(file, range: 0..<bytes.count, recordsMarks: true)
  let tokens = parser.tokens
  let comments = parser.comments
  _ = parser.program()
  var canvas = Canvas(count: bytes.count)
  for comment in comments { canvas.paint(comment.start, comment.end, comment.isDocumentation ? .documentation : .comment) }
  for token in tokens { canvas.paint(token.start, token.end, style(of: token)) }
  for mark in parser.marks ?? [] {
    if let style = style(of: mark.kind) { canvas.paint(mark.start, mark.end, style) }
  }
  return canvas.spans
}

private func style(of token: Token) -> HighlightStyle {
  switch token.kind {
  case .invalid: return .error
  case .rightParenthesis, .rightBrace: return token.partner == Token.noPartner ? .error : .plain
  default: return style(of: token.kind)
  }
}

private func style(of kind: TokenKind) -> HighlightStyle {
  switch kind {
  case .variable: .variable
  case .number, .percent, .dollar: .number
  case .date: .time
  case .text: .text
  case .locator: .locator
  default: .plain
  }
}

private func style(of mark: Mark.Kind) -> HighlightStyle? {
  switch mark {
  case .keyword: .keyword
  case .property: .property
  case .kind: .kind
  case .unit: .unit
  case .function: .function
  case .time: .time
  case .locator: .locator
  case .embedded(let kind): style(of: kind)
  case .statement, .clause, .replacement, .verbatim, .prefixSign: nil
  }
}

/// One style for each byte; what is painted later covers what was painted before.
private struct Canvas {
  private var styles: [HighlightStyle]

  init(count: Int) { styles = Array(repeating: .plain, count: count) }

  mutating func paint(_ start: UInt32, _ end: UInt32, _ style: HighlightStyle) {
    for offset in (Int(start)..<max(Int(start), Int(end))).clamped(to: 0..<styles.count) { styles[offset] = style }
  }

  var spans: [HighlightSpan] {
    var spans: [HighlightSpan] = []
    var start = 0
    while start < styles.count {
      var end = start + 1
      while end < styles.count, styles[end] == styles[start] { end += 1 }
      if styles[start] != .plain { spans.append(HighlightSpan(range: start..<end, style: styles[start])) }
      start = end
    }
    return spans
  }
}
