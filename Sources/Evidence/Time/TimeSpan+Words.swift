extension TimeSpan {
  /// In words: `December 2006 to November 2018`, `about 2016`, `since 2018`, `14 February 2018`.
  public var words: String {
    switch shape.kind {
    case .unknown: "an unknown time"
    case .date: startWords
    case .eitherOf: "\(startWords) or \(endWords)"
    case .oneOf:
      if shape.startResolution == .none {
        "\(endWords) or earlier"
      } else if shape.endResolution == .none {
        "\(startWords) or later"
      } else {
        "some time from \(startWords) to \(endWords)"
      }
    case .interval: intervalWords(prefix: "")
    }
  }

  /// In words that may follow a verb: `in 2016`, `on 14 February 2018`, `from December 2006 to November 2018`, `since 2018`.
  public var phrase: String {
    switch shape.kind {
    case .unknown: return "at an unknown time"
    case .interval: return intervalWords(prefix: "from ")
    case .date, .oneOf, .eitherOf:
      if shape.kind == .oneOf, shape.startResolution != .none, shape.endResolution != .none { return words }
      let isDay = shape.startResolution == .day || shape.startResolution == .someDay || shape.startResolution == .someDayOfYear
      return (isDay ? "on " : "in ") + words
    }
  }

  private func intervalWords(prefix: String) -> String {
    let hasStart = shape.startResolution != .none
    let hasEnd = shape.endResolution != .none
    if hasStart, hasEnd { return "\(prefix)\(startWords) to \(endWords)" }
    if hasStart { return endIsOpen ? "since \(startWords)" : "from \(startWords), end unknown" }
    if hasEnd { return startIsOpen ? "until \(endWords)" : "until \(endWords), beginning unknown" }
    return startIsOpen && endIsOpen ? "at all times" : "at an unknown time"
  }

  private var startWords: String {
    Self.qualified(
      Self.words(start.earliest, shape.startResolution, isEnd: false), shape.startIsApproximate, shape.startIsUncertain)
  }

  private var endWords: String {
    Self.qualified(Self.words(end.latest, shape.endResolution, isEnd: true), shape.endIsApproximate, shape.endIsUncertain)
  }

  private static func qualified(_ words: String, _ isApproximate: Bool, _ isUncertain: Bool) -> String {
    (isUncertain ? "perhaps " : "") + (isApproximate ? "about " : "") + words
  }

  private static func words(_ day: Day, _ resolution: TimeResolution, isEnd: Bool) -> String {
    let (year, month, day) = day.date
    switch resolution {
    case .none: return ""
    case .year: return words(year)
    case .month: return "\(months[month - 1]) \(words(year))"
    case .day: return "\(day) \(months[month - 1]) \(words(year))"
    case .season:
      let season = Season(month: month, year: year, isEnd: isEnd)
      return "\(season.word) \(words(season.year))"
    case .someDay: return "some day of \(months[month - 1]) \(words(year))"
    case .someMonth: return "some month of \(words(year))"
    case .someDayOfYear: return "some day of \(words(year))"
    case .someYearOfDecade, .someYearOfCentury:
      let length = resolution == .someYearOfDecade ? 9 : 99
      let (first, last) = isEnd ? (year - length, year) : (year, year + length)
      return "some year from \(words(first)) to \(words(last))"
    }
  }

  /// Year 0 is 1 BC.
  private static func words(_ year: Int) -> String { year > 0 ? String(year) : "\(1 - year) BC" }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]
}
