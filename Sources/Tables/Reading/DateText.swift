/// How a column writes its dates. A time of day after the date is left out.
struct DateShape: Sendable, Hashable {
  enum Order: Sendable, Hashable { case yearMonthDay, dayMonthYear, monthDayYear, yearMonth, monthYear }
  var order: Order
  /// Between the parts: `-`, `/`, `.` or a blank.
  var separator: UInt8

  var resolution: DateResolution {
    switch order {
    case .yearMonthDay, .dayMonthYear, .monthDayYear: .day
    case .yearMonth, .monthYear: .month
    }
  }
}

/// Reads dates from bytes.
enum DateText {
  /// Days since 1970-01-01, or nil if the cell isn't a date of this shape. Eight bytes after the cell must be readable.
  @inline(__always) static func days(_ start: UnsafeRawPointer, _ count: Int, _ shape: DateShape) -> Int32? {
    if count == 10, shape.order == .yearMonthDay, shape.separator == 0x2D {
      let year = NumberText.digits(start, 4)
      let month = NumberText.digits(start + 5, 2)
      let day = NumberText.digits(start + 8, 2)
      if year != .max, month != .max, day != .max, start.load(fromByteOffset: 4, as: UInt8.self) == 0x2D,
        start.load(fromByteOffset: 7, as: UInt8.self) == 0x2D
      {
        return days(year: Int(year), month: Int(month), day: Int(day))
      }
    }
    return slow(UnsafeRawBufferPointer(start: start, count: count), shape)
  }

  @inline(never) private static func slow(_ cell: UnsafeRawBufferPointer, _ shape: DateShape) -> Int32? {
    guard let parts = parts(cell, separator: shape.separator) else { return nil }
    switch (shape.order, parts.count) {
    case (.yearMonthDay, 3): return days(year: year(parts[0]), month: parts[1].value, day: parts[2].value)
    case (.dayMonthYear, 3) where !parts[0].isName: return days(year: year(parts[2]), month: parts[1].value, day: parts[0].value)
    case (.monthDayYear, 3): return days(year: year(parts[2]), month: parts[0].value, day: parts[1].value)
    case (.yearMonth, 2): return days(year: year(parts[0]), month: parts[1].value, day: 1)
    case (.monthYear, 2): return days(year: year(parts[1]), month: parts[0].value, day: 1)
    default: return nil
    }
  }

  /// One part of a date: its number, how many digits it has, and whether it is a month's name.
  struct Part {
    var value: Int
    var digitCount: Int
    var isName: Bool
  }

  /// Years need four digits; two-digit ones could be of either century.
  private static func year(_ part: Part) -> Int { part.digitCount == 4 && !part.isName ? part.value : -1 }

  /// The two or three parts of a cell, with a time of day after the last one left out; nil for what can't be a date.
  static func parts(_ cell: UnsafeRawBufferPointer, separator: UInt8) -> [Part]? {
    guard cell.count >= 6, cell.count <= 40 else { return nil }
    var parts: [Part] = []
    var index = 0
    while index < cell.count, parts.count < 3 {
      guard let part = part(cell, &index) else { return nil }
      parts.append(part)
      if index == cell.count { return parts.count > 1 ? parts : nil }
      if parts.count == 3 || cell[index] != separator { break }
      index += 1
    }
    guard parts.count == 3, isTime(cell, from: index) else { return nil }
    return parts
  }

  private static func part(_ cell: UnsafeRawBufferPointer, _ index: inout Int) -> Part? {
    let begin = index
    var value = 0
    while index < cell.count, cell[index] &- 0x30 < 10, index - begin < 4 {
      value = value * 10 + Int(cell[index] &- 0x30)
      index += 1
    }
    if index > begin { return Part(value: value, digitCount: index - begin, isName: false) }
    while index < cell.count, (cell[index] | 0x20) &- 0x61 < 26 { index += 1 }
    guard index - begin >= 3, let month = month(String(decoding: cell[begin..<index], as: UTF8.self)) else { return nil }
    if index < cell.count, cell[index] == 0x2E { index += 1 }
    return Part(value: month, digitCount: 0, isName: true)
  }

  /// Names of months in Spanish and English, by their first three letters or in full.
  private static func month(_ name: String) -> Int? {
    let name = name.lowercased()
    for names in [spanish, english] {
      if let index = names.firstIndex(where: { $0 == name || $0.prefix(3) == name }) { return index + 1 }
    }
    return name == "sept" ? 9 : nil
  }

  private static let spanish = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
  ]
  private static let english = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
  ]

  /// Whether a time of day stands here to the end: ` 13:05`, `T13:05:00.123Z`.
  private static func isTime(_ cell: UnsafeRawBufferPointer, from index: Int) -> Bool {
    guard cell[index] == 0x20 || cell[index] == 0x54 else { return false }
    let rest = cell[(index + 1)...]
    guard rest.count >= 4, rest.contains(0x3A) else { return false }
    return rest.allSatisfy { $0 &- 0x30 < 10 || [0x3A, 0x2E, 0x2C, 0x5A, 0x2B, 0x2D].contains($0) }
  }

  /// Whether there is a time of day other than midnight.
  static func hasTimeOfDay(_ cell: UnsafeRawBufferPointer) -> Bool {
    guard let colon = cell.firstIndex(of: 0x3A), colon >= 2 else { return false }
    return cell[(colon - 2)...].prefix { $0 != 0x5A && $0 != 0x2B }.contains { $0 &- 0x31 < 9 }
  }

  private static let monthStarts: [Int] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]

  /// Days since 1970-01-01 in the Gregorian calendar, or nil if there is no such day in the years 1 to 9999.
  @inline(__always) static func days(year: Int, month: Int, day: Int) -> Int32? {
    guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1, day <= 31 else { return nil }
    let isLeap = year & 3 == 0 && (year % 100 != 0 || year % 400 == 0)
    if day > 28 {
      let length = month == 2 ? (isLeap ? 29 : 28) : 30 + ((month + month >> 3) & 1)
      guard day <= length else { return nil }
    }
    let before = year - 1
    let start = monthStarts.withUnsafeBufferPointer { $0[month - 1] }
    let dayOfYear = start + (isLeap && month > 2 ? 1 : 0) + day - 1
    return Int32(truncatingIfNeeded: before * 365 + before / 4 - before / 100 + before / 400 + dayOfYear - 719_162)
  }
}
