import Synchronization

extension Binder {
  /// A question to the host. What it answered is kept, so that no combination of keys is asked twice.
  func external(_ keys: [Bound], _ lookup: ExternalLookup) -> Bound {
    let answers = ExternalAnswers(lookup: lookup, descriptions: keys.map(\.description))
    return Bound(
      lookup.result, mayBeMaybe: lookup.result.type == .boolean, slots: keys.reduce(into: []) { $0.formUnion($1.slots) }
    ) { batch in
      try answers.cells(for: try keys.map { try $0.evaluate(batch) }, count: batch.rowCount)
    }
  }
}

/// The answers that the host has given, by keys.
private final class ExternalAnswers: Sendable {
  private struct Known: Sendable {
    /// Each combination's place.
    var places: [[Int64]: Int32] = [:]
    /// Answers in the order of the places.
    var answers: Column
  }
  private let lookup: ExternalLookup
  private let descriptions: [ColumnDescription]
  private let known: Mutex<Known>

  init(lookup: ExternalLookup, descriptions: [ColumnDescription]) {
    self.lookup = lookup
    self.descriptions = descriptions
    known = Mutex(Known(answers: .missing(lookup.result.type, count: 0)))
  }

  /// Asks once for all combinations that are new. Workers take turns, so that the host is never asked by two at a time.
  func cells(for keys: [Column], count: Int) throws -> Column {
    let bits = keys.map(CellBits.encode)
    return try known.withLock { known in
      var rows: [Int32] = []
      var new: [Int32] = []
      rows.reserveCapacity(count)
      for row in 0..<count {
        let key = bits.map { $0[row] }
        if let place = known.places[key] {
          rows.append(place)
        } else {
          let place = Int32(truncatingIfNeeded: known.places.count)
          known.places[key] = place
          rows.append(place)
          new.append(Int32(truncatingIfNeeded: row))
        }
      }
      if !new.isEmpty {
        let answer = try lookup.answer(keys.map { $0.picking(new) }, descriptions)
        guard answer.count == new.count else {
          throw TableError.wrongStep("\(lookup.name) answered \(answer.count) of \(new.count) questions")
        }
        known.answers = .joining([known.answers, answer], type: lookup.result.type)
      }
      return known.answers.picking(rows)
    }
  }
}
