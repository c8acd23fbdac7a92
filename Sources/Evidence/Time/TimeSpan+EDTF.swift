extension TimeSpan {
  /// Reads a time in EDTF level 1, with sets of one or two dates (`[2014..]`, `[2014,2016]`), or in the language's own form
  /// (`2006-12..2018-11`). Throws where the text is something else, with the place.
  public init(edtf text: String) throws(TimeSpanError) {
    var reader = EDTFReader(text)
    self = try reader.read()
  }

  /// In EDTF, in its one canonical form: `2016~`, `2006-12/2018-11`, `2018/..`, `201X`, `unknown`.
  public var edtf: String { text(separator: "/", open: "..", unknown: "") }

  /// As the language writes it, `2006-12..2018-11`; what the language has no form for, in EDTF.
  public var description: String {
    guard shape.kind == .interval, !startIsUnknown, !endIsUnknown, !(startIsOpen && endIsOpen), !isUncertain,
      shape.startResolution.isPlain, shape.endResolution.isPlain
    else { return edtf }
    return text(separator: "..", open: "", unknown: "")
  }

  private func text(separator: String, open: String, unknown: String) -> String {
    switch shape.kind {
    case .unknown: return "unknown"
    case .date: return startText
    case .interval:
      let first = startIsOpen ? open : startIsUnknown ? unknown : startText
      let last = endIsOpen ? open : endIsUnknown ? unknown : endText
      return first + separator + last
    case .eitherOf: return "[\(startText),\(endText)]"
    case .oneOf:
      let first = shape.startResolution == .none ? "" : startText
      let last = shape.endResolution == .none ? "" : endText
      return "[\(first)..\(last)]"
    }
  }

  private var startText: String {
    dateText(start.earliest, shape.startResolution, isEnd: false)
      + Self.mark(shape.startIsApproximate, shape.startIsUncertain)
  }

  private var endText: String {
    dateText(end.latest, shape.endResolution, isEnd: true) + Self.mark(shape.endIsApproximate, shape.endIsUncertain)
  }

  private static func mark(_ isApproximate: Bool, _ isUncertain: Bool) -> String {
    isApproximate ? isUncertain ? "%" : "~" : isUncertain ? "?" : ""
  }

  /// The date whose first day this is, or whose last.
  private func dateText(_ day: Day, _ resolution: TimeResolution, isEnd: Bool) -> String {
    let (year, month, day) = day.date
    switch resolution {
    case .none: return ""
    case .year: return Self.yearText(year)
    case .month: return "\(Self.yearText(year))-\(Self.twoDigits(month))"
    case .day: return "\(Self.yearText(year))-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
    case .season:
      let season = Season(month: month, year: year, isEnd: isEnd)
      return "\(Self.yearText(season.year))-\(season.code)"
    case .someDay: return "\(Self.yearText(year))-\(Self.twoDigits(month))-XX"
    case .someMonth: return "\(Self.yearText(year))-XX"
    case .someDayOfYear: return "\(Self.yearText(year))-XX-XX"
    case .someYearOfDecade: return "\(Self.yearText(year).dropLast())X"
    case .someYearOfCentury: return "\(Self.yearText(year).dropLast(2))XX"
    }
  }

  private static func yearText(_ year: Int) -> String {
    let digits = String(year.magnitude)
    return (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  // MARK: Making

  /// With marks at both ends.
  func qualified(isApproximate: Bool, isUncertain: Bool) -> TimeSpan {
    var shape = shape
    shape.startIsApproximate = isApproximate
    shape.endIsApproximate = isApproximate
    shape.startIsUncertain = isUncertain
    shape.endIsUncertain = isUncertain
    return TimeSpan(start: start, end: end, shape)
  }

  /// Some month of a year, or some day of a year or month that exists.
  init(within year: Int, _ month: Int?, _ resolution: TimeResolution) {
    let first = Day(clampedYear: year, month: month ?? 1, day: 1)
    let lastMonth = month ?? 12
    let last = Day(clampedYear: year, month: lastMonth, day: 31)
    if resolution == .someMonth {
      let lastStart = Day(clampedYear: year, month: 12, day: 1)
      let firstEnd = Day(clampedYear: year, month: 1, day: 31)
      self.init(start: DayBounds(first, lastStart), end: DayBounds(firstEnd, last), TimeShape(.date, resolution, resolution))
    } else {
      self.init(start: DayBounds(first, last), end: DayBounds(first, last), TimeShape(.date, resolution, resolution))
    }
  }

  /// A season by its EDTF number, 21 to 24.
  init(season code: Int, of year: Int) {
    let season = Season(code: code, year: year)
    self.init(start: season.start, end: season.end, TimeShape(.date, .season, .season))
  }

  /// One of the dates from one to another; an open side is nil. Nil if they stand in the wrong order.
  init?(oneOf first: TimeSpan?, to last: TimeSpan?, _ kind: TimeShape.Kind) {
    let start = DayBounds(first?.start.earliest ?? .distantPast, last?.start.latest ?? .distantFuture)
    let end = DayBounds(first?.end.earliest ?? .distantPast, last?.end.latest ?? .distantFuture)
    if let first, let last, last.start.earliest < first.start.earliest || last.end.latest < first.end.latest { return nil }
    var shape = TimeShape(kind, first?.shape.startResolution ?? .none, last?.shape.endResolution ?? .none)
    shape.startIsApproximate = first?.shape.startIsApproximate ?? false
    shape.startIsUncertain = first?.shape.startIsUncertain ?? false
    shape.endIsApproximate = last?.shape.endIsApproximate ?? false
    shape.endIsUncertain = last?.shape.endIsUncertain ?? false
    self.init(start: start, end: end, shape)
  }
}
