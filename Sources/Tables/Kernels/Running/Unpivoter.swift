/// Columns into rows, without writing them: each batch becomes as many as there are columns, which share all that doesn't depend on which
/// column it is. So an unpivot that is grouped at once costs a group's work for each cell and no more.
struct Unpivoter: Sendable {
  var valueSlots: [Int]
  /// Of months: the slot of their year, whole numbers of 32 bits.
  var yearSlot: Int?
  var keySlot: Int
  var valueSlot: Int
  /// The codes of the columns' names, in the order of `valueSlots`; empty for months.
  var nameCodes: [UInt32] = []
  /// What the values become: the common type of the columns.
  var type: ColumnType
  /// What the column of values is called.
  var valueName: String
  var keepsEmptyCells: Bool

  /// Hands the parts on, with how many cells were empty in each.
  func run(_ batch: Batch, needed: Set<Int>, body: (_ part: Batch, _ emptyCells: Int) throws -> Void) throws {
    for slot in sharedSlots(of: batch.segment, needed: needed) { _ = try batch.column(slot) }
    let needsKey = needed.contains(keySlot)
    var years: [Int32] = []
    if let yearSlot, needsKey, case .integer32(let cells) = try batch.column(yearSlot) { years = cells }
    for (part, slot) in valueSlots.enumerated() {
      var values = try batch.column(slot)
      switch type {
      case .real: values = .real(values.reals())
      case .quantity: values = .quantity(values.quantities())
      default: break
      }
      let key: Column? =
        if !needsKey {
          nil
        } else if yearSlot != nil {
          .date(Calendar.days(ofMonth: part + 1, in: years))
        } else {
          .text([UInt32](repeating: nameCodes[part], count: batch.rowCount))
        }
      let piece = batch.unpivoted(
        part: part, of: valueSlots.count, key: key, keySlot: keySlot, value: values, valueSlot: valueSlot)
      let empty = keepsEmptyCells ? 0 : values.missingCount
      if empty > 0 { piece.keep(values.presentRows(), needed: needed) }
      try body(piece, empty)
    }
  }

  /// What can be read once for all parts: all columns of the source, and what is made of these alone. What a join after the unpivot puts
  /// beside them has no rows yet, since each part is matched by itself.
  private func sharedSlots(of segment: Segment, needed: Set<Int>) -> [Int] {
    let later = segment.joinsAfterUnpivot
    return needed.filter { slot in
      let inputs = segment.closure(of: [slot])
      guard !inputs.contains(keySlot), !inputs.contains(valueSlot) else { return false }
      return !inputs.contains { if case .joined(let join, _) = segment.slots[$0] { later.contains(join) } else { false } }
    }.sorted()
  }
}
