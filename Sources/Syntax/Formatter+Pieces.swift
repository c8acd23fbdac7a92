/// What the formatter needs of the parser's marks, by the offset at which each stands.
struct LayoutNotes {
  var statements: Set<UInt32> = []
  var clauses: Set<UInt32> = []
  var keywords: Set<UInt32> = []
  var prefixSigns: Set<UInt32> = []
  var replacements: [UInt32: (end: UInt32, text: String)] = [:]
  var verbatims: [UInt32: UInt32] = [:]

  init(_ marks: [Mark]) {
    for mark in marks {
      switch mark.kind {
      case .statement: statements.insert(mark.start)
      case .clause: clauses.insert(mark.start)
      case .keyword: keywords.insert(mark.start)
      case .prefixSign: prefixSigns.insert(mark.start)
      case .replacement(let text): replacements[mark.start] = (mark.end, text)
      case .verbatim: verbatims[mark.start] = mark.end
      case .property, .kind, .unit, .function, .time, .locator, .embedded: break
      }
    }
  }

  /// The canonical text of a token that is not replaced with others.
  func text(of token: Token, in bytes: [UInt8]) -> String {
    let written = String(decoding: bytes[token.offsets], as: UTF8.self)
    if token.kind == .name, token.word != .none, keywords.contains(token.start) { return token.word.rawValue }
    guard token.flags.contains(.typographic) else { return written }
    switch token.kind {
    case .text: return straight(written)
    case .equal: return "="
    case .notEqual: return "!="
    case .lessOrEqual: return "<="
    case .greaterOrEqual: return ">="
    case .minus: return "-"
    case .star: return "*"
    case .slash: return "/"
    case .dotDot: return ".."
    case .plusMinus: return "±"
    default: return written
    }
  }

  /// A text with straight quotation marks around it.
  private func straight(_ written: String) -> String {
    var content = written.dropFirst()
    if let last = content.last, "\"“”„‟".contains(last) { content = content.dropLast() }
    return "\"\(content)\""
  }
}

/// A token, or several that are written as one, as the formatter writes them.
struct Piece {
  var kind: TokenKind
  var text: String
  var start: UInt32
  /// How many round brackets are open around it.
  var parentheses: Int
  var isKeyword = false
  var isPrefixSign = false
  /// It was the first on its line.
  var startsLine = false
  /// A clause of a claim begins with it.
  var startsClause = false
  /// No blank stood before it.
  var touches = false
  /// It joins what stands on both sides, or what stands before it, without blanks.
  var isJoined = false
  var hasSpaceBefore = false

  init(_ token: Token, text: String, parentheses: Int) {
    kind = token.kind
    self.text = text
    start = token.start
    self.parentheses = parentheses
  }

  /// The columns that it takes.
  var width: Int { text.unicodeScalars.count }

  /// Whether a blank stands between two neighbours.
  static func needsSpace(between left: Piece, and right: Piece) -> Bool {
    if right.isJoined || (left.isJoined && left.text == "..") { return false }
    if left.text.hasSuffix(" ") || right.text.hasPrefix(" ") { return false }
    switch right.kind {
    case .comma, .rightParenthesis, .percent, .dot, .colon: return false
    case .dotDot: return !right.touches
    case .leftParenthesis:
      if left.kind == .leftParenthesis || left.isPrefixSign { return false }
      // One that touches a name is that of a call.
      let isCall = (left.kind == .name || left.kind == .quotedName) && !left.isKeyword && right.touches
      return !isCall
    case .question where left.kind == .number || (left.kind == .name && !left.isKeyword): return !right.touches
    default: break
    }
    switch left.kind {
    case .leftParenthesis, .dot, .at, .dollar: return false
    case .dotDot: return !right.touches || right.kind == .pipe
    case .minus where left.isPrefixSign: return false
    case .number where right.kind == .name: return !right.touches
    default: return true
    }
  }
}
