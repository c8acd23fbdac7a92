import Diagnostics

/// Thrown to leave a statement that could not be read. The message has already been made.
struct SyntaxFailure: Error {}

/// Reads tokens into the tree, by recursive descent.
///
/// A function that cannot go on reports one message and throws `SyntaxFailure`; the statement or claim line around it then becomes
/// `invalid`, and reading goes on at the next one. Depth is counted, so no input can exhaust the stack.
struct Parser {
  let file: SourceFile
  let bytes: [UInt8]
  var tokens: [Token]
  var comments: [Comment]
  var diagnostics: [Diagnostic]

  /// The token to be read next.
  var index = 0
  /// How many round brackets are open; in them, line ends don't count.
  var brackets = 0
  /// A token that begins a line but goes on with the statement, because the line before ended in an operator or a comma.
  var forgiven = -1
  /// How many brackets, prefix signs, blocks and texts stand around the current token.
  var depth = 0
  /// The height of the expression just read.
  var height = 0
  /// In a list of measures, a time or status without brackets belongs to the whole statement.
  var leavesQualifiers = false
  /// The first token of the statement being read.
  var statementStart = 0
  /// Offsets of the errors found by the lexer: in a statement that has one, nothing more is reported.
  var lexicalErrors: [UInt32]
  /// Where the last text or name begins that has no end, and so may have taken a bracket along.
  let lastUnclosed: UInt32?
  /// Set where the text ended just after an operator or a comma, so that more was due.
  var endedAfterOperator = false
  /// What the formatter and the highlighter want to know of each word; nil when nobody asks.
  var marks: [Mark]?

  /// The greatest depth of brackets and of any tree; the checker and the evaluator rely on it.
  static let greatestDepth = 200

  init(_ file: SourceFile, range: Range<Int>, recordsMarks: Bool = false) {
    self.file = file
    bytes = file.bytes
    var lexer = Lexer(file.bytes, file: file.id, range: range)
    lexer.run()
    tokens = lexer.tokens
    comments = lexer.comments
    diagnostics = lexer.diagnostics
    lexicalErrors = lexer.diagnostics.filter { $0.severity == .error }.map { $0.labels[0].range.start }
    lastUnclosed = lexer.diagnostics.last { $0.code == .unclosedText || $0.code == .unclosedName }?.labels[0].range.start
    marks = recordsMarks ? [] : nil
  }

  // MARK: Looking

  @inline(__always) var token: Token { tokens[index] }

  /// Whether the current token begins a new line that ends the statement.
  @inline(__always) var isAtLineBreak: Bool {
    tokens[index].startsLine && index != forgiven && (brackets == 0 || beginsStatement(index))
  }

  /// The kind of the current token; `.endOfLine` where the statement's line has ended.
  @inline(__always) var kind: TokenKind {
    let kind = tokens[index].kind
    return isAtLineBreak && kind != .endOfFile ? .endOfLine : kind
  }

  /// The word of the current token; `.none` where the line has ended.
  @inline(__always) var word: Word { isAtLineBreak ? .none : tokens[index].word }

  /// The kind of a token further on in the same line.
  func kind(ahead count: Int) -> TokenKind {
    let last = tokens.count - 1
    for offset in 1...max(1, count) {
      guard index + offset <= last else { return .endOfFile }
      let next = tokens[index + offset]
      if next.kind == .endOfFile { return .endOfFile }
      if next.startsLine, brackets == 0 { return .endOfLine }
    }
    return tokens[index + count].kind
  }

  func word(ahead count: Int) -> Word {
    switch kind(ahead: count) {
    case .name: tokens[index + count].word
    default: .none
    }
  }

  /// Whether the token further on touches the one before it.
  func touches(ahead count: Int) -> Bool { index + count < tokens.count && tokens[index + count].touches }

  /// Whether the statement ends before the current token.
  @inline(__always) var isAtEnd: Bool {
    switch kind {
    case .endOfFile, .endOfLine, .semicolon, .rightBrace: true
    default: false
    }
  }

  // MARK: Moving

  @inline(__always)
  mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  /// Passes a word that is a keyword here.
  mutating func advanceKeyword() {
    mark(.keyword)
    advance()
  }

  /// Lets the statement go on in the next line, as it does after an operator or a comma.
  mutating func continueLine() {
    let next = tokens[index]
    if next.kind == .endOfFile {
      endedAfterOperator = true
    } else if next.startsLine, !beginsStatement(index) {
      forgiven = index
    }
  }

  /// Passes the sign if it stands here.
  mutating func accept(_ wanted: TokenKind) -> Bool {
    guard kind == wanted else { return false }
    advance()
    return true
  }

  /// Passes a comma; the statement may go on in the next line.
  mutating func acceptComma() -> Bool {
    guard accept(.comma) else { return false }
    continueLine()
    return true
  }

  mutating func accept(keyword wanted: Word) -> Bool {
    guard word == wanted else { return false }
    advanceKeyword()
    return true
  }

  // MARK: Ranges and texts

  func range(_ token: Token) -> SourceRange {
    SourceRange(file: file.id, start: Int(token.start), end: Int(token.end))
  }

  /// From a token to the one just read.
  func range(from first: Int) -> SourceRange {
    let last = max(first, index - 1)
    return SourceRange(file: file.id, start: Int(tokens[first].start), end: Int(tokens[last].end))
  }

  /// The place of the current token; the end of the line before where the statement has ended.
  var here: SourceRange {
    switch kind {
    case .endOfFile, .endOfLine:
      let end = index > 0 ? Int(tokens[index - 1].end) : Int(tokens[index].start)
      return SourceRange(file: file.id, start: end, end: end)
    default: return range(token)
    }
  }

  func text(_ token: Token) -> String { String(decoding: bytes[token.offsets], as: UTF8.self) }

  /// The name that a token spells, without back-ticks.
  func identifier(_ token: Token) -> Identifier {
    if token.kind == .quotedName {
      let isClosed = !token.flags.contains(.broken)
      let content = Int(token.start) + 1..<max(Int(token.start) + 1, Int(token.end) - (isClosed ? 1 : 0))
      return Identifier(String(decoding: bytes[content], as: UTF8.self), at: range(token), isQuoted: true)
    }
    return Identifier(text(token), at: range(token))
  }

  // MARK: Marks

  /// Notes what the current token is.
  @inline(__always)
  mutating func mark(_ kind: Mark.Kind) {
    if marks != nil { record(kind, from: index, to: index) }
  }

  /// Notes what the tokens from one to another are.
  mutating func record(_ kind: Mark.Kind, from first: Int, to last: Int) {
    marks?.append(Mark(start: tokens[first].start, end: tokens[last].end, kind: kind))
  }
}
