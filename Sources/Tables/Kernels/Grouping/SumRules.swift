import Names

/// Which numbers may be added up, by their sort: counts over places and times, stocks over places only, and all others not at all.
enum SumRules {
  /// Throws `wrongStep`, with the right way, for a sum that makes no sense.
  static func check(_ value: Bound, keys: [Bound], named: [NamedExpression], in segment: Segment) throws {
    let name = Binder.naming(value)
    switch value.description.sort {
    case .rate?, .share?:
      throw TableError.wrongStep(
        "\(name) is a \(value.description.sort == .rate ? "rate" : "share") and cannot be summed",
        notes: ["sum what it is made of, then divide: derive rate = sum of the counts / sum of the population"])
    case .index?:
      throw TableError.wrongStep("\(name) is an index and cannot be summed", notes: ["ask for its mean, median, min or max"])
    case .code?:
      throw TableError.wrongStep("\(name) is a code and cannot be summed", notes: ["group by it, or count its rows"])
    case .stock?:
      let times = segment.visible.filter { $0.description.type == .date }
      for time in times where !isFixed(time, keys) {
        throw TableError.wrongStep(
          "\(name) is a stock: it adds over places, not over \(time.description.name)",
          notes: ["group by \(time.description.name) too, or ask for its last value or its mean"])
      }
    case .count?, nil: break
    }
  }

  /// Whether a column that nobody has said the sort of is called as rates and shares are.
  static func looksLikeRate(_ description: ColumnDescription) -> Bool {
    guard description.sort == nil else { return false }
    return foldName(description.name).split { !$0.isLetter }.contains { rateWords.contains(String($0)) }
  }

  /// In English and Spanish.
  private static let rateWords: Set = ["rate", "rates", "tasa", "tasas", "percent", "percentage", "pct", "porcentaje"]

  /// Whether all rows of a group have the same time. A year of months is not enough.
  private static func isFixed(_ time: Segment.Visible, _ keys: [Bound]) -> Bool {
    keys.contains { key in
      guard key.slots == [time.slot] else { return false }
      return key.description.name == time.description.name || time.description.resolution == .year
    }
  }
}
