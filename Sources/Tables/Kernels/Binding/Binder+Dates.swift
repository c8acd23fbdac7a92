extension Binder {
  /// A function of dates. Throws `wrongStep` for what is no date.
  func dateFunction(_ function: DateFunction, _ arguments: [Bound]) throws -> Bound {
    let slots: Set<Int> = arguments.reduce(into: []) { $0.formUnion($1.slots) }
    if function == .fromParts {
      guard (1...3).contains(arguments.count) else { throw Self.wrongArguments("date", 1...3) }
      for argument in arguments { try Self.requireNumber(argument, "date") }
      let resolution: DateResolution = [.year, .month, .day][arguments.count - 1]
      return Bound(ColumnDescription("", .date, resolution: resolution), slots: slots) { batch in
        let parts = try arguments.map { try $0.evaluate(batch).reals() }
        return .date(
          (0..<batch.rowCount).map { row in
            guard let year = Int(exactly: parts[0][row]), let month = Int(exactly: parts.count > 1 ? parts[1][row] : 1),
              let day = Int(exactly: parts.count > 2 ? parts[2][row] : 1)
            else { return .min }
            return Calendar.day(year, month, day) ?? .min
          })
      }
    }
    guard arguments.count == 1 else { throw Self.wrongArguments(function.rawValue, 1...1) }
    let operand = arguments[0]
    guard operand.type == .date || operand.constant == .missing else {
      // A column of years is one already.
      if function == .year, operand.type == .integer { return operand }
      throw TableError.wrongStep("\(function.rawValue) needs a date, and \(Self.naming(operand)) is \(Self.word(operand.type))")
    }
    switch function {
    case .startOfYear, .startOfMonth:
      let resolution: DateResolution = function == .startOfYear ? .year : .month
      return Bound(ColumnDescription("", .date, resolution: resolution), slots: slots) { batch in
        guard case .date(let cells) = try operand.evaluate(batch) else { return .missing(.date, count: batch.rowCount) }
        return .date(
          cells.map { day in
            guard day != .min else { return .min }
            let date = Calendar.date(of: day)
            return Calendar.day(date.year, function == .startOfYear ? 1 : date.month, 1) ?? .min
          })
      }
    case .year:
      // The year of a month that an unpivot made is the year that it was made of.
      if let unpivoted = segment.unpivotedYear, operand.slots == [unpivoted.key], operand.description.resolution == .month {
        return reference(unpivoted.year)
      }
      return part(operand, slots, Calendar.years)
    case .month: return part(operand, slots) { Calendar.months(of: $0).map { $0 == .min ? .min : $0 + 1 } }
    case .quarter: return part(operand, slots) { Calendar.months(of: $0).map { $0 == .min ? .min : $0 / 3 + 1 } }
    case .day:
      return part(operand, slots) { $0.map { $0 == .min ? .min : Int32(truncatingIfNeeded: Calendar.date(of: $0).day) } }
    case .weekday, .fromParts:
      // 1 January 1970 was a Thursday.
      return part(operand, slots) {
        $0.map { $0 == .min ? .min : Int32(truncatingIfNeeded: ((Int($0) + 3) % 7 + 7) % 7 + 1) }
      }
    }
  }

  private func part(_ operand: Bound, _ slots: Set<Int>, _ read: @escaping @Sendable ([Int32]) -> [Int32]) -> Bound {
    Bound(ColumnDescription("", .integer), slots: slots) { batch in
      guard case .date(let cells) = try operand.evaluate(batch) else { return .missing(.integer, count: batch.rowCount) }
      return .integer32(read(cells))
    }
  }

  /// The month of a date, from 0.
  static func monthNumber(_ date: Bound) -> Bound {
    Bound(ColumnDescription("", .integer), slots: date.slots) { batch in
      guard case .date(let days) = try date.evaluate(batch) else { return .missing(.integer, count: batch.rowCount) }
      return .integer32(Calendar.months(of: days))
    }
  }
}
