/// An entry and the cursor in it, and where the editing commands go from there. Positions count Unicode scalars, as libedit does;
/// they are moved by graphemes, so that no command stops inside one.
struct EditedText: Hashable {
  let scalars: [Unicode.Scalar]
  let cursor: Int

  init(scalars: [Unicode.Scalar], cursor: Int) {
    self.scalars = scalars
    self.cursor = min(max(0, cursor), scalars.count)
  }

  init(_ text: String, cursor: Int? = nil) {
    let scalars = Array(text.unicodeScalars)
    self.init(scalars: scalars, cursor: cursor ?? scalars.count)
  }

  var text: String { Self.string(scalars[...]) }
  var isEmpty: Bool { scalars.isEmpty }
  var isCursorAtEnd: Bool { cursor == scalars.count }
  var textBeforeCursor: String { Self.string(scalars[..<cursor]) }
  var lineBeforeCursor: ArraySlice<Unicode.Scalar> { scalars[lineStart..<cursor] }
  var isFirstLine: Bool { !scalars[..<cursor].contains("\n") }
  var isLastLine: Bool { !scalars[cursor...].contains("\n") }

  /// The position as a number of UTF-8 bytes.
  func utf8Offset(of position: Int) -> Int { scalars[..<position].reduce(0) { $0 + UTF8.width($1) } }

  /// The position of a number of UTF-8 bytes, rounded down to a scalar and held within the text.
  func position(ofUTF8 offset: Int) -> Int {
    var bytes = 0
    for (position, scalar) in scalars.enumerated() {
      bytes += UTF8.width(scalar)
      if bytes > offset { return position }
    }
    return offset < 0 ? 0 : scalars.count
  }

  static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  // MARK: Where commands go

  var lineStart: Int { (scalars[..<cursor].lastIndex(of: "\n") ?? -1) + 1 }
  var lineEnd: Int { scalars[cursor...].firstIndex(of: "\n") ?? scalars.count }

  /// The beginning of the grapheme before the cursor.
  var previousGrapheme: Int {
    // A line break always ends a grapheme, so only this line matters.
    guard cursor > 0 else { return 0 }
    let start = lineStart == cursor ? cursor - 1 : lineStart
    guard let last = Self.string(scalars[start..<cursor]).last else { return start }
    return cursor - last.unicodeScalars.count
  }

  /// The end of the grapheme at the cursor.
  var nextGrapheme: Int {
    guard cursor < scalars.count else { return cursor }
    guard let first = Self.string(scalars[cursor..<min(lineEnd + 1, scalars.count)]).first else { return cursor + 1 }
    return cursor + first.unicodeScalars.count
  }

  /// Back over anything that is no letter or digit, then over letters and digits.
  var wordStart: Int {
    let end = scalars[..<cursor].lastIndex(where: Self.isWord).map { $0 + 1 } ?? 0
    return (scalars[..<end].lastIndex { !Self.isWord($0) } ?? -1) + 1
  }

  var wordEnd: Int {
    let start = scalars[cursor...].firstIndex(where: Self.isWord) ?? scalars.count
    return scalars[start...].firstIndex { !Self.isWord($0) } ?? scalars.count
  }

  /// Back over blanks, then over whatever is no blank.
  var blankDelimitedWordStart: Int {
    let end = scalars[..<cursor].lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? 0
    return (scalars[..<end].lastIndex { $0.properties.isWhitespace } ?? -1) + 1
  }

  /// The place in the line above with as many graphemes before it; nil in the first line.
  var lineAbove: Int? {
    let start = lineStart
    guard start > 0 else { return nil }
    return EditedText(scalars: scalars, cursor: start - 1).position(inSameLineAfterGraphemes: graphemesBeforeCursor)
  }

  /// The place in the line below with as many graphemes before it; nil in the last line.
  var lineBelow: Int? {
    let end = lineEnd
    guard end < scalars.count else { return nil }
    return EditedText(scalars: scalars, cursor: end + 1).position(inSameLineAfterGraphemes: graphemesBeforeCursor)
  }

  private var graphemesBeforeCursor: Int { Self.string(lineBeforeCursor).count }

  private func position(inSameLineAfterGraphemes count: Int) -> Int {
    let line = Self.string(scalars[lineStart..<lineEnd])
    return lineStart + line.prefix(count).unicodeScalars.count
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }
}
