/// One word, number, text or sign, by its place in the file. Sixteen bytes; the text is made only when it is needed.
struct Token {
  var start: UInt32
  var end: UInt32
  /// For a bracket: the index of the one that closes or opens it; `Token.noPartner` where that is missing.
  var partner: UInt32 = Token.noPartner
  var kind: TokenKind
  var flags: TokenFlags
  /// The word of the grammar that a bare name spells.
  var word: Word = .none

  static let noPartner = UInt32.max

  @inline(__always) var startsLine: Bool { flags.contains(.startsLine) }
  /// No blank and no line end stands before it.
  @inline(__always) var touches: Bool { !flags.contains(.blankBefore) }
  var offsets: Range<Int> { Int(start)..<Int(end) }
}

enum TokenKind: UInt8 {
  case endOfFile
  /// Never made by the lexer: what the parser sees where a line ends that ends the statement too.
  case endOfLine
  case name
  /// In back-ticks.
  case quotedName
  /// `$name`
  case variable
  case number
  /// `2017-12`, `2018-02-14`, `2016~`
  case date
  case text
  /// `¶19`
  case locator
  /// `$` before a digit.
  case dollar
  /// An en or em dash.
  case dash
  case dot, dotDot, comma, semicolon, colon, pipe, arrow, at, question, percent
  case leftParenthesis, rightParenthesis, leftBrace, rightBrace
  case plus, minus, plusMinus, star, slash
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  /// Already reported.
  case invalid
}

struct TokenFlags: OptionSet {
  let rawValue: UInt8

  /// The first of its line.
  static let startsLine = TokenFlags(rawValue: 1)
  /// A blank or a line end stands before it.
  static let blankBefore = TokenFlags(rawValue: 2)
  /// A `##` line stands directly before it.
  static let documented = TokenFlags(rawValue: 4)
  /// A text with escapes or expressions in it.
  static let composed = TokenFlags(rawValue: 8)
  /// Begun but not ended, or otherwise wrong in itself; already reported.
  static let broken = TokenFlags(rawValue: 16)
  /// A text in three quotation marks.
  static let multiline = TokenFlags(rawValue: 32)
  /// A text in typographic quotation marks; a sign in another than its canonical form.
  static let typographic = TokenFlags(rawValue: 64)
}

/// A comment, from its `#` to the end of its line.
struct Comment {
  var start: UInt32
  var end: UInt32
  /// The index of the token that follows.
  var nextToken: UInt32
  /// Nothing but blanks stands before it on its line.
  var isAlone: Bool
  /// `##`
  var isDocumentation: Bool
}
