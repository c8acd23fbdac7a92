/// Reads a time in EDTF, level 1 (ISO 8601-2:2019, annex A), with sets of one or two dates from level 2, or in the language's own form
/// `2006-12..2018-11`.
struct EDTFReader {
  private let bytes: [UInt8]
  private var offset = 0

  /// A reader at the beginning of a text.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// The time that the whole text is.
  mutating func read() throws(TimeSpanError) -> TimeSpan {
    guard !bytes.isEmpty else { throw error(.empty) }
    if bytes.elementsEqual("unknown".utf8) { return .unknown }
    switch bytes[0] {
    case UInt8(ascii: "["): return try readSet()
    case UInt8(ascii: "{"): throw error(.levelTwo("a set of all its members"))
    default: return try readInterval()
    }
  }

  private func error(_ reason: TimeSpanError.Reason, at place: Int? = nil) -> TimeSpanError {
    TimeSpanError(reason: reason, offset: place ?? offset)
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skip(_ sign: String) -> Bool {
    guard bytes[offset...].starts(with: sign.utf8) else { return false }
    offset += sign.utf8.count
    return true
  }

  // MARK: Intervals and sets

  /// One side of an interval.
  private enum Side {
    case date(TimeSpan)
    case open, unknown

    var time: TimeSpan? {
      switch self {
      case .date(let time): time
      case .open: nil
      case .unknown: .unknown
      }
    }
  }

  private mutating func readInterval() throws(TimeSpanError) -> TimeSpan {
    var first = Side.unknown
    var isLanguageForm = false
    if skip("..") {
      first = .open
      if next != UInt8(ascii: "/") { isLanguageForm = true }
    } else if next != UInt8(ascii: "/") {
      let date = try readDate()
      if offset == bytes.count { return date }
      first = .date(date)
      if skip("..") { isLanguageForm = true }
    }
    if !isLanguageForm, !skip("/") { throw error(.expected("a slash or the end of the time")) }
    let place = offset
    var last = isLanguageForm ? Side.open : .unknown
    if !isLanguageForm, skip("..") {
      last = .open
    } else if offset < bytes.count {
      last = .date(try readDate())
    }
    guard offset == bytes.count else { throw error(.expected("the end of the time")) }
    if case .unknown = first, case .unknown = last { throw error(.expected("a date on one side"), at: 0) }
    if isLanguageForm, case .open = first, case .open = last { throw error(.expected("a date on one side"), at: 0) }
    guard let span = TimeSpan(from: first.time, to: last.time) else { throw error(.endsBeforeItBegins, at: place) }
    return span
  }

  private mutating func readSet() throws(TimeSpanError) -> TimeSpan {
    offset = 1
    var first: TimeSpan?
    var last: TimeSpan?
    var kind = TimeShape.Kind.oneOf
    if !skip("..") {
      let date = try readDate()
      first = date
      if skip("]") {
        guard offset == bytes.count else { throw error(.expected("the end of the time")) }
        return date
      }
      if skip(",") {
        kind = .eitherOf
      } else if !skip("..") {
        throw error(.expected("a comma, two dots or a closing bracket"))
      }
    }
    let place = offset
    if next != UInt8(ascii: "]") { last = try readDate() }
    if next == UInt8(ascii: ",") || (kind == .eitherOf && last == nil) || (kind == .eitherOf && next == UInt8(ascii: ".")) {
      throw error(.longList)
    }
    guard skip("]") else { throw error(.expected("a closing bracket")) }
    guard offset == bytes.count else { throw error(.expected("the end of the time")) }
    if first == nil, last == nil { throw error(.expected("a date on one side"), at: 1) }
    if kind == .eitherOf, let one = first, let other = last {
      if one == other { return one }
      if other.start.earliest < one.start.earliest { (first, last) = (other, one) }
    }
    guard let span = TimeSpan(oneOf: first, to: last, kind) else { throw error(.endsBeforeItBegins, at: place) }
    return span
  }

  // MARK: Dates

  private mutating func readDate() throws(TimeSpanError) -> TimeSpan {
    if next == UInt8(ascii: "Y") { throw error(.longYear) }
    if let sign = next, Self.qualifiers.contains(sign) { throw error(.levelTwo("a mark before a part of a date")) }
    let year = try readYear()
    var date: TimeSpan
    if next == UInt8(ascii: "-") {
      if year.first != year.last { throw error(.levelTwo("a month of an unspecified year")) }
      offset += 1
      date = try readMonth(of: year.first)
    } else {
      date = year.time
    }
    if next == UInt8(ascii: "T") { throw error(.timeOfDay) }
    if let sign = next, Self.qualifiers.contains(sign) {
      offset += 1
      date = date.qualified(isApproximate: sign != UInt8(ascii: "?"), isUncertain: sign != UInt8(ascii: "~"))
      if next == UInt8(ascii: "-") { throw error(.levelTwo("a mark on a part of a date"), at: offset - 1) }
    }
    return date
  }

  private static let qualifiers: [UInt8] = [UInt8(ascii: "~"), UInt8(ascii: "?"), UInt8(ascii: "%")]

  private mutating func readYear() throws(TimeSpanError) -> (first: Int, last: Int, time: TimeSpan) {
    let place = offset
    let isNegative = skip("-")
    var value = 0
    var unknown = 0
    var count = 0
    while count < 4, let byte = next {
      if byte == UInt8(ascii: "X") {
        unknown += 1
      } else if (0x30...0x39).contains(byte), unknown == 0 {
        value = value * 10 + Int(byte - 0x30)
      } else {
        break
      }
      count += 1
      offset += 1
    }
    guard count == 4 else { throw error(.expected("a year of four digits"), at: place) }
    if let byte = next, (0x30...0x39).contains(byte) { throw error(.longYear, at: place) }
    if unknown > 2 { throw error(.levelTwo("a year with more than two unspecified digits"), at: place) }
    if isNegative, value == 0, unknown == 0 { throw error(.expected("a year other than -0000"), at: place) }
    let scale = unknown == 2 ? 100 : unknown == 1 ? 10 : 1
    var (first, last) = (value * scale, value * scale + scale - 1)
    if isNegative { (first, last) = (-last, -first) }
    let resolution: TimeResolution = unknown == 2 ? .someYearOfCentury : unknown == 1 ? .someYearOfDecade : .year
    let time = TimeSpan(
      start: DayBounds(Day(clampedYear: first, month: 1, day: 1), Day(clampedYear: last, month: 1, day: 1)),
      end: DayBounds(Day(clampedYear: first, month: 12, day: 31), Day(clampedYear: last, month: 12, day: 31)),
      TimeShape(.date, resolution, resolution))
    return (first, last, time)
  }

  /// Two digits, or nil for `XX`.
  private mutating func readTwo(_ what: String) throws(TimeSpanError) -> Int? {
    guard offset + 2 <= bytes.count else { throw error(.expected(what)) }
    let pair = bytes[offset..<offset + 2]
    if pair.elementsEqual("XX".utf8) {
      offset += 2
      return nil
    }
    var value = 0
    for byte in pair {
      if byte == UInt8(ascii: "X") { throw error(.levelTwo("a month or day with one unspecified digit")) }
      guard (0x30...0x39).contains(byte) else { throw error(.expected(what)) }
      value = value * 10 + Int(byte - 0x30)
    }
    offset += 2
    return value
  }

  private mutating func readMonth(of year: Int) throws(TimeSpanError) -> TimeSpan {
    let place = offset
    let month = try readTwo("a month of two digits")
    if let month, (21...24).contains(month) {
      if next == UInt8(ascii: "-") { throw error(.expected("the end of the date: a season has no days")) }
      return TimeSpan(season: month, of: year)
    }
    if let month, (25...41).contains(month) { throw error(.levelTwo("a quarter, or a season of one hemisphere"), at: place) }
    if let month, !(1...12).contains(month) { throw error(.noSuchMonth(month), at: place) }
    guard next == UInt8(ascii: "-") else {
      return month.map { TimeSpan(year: year, month: $0) } ?? TimeSpan(within: year, nil, .someMonth)
    }
    offset += 1
    let dayPlace = offset
    guard let day = try readTwo("a day of two digits") else {
      return TimeSpan(within: year, month, month == nil ? .someDayOfYear : .someDay)
    }
    guard let month else { throw error(.levelTwo("a day of an unspecified month"), at: dayPlace) }
    let length = Day.length(ofMonth: month, year: year)
    guard (1...length).contains(day) else { throw error(.noSuchDay(day, of: length), at: dayPlace) }
    return TimeSpan(year: year, month: month, day: day)
  }
}
