/// The functions of the language. Each has one meaning for all arguments; `signature` and `summary` are what `help` prints.
public enum Builtin: String, Sendable, CaseIterable {
  /// `change(series)`, `change(series, from = low_point)`, `change(before, after)`: later ÷ earlier − 1, each operand used once.
  case change
  /// `ratio(a, b)`: a ÷ b as a plain factor, status and time allowed to differ.
  case ratio
  /// `share(part, whole)` in percent, between 0 and 100.
  case share
  /// `difference(a, b)`: a − b, status allowed to differ.
  case difference
  case low, best, high
  /// `count(collection)`
  case count
  /// `year(time)`
  case year
  /// What an entity is called in the language, to readers, and which kind it is of. In a pipeline `name` alone is that of the row.
  case name, title, kind
  /// `latest(series)` is the claim that is valid last.
  case latest
  case earliest

  public var signature: String {
    switch self {
    case .change: return "change(series, from = low_point | peak) or change(before, after)"
    case .ratio: return "ratio(a, b)"
    case .share: return "share(part, whole)"
    case .difference: return "difference(a, b)"
    case .low: return "low(quantity)"
    case .best: return "best(quantity)"
    case .high: return "high(quantity)"
    case .count: return "count(collection)"
    case .year: return "year(time)"
    case .name: return "name(entity)"
    case .title: return "title(entity)"
    case .kind: return "kind(entity)"
    case .latest: return "latest(series)"
    case .earliest: return "earliest(series)"
    }
  }

  public var summary: String {
    switch self {
    case .change:
      return "How far the later figure lies from the earlier one, in percent and as a factor; bounds are exact, not widened."
    case .ratio: return "How many times the second figure the first one is."
    case .share: return "What part of the whole the first figure is, in percent."
    case .difference: return "The first figure less the second; planned and actual may be set against each other here."
    case .low: return "The least value that the sources allow."
    case .best: return "The value that a source printed; nothing where sources print only bounds."
    case .high: return "The greatest value that the sources allow."
    case .count: return "How many entities there are; the ones that only may belong widen the range."
    case .year: return "The year of a time; a range where the time spans several."
    case .name: return "The name of an entity in the language."
    case .title: return "The name of an entity as people read it."
    case .kind: return "What kind of entity it is."
    case .latest: return "The claim of a property that is valid last."
    case .earliest: return "The claim of a property that is valid first."
    }
  }
}

extension Builtin {
  func accepts(_ count: Int, hasFrom: Bool) -> Bool {
    switch self {
    case .change: hasFrom ? count == 1 : count == 1 || count == 2
    case .ratio, .share, .difference: count == 2
    default: count == 1
    }
  }
}
