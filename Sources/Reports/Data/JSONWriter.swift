import Evidence

/// Writes JSON (RFC 8259) in the order in which it is told: keys never move, so equal documents give equal bytes.
///
/// Structures are indented, except those that ask to stand on one line.
struct JSONWriter {
  private(set) var text = ""
  private var open: [(closing: String, isInline: Bool, isEmpty: Bool)] = []
  private var followsKey = false

  /// `isInline` writes the object on one line.
  mutating func beginObject(isInline: Bool = false) {
    begin("{", "}", isInline: isInline)
  }

  /// `isInline` writes the array on one line.
  mutating func beginArray(isInline: Bool = false) {
    begin("[", "]", isInline: isInline)
  }

  /// Ends the innermost object or array.
  mutating func end() {
    guard let level = open.popLast() else { return }
    if !level.isEmpty, !level.isInline { newLine() }
    text += level.closing
    if open.isEmpty { text += "\n" }
  }

  /// The next value's name in an object.
  mutating func key(_ name: String) {
    separate()
    quote(name)
    text += ": "
    followsKey = true
  }

  /// A text with everything escaped that JSON wants escaped, and control characters.
  mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  /// A whole number.
  mutating func integer(_ value: Int) {
    separate()
    text += String(value)
  }

  /// `true` or `false`.
  mutating func boolean(_ value: Bool) {
    separate()
    text += value ? "true" : "false"
  }

  /// Nothing.
  mutating func null() {
    separate()
    text += "null"
  }

  /// JSON has no infinity: an unbounded number is null.
  mutating func number(_ value: Double?) {
    separate()
    text += value.flatMap { $0.isFinite ? NumberText.exact($0) : nil } ?? "null"
  }

  private mutating func begin(_ opening: String, _ closing: String, isInline: Bool) {
    separate()
    text += opening
    open.append((closing, isInline || (open.last?.isInline ?? false), true))
  }

  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    guard let last = open.indices.last else { return }
    if !open[last].isEmpty { text += "," }
    if open[last].isInline {
      if !open[last].isEmpty { text += " " }
    } else {
      newLine()
    }
    open[last].isEmpty = false
  }

  private mutating func newLine() {
    text += "\n" + String(repeating: "  ", count: open.count)
  }

  private mutating func quote(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar.value {
      case 0x22: text += "\\\""
      case 0x5C: text += "\\\\"
      case 0x0A: text += "\\n"
      case 0x0D: text += "\\r"
      case 0x09: text += "\\t"
      // Control characters must be escaped; the two separators end a line in older JavaScript, the others reverse what is read.
      case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
