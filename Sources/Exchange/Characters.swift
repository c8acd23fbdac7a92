/// Bytes that readers of several formats ask for.
extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }
}

/// Bytes that were read from a file, without the mark by which some programs begin one.
struct FileText {
  let bytes: [UInt8]
  /// Where the text begins: after the byte order mark, if there is one.
  let start: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// What is wrong with the encoding; nil where the bytes are UTF-8.
  var problem: ExchangeProblem? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return ExchangeProblem("this file is in UTF-16", at: 0..<2, "its mark", hint: "save it as UTF-8")
    }
    guard let offset = firstInvalid else { return nil }
    return ExchangeProblem(
      "this file is not UTF-8", at: offset..<offset + 1, "no character",
      hint: "it is probably in Latin-1 or Windows-1252; save it as UTF-8 (in a spreadsheet: CSV UTF-8)")
  }

  private var firstInvalid: Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: return min(offset, max(0, bytes.count - 1))
      }
    }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self) }
}

extension String {
  /// Without blanks and line ends at either side.
  var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
