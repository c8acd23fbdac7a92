import Diagnostics

/// Whether an entry at the prompt is a whole one, so that Enter runs it, or goes on in the next line.
public enum Completeness: Sendable, Hashable {
  case complete
  /// The brackets and texts that are still open, outermost first; none where the last line ends in an operator or a comma.
  case incomplete(open: [OpenBracket])
}

/// A bracket or a text of several lines that is still open.
public struct OpenBracket: Sendable, Hashable {
  /// `(`, `{` or `"""`.
  public var sign: String
  /// Its first byte in the entry.
  public var offset: Int
  /// Its line in the entry, from 1.
  public var line: Int

  public init(sign: String, offset: Int, line: Int) {
    self.sign = sign
    self.offset = offset
    self.line = line
  }
}

/// Whether the text is a whole entry. One with an error that more lines can't mend is complete, so that the error is shown at once; so is
/// one with an open quotation mark, since a text ends on its line.
public func completeness(of text: String) -> Completeness {
  let file = SourceMap().add(name: "", text: text)
  var lexer = Lexer(file.bytes, file: file.id, range: 0..<file.bytes.count)
  lexer.run()
  var open = lexer.openBrackets.map { Int(lexer.tokens[Int($0)].start) }.map { offset in
    OpenBracket(
      sign: file.bytes[offset] == 0x7B ? "{" : "(", offset: offset, line: file.lineTable.line(at: offset))
  }
  for token in lexer.tokens where token.kind == .text && token.flags.isSuperset(of: [.broken, .multiline]) {
    open.append(OpenBracket(sign: "\"\"\"", offset: Int(token.start), line: file.lineTable.line(at: Int(token.start))))
  }
  if !open.isEmpty { return .incomplete(open: open) }
  var parser = Parser(file, range: 0..<file.bytes.count)
  _ = parser.program()
  return parser.endedAfterOperator ? .incomplete(open: []) : .complete
}
