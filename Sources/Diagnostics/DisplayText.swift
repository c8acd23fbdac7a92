/// How text of unknown origin looks on a terminal: how many cells each character takes, and what stands in for one that would steer
/// the terminal.
enum DisplayText {
  /// One code point as it is shown.
  struct Sign {
    var shown: String
    /// The cells that it takes: 0 for a mark on the sign before it, 2 for a wide one.
    var cells: Int
    /// The offset of its first byte in what was read.
    var offset: Int
  }

  private static let tabWidth = 4

  /// The signs of some bytes; `offset` is that of the first.
  static func signs(of bytes: ArraySlice<UInt8>) -> [Sign] {
    var signs: [Sign] = []
    var offset = bytes.startIndex
    var cells = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      var sign = Sign(shown: String(scalar), cells: 1, offset: offset)
      if scalar == "\t" {
        sign.cells = tabWidth - cells % tabWidth
        sign.shown = String(repeating: " ", count: sign.cells)
      } else if let picture = picture(of: scalar) {
        sign.shown = String(picture)
      } else {
        sign.cells = Self.cells(of: scalar)
      }
      // A replaced byte is one byte long in the file, whatever its sign takes.
      offset += scalar == "\u{FFFD}" ? replacedLength(bytes, at: offset) : UTF8.width(scalar)
      cells += sign.cells
      signs.append(sign)
    }
    return signs
  }

  /// The number of bytes for which one replacement character stands.
  private static func replacedLength(_ bytes: ArraySlice<UInt8>, at offset: Int) -> Int {
    guard offset < bytes.endIndex else { return 1 }
    if bytes[offset...].starts(with: [0xEF, 0xBF, 0xBD]) { return 3 }
    var decoder = UTF8()
    var iterator = bytes[offset...].makeIterator()
    guard case .error = decoder.decode(&iterator) else { return 1 }
    // The decoder takes a truncated sequence as one error: its continuation bytes belong to it.
    var length = 1
    let first = bytes[offset]
    let longest = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
    while length < longest, offset + length < bytes.endIndex, bytes[offset + length] & 0xC0 == 0x80, first >= 0xC2 { length += 1 }
    return length
  }

  /// What is shown instead of a character that would steer a terminal or hide text; nil for any other.
  static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB: "\u{FFFD}"
    default: nil
    }
  }

  /// A text for one line, with nothing in it that steers the terminal.
  static func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { picture(of: $0) != nil }) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(scalar == "\t" || scalar == "\n" ? " " : picture(of: scalar) ?? scalar) }
    return String(shown)
  }

  /// The cells that a text takes.
  static func cells(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + cells(of: $1) }
  }

  /// The cells of a code point: wide for East Asian letters and emoji, none for combining marks.
  static func cells(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// Breaks a text into lines of at most `width` cells, at blanks; a word that is longer stays whole.
  static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let length = cells(of: String(word))
      if !line.isEmpty, used + 1 + length > width {
        lines.append(line)
        line = ""
        used = 0
      }
      if !line.isEmpty {
        line += " "
        used += 1
      }
      line += word
      used += length
    }
    lines.append(line)
    return lines
  }
}
