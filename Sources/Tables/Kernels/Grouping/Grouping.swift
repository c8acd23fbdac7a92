import Evidence

/// A group by keys, ready to run: what it groups by and what it adds up.
struct Grouping: Sendable {
  /// One aggregate with its formulas bound.
  struct Figure: Sendable {
    var aggregate: Aggregate
    var description: ColumnDescription
    var value: Bound?
    var condition: Bound?
    /// Whether it comes out with bounds.
    var isUncertain: Bool

    func makeAccumulator() -> any Accumulator {
      let source = value?.description ?? description
      if isUncertain {
        switch aggregate.function {
        case .count, .sum, .min, .max:
          if source.type != .text, source.type != .entity || aggregate.function == .count {
            return BoundsAccumulator(aggregate.function)
          }
          return BoundsCollector(.first, source.type)
        default: return BoundsCollector(aggregate.function, source.type)
        }
      }
      switch aggregate.function {
      case .count: return CountAccumulator()
      case .sum: return source.type == .integer ? WholeSumAccumulator() : RealSumAccumulator(isMean: false)
      case .mean: return RealSumAccumulator(isMean: true)
      case .median: return QuantileAccumulator(0.5)
      case .quantile(let part): return QuantileAccumulator(part)
      case .min: return ExtremeAccumulator(isGreatest: false, source)
      case .max: return ExtremeAccumulator(isGreatest: true, source)
      case .first: return EdgeAccumulator(isLast: false, source.type)
      case .last: return EdgeAccumulator(isLast: true, source.type)
      case .distinct: return DistinctAccumulator()
      }
    }
  }

  var keys: [Bound]
  var keyDescriptions: [ColumnDescription]
  var figures: [Figure]
  /// The key that is a year, and the column of months that it is the year of.
  var period: (key: Int, months: Bound)?
  /// Whether rows may be only possible, or stand in several groups.
  var isUncertain: Bool
  /// Whether groups come in the order of their first rows, and not in that of their keys.
  var isInOrderOfRows = false

  /// Whether all parts of an unpivot are in the same groups.
  var sharesKeys = false

  /// Whether the months of the period are those of an unpivot, which its parts know.
  private var hasUnpivotedPeriod = false

  /// The slots that it reads of each batch.
  var slots: Set<Int> {
    var slots: Set<Int> = []
    if let period, !hasUnpivotedPeriod { slots = period.months.slots }
    if !sharesKeys { slots.formUnion(keySlots) }
    for figure in figures {
      slots.formUnion(figure.value?.slots ?? [])
      slots.formUnion(figure.condition?.slots ?? [])
    }
    return slots
  }

  /// The slots that it reads of the rows that an unpivot begins with.
  var sharedSlots: Set<Int> { sharesKeys ? keySlots : [] }

  private var keySlots: Set<Int> { keys.reduce(into: []) { $0.formUnion($1.slots) } }

  /// The figures that add up over months, by their place.
  var additive: [Int] {
    figures.indices.filter { index in
      let figure = figures[index]
      return !figure.isUncertain && (figure.aggregate.function == .sum || figure.aggregate.function == .count)
    }
  }

  /// The same by month as well, of the figures that add up; nil where no key is a year of months.
  func byMonth() -> Grouping? {
    guard let period else { return nil }
    var result = self
    result.period = nil
    result.sharesKeys = false
    result.figures = additive.map { figures[$0] }
    result.keys.append(Binder.monthNumber(period.months))
    result.keyDescriptions.append(ColumnDescription("", .integer))
    return result
  }

  /// Finds what the formulas mean. Throws `wrongStep` for sums that make no sense.
  init(keys named: [NamedExpression], _ aggregates: [Aggregate], binder: inout Binder) throws {
    keys = []
    keyDescriptions = []
    figures = []
    for key in named {
      let bound = try binder.bind(key.expression)
      var description = bound.description
      description.name = key.name
      // What comes out is the value that a group stands for, without bounds.
      if bound.type == .quantity { description.type = .real }
      keys.append(bound)
      keyDescriptions.append(description)
      if case .dateFunction(.year, let arguments) = key.expression, let argument = arguments.first {
        let months = try binder.bind(argument)
        if months.type == .date, months.description.resolution == .month { period = (keys.count - 1, months) }
      }
    }
    if let period, let unpivoted = binder.segment.unpivotedYear { hasUnpivotedPeriod = period.months.slots == [unpivoted.key] }
    isUncertain = binder.segment.hasBand || keys.contains { $0.type == .quantity || $0.mayBeMaybe }
    for aggregate in aggregates { figures.append(try figure(aggregate, named, &binder)) }
    if let slots = binder.segment.unpivotSlots, !isUncertain {
      sharesKeys = binder.segment.closure(of: keySlots).isDisjoint(with: slots)
    }
    guard binder.windows.isEmpty else {
      throw TableError.wrongStep(
        "a window over other rows stands only in derive and where", notes: ["derive a column for it first"])
    }
  }

  private func figure(_ aggregate: Aggregate, _ named: [NamedExpression], _ binder: inout Binder) throws -> Figure {
    let value = try aggregate.value.map { try binder.bind($0) }
    let condition = try aggregate.condition.map { try binder.condition($0) }
    guard value != nil || aggregate.function == .count else {
      throw TableError.wrongStep("\(aggregate.name) has nothing to work out")
    }
    var description = value?.description ?? ColumnDescription("", .integer)
    switch aggregate.function {
    case .count: description = ColumnDescription("", .integer, sort: .count)
    case .distinct: description = ColumnDescription("", .integer)
    case .sum, .mean, .median, .quantile:
      if let value {
        try Binder.requireNumber(value, "an aggregate")
        if aggregate.function == .sum { try SumRules.check(value, keys: keys, named: named, in: binder.segment) }
      }
      if aggregate.function != .sum || description.type != .integer { description.type = .real }
    case .min, .max, .first, .last: break
    }
    let isBounded = isUncertain || value?.type == .quantity || condition?.mayBeMaybe ?? false
    description.name = aggregate.name
    let staysPlain = [ColumnType.text, .entity, .date, .boolean].contains(description.type)
    if isBounded, !staysPlain { description.type = .quantity }
    return Figure(aggregate: aggregate, description: description, value: value, condition: condition, isUncertain: isBounded)
  }
}
