/// How the cells of one column are read.
struct CellRule: Sendable {
  var type: ColumnType
  var decimalMark: UInt8 = 0x2E
  /// What groups digits by three; 0 for nothing.
  var thousandsSeparator: UInt8 = 0
  var date = DateShape(order: .yearMonthDay, separator: 0x2D)
  /// What is missing besides the empty cell, in UTF-8.
  var missingMarks: [[UInt8]] = []

  init(_ type: ColumnType) { self.type = type }

  /// What a cell came to.
  enum Reading<Value> {
    case value(Value)
    case missing
    /// Not what the column is.
    case odd
  }

  func isMissing(_ text: UnsafeRawBufferPointer) -> Bool {
    text.isEmpty || missingMarks.contains { $0.count == text.count && $0.elementsEqual(text) }
  }

  /// A number without the separators of its groups, where they stand right: one to three digits, then groups of three.
  func ungrouped(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
    guard thousandsSeparator != 0 else { return nil }
    return Self.ungrouped(text, separator: thousandsSeparator, decimalMark: decimalMark)
  }

  static func ungrouped(_ text: UnsafeRawBufferPointer, separator: UInt8, decimalMark: UInt8) -> [UInt8]? {
    var (plain, sinceSeparator, hasSeparator, index) = ([UInt8](), 0, false, 0)
    while index < text.count {
      let byte = text[index]
      if byte &- 0x30 < 10 {
        sinceSeparator += 1
        plain.append(byte)
      } else if byte == separator {
        guard hasSeparator ? sinceSeparator == 3 : (1...3).contains(sinceSeparator) else { return nil }
        hasSeparator = true
        sinceSeparator = 0
      } else if byte == decimalMark {
        break
      } else if index == 0, byte == 0x2D || byte == 0x2B {
        plain.append(byte)
      } else {
        return nil
      }
      index += 1
    }
    guard hasSeparator, sinceSeparator == 3 else { return nil }
    plain.append(contentsOf: text[index...])
    return plain
  }

  func integer(_ text: UnsafeRawBufferPointer) -> Reading<Int64> {
    read(text) { start, count in NumberText.integer(start, count) }
  }

  func real(_ text: UnsafeRawBufferPointer) -> Reading<Double> {
    read(text) { start, count in NumberText.real(start, count, decimalMark: decimalMark) }
  }

  func days(_ text: UnsafeRawBufferPointer) -> Reading<Int32> {
    read(text) { start, count in DateText.days(start, count, date) }
  }

  func boolean(_ text: UnsafeRawBufferPointer) -> Reading<UInt8> {
    read(text) { start, count in
      let word = UnsafeRawBufferPointer(start: start, count: count)
      if Self.isWord(word, "true") { return 1 }
      return Self.isWord(word, "false") ? 0 : nil
    }
  }

  private static func isWord(_ text: UnsafeRawBufferPointer, _ word: StaticString) -> Bool {
    text.count == word.utf8CodeUnitCount && text.indices.allSatisfy { text[$0] | 0x20 == word.utf8Start[$0] }
  }

  /// Reads a cell that the quick way didn't: blanks around it, marks of the missing, groups of digits. Eight bytes after it are readable.
  private func read<Value>(
    _ text: UnsafeRawBufferPointer, _ parse: (_ start: UnsafeRawPointer, _ count: Int) -> Value?
  ) -> Reading<Value> {
    let text = Self.trimmed(text)
    guard !isMissing(text), let start = text.baseAddress else { return .missing }
    if let value = parse(start, text.count) { return .value(value) }
    if var plain = ungrouped(text) {
      let count = plain.count
      plain += [0, 0, 0, 0, 0, 0, 0, 0]
      let value = plain.withUnsafeBytes { plain in plain.baseAddress.flatMap { parse($0, count) } }
      if let value { return .value(value) }
    }
    return .odd
  }

  /// Without blanks, tabs and no-break spaces around it.
  static func trimmed(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var (begin, end) = (0, text.count)
    while begin < end {
      if text[begin] == 0x20 || text[begin] == 0x09 {
        begin += 1
      } else if end - begin > 1, text[begin] == 0xC2, text[begin + 1] == 0xA0 {
        begin += 2
      } else {
        break
      }
    }
    while end > begin {
      if text[end - 1] == 0x20 || text[end - 1] == 0x09 {
        end -= 1
      } else if end - begin > 1, text[end - 2] == 0xC2, text[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return UnsafeRawBufferPointer(rebasing: text[begin..<end])
  }
}
