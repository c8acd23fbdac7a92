extension Binder {
  /// One of two values. Where the condition is missing, so is the value.
  func conditional(_ condition: Bound, _ then: Bound, _ otherwise: Bound) throws -> Bound {
    try Self.requireTruth(condition, "a condition")
    var common = try common([then, otherwise])
    // Where the condition is a maybe, the value may be either: numbers get bounds that hold both.
    if condition.mayBeMaybe {
      guard common.description.type == .integer || common.description.type == .real || common.description.type == .quantity else {
        throw TableError.wrongStep(
          "this condition may be a maybe, and \(Self.word(common.description.type)) cannot be two things at once",
          notes: ["write surely(…) or perhaps(…) around the condition"])
      }
      common.description.type = .quantity
    }
    let slots = condition.slots.union(then.slots).union(otherwise.slots)
    return Bound(common.description, slots: slots) { [common] batch in
      let truths = Self.truths(try condition.evaluate(batch))
      let one = try common.column(0, batch)
      let other = try common.column(1, batch)
      let picks = truths.indices.map { row in
        truths[row] == Truth.missing ? -1 : Int32(truncatingIfNeeded: truths[row] == Truth.no ? row + truths.count : row)
      }
      let both = Column.joining([one, other], type: common.description.type).picking(orMissing: picks)
      guard condition.mayBeMaybe, truths.contains(Truth.maybe) else { return both }
      var cells = both.quantities()
      let (first, second) = (one.quantities(), other.quantities())
      for row in truths.indices where truths[row] == Truth.maybe {
        let isMissing = first.low[row].isNaN || second.low[row].isNaN
        cells.low[row] = isMissing ? .nan : min(first.low[row], second.low[row])
        cells.high[row] = isMissing ? .nan : max(first.high[row], second.high[row])
        cells.best[row] = .nan
        if !cells.ends.isEmpty { cells.ends[row] = 0 }
      }
      return .quantity(cells)
    }
  }

  /// The first of several values that is not missing.
  func fallback(_ choices: [Bound]) throws -> Bound {
    guard !choices.isEmpty else { throw Self.wrongArguments("fallback", 1...1_000) }
    let common = try common(choices)
    return Bound(
      common.description, mayBeMaybe: choices.contains(where: \.mayBeMaybe),
      slots: choices.reduce(into: []) { $0.formUnion($1.slots) }
    ) { batch in
      var result = try common.column(0, batch)
      for choice in choices.indices.dropFirst() {
        let missing = result.missing()
        guard missing.contains(true) else { return result }
        let next = try common.column(choice, batch)
        let picks = missing.indices.map { Int32(truncatingIfNeeded: missing[$0] ? $0 + missing.count : $0) }
        result = Column.joining([result, next], type: common.description.type).picking(picks)
      }
      return result
    }
  }

  /// What several formulas have in common, so that either may stand in one column.
  struct Common: Sendable {
    var description: ColumnDescription
    fileprivate var choices: [Bound]
    /// For text of unlike dictionaries: how each one's codes are written in the common one.
    fileprivate var translations: [CodeMap<UInt32>?]

    /// One of the formulas as a column of the common type.
    func column(_ choice: Int, _ batch: Batch) throws -> Column {
      let bound = choices[choice]
      if bound.constant == .missing { return .missing(description.type, count: batch.rowCount) }
      let column = try bound.evaluate(batch)
      switch description.type {
      case .real: return .real(column.reals())
      case .quantity: return .quantity(column.quantities())
      case .integer: return .integer64(column.wholes() ?? [])
      case .text, .entity:
        var codes = column.codes ?? []
        if let table = translations[choice]?.table() { codes = codes.map { table[Int($0)] } }
        return description.type == .text ? .text(codes) : .entity(codes)
      case .date, .boolean: return column
      }
    }
  }

  private func common(_ choices: [Bound]) throws -> Common {
    let present = choices.filter { $0.constant != .missing }
    guard let first = present.first else {
      return Common(description: ColumnDescription("", .real), choices: choices, translations: choices.map { _ in nil })
    }
    var description = first.description
    description.name = ""
    if present.allSatisfy(\.isNumber) {
      description.type =
        present.contains { $0.type == .quantity } ? .quantity : present.contains { $0.type == .real } ? .real : .integer
      let converted = try choices.map { $0.constant == .missing ? $0 : try self.converted($0, toMeet: first) }
      if description.type == .integer, converted.contains(where: { $0.type == .real }) { description.type = .real }
      if present.contains(where: { $0.constant == nil && $0.description.sort != description.sort }) { description.sort = nil }
      return Common(description: description, choices: converted, translations: choices.map { _ in nil })
    }
    if present.allSatisfy(\.isText) {
      if let dictionary = first.description.dictionary,
        present.allSatisfy({ $0.description.dictionary === dictionary && $0.type == first.type })
      {
        return Common(description: description, choices: choices, translations: choices.map { _ in nil })
      }
      let dictionary = TextDictionary()
      description = ColumnDescription("", .text, dictionary: dictionary)
      let translations = choices.map { choice in
        choice.description.dictionary.map { CodeMap($0, missing: UInt32(0)) { dictionary.code(of: $0) } }
      }
      return Common(description: description, choices: choices, translations: translations)
    }
    guard present.allSatisfy({ $0.type == first.type }) else {
      let other = present.first { $0.type != first.type } ?? first
      throw TableError.wrongStep("one column cannot hold both \(Self.word(first.type)) and \(Self.word(other.type))")
    }
    return Common(description: description, choices: choices, translations: choices.map { _ in nil })
  }
}
