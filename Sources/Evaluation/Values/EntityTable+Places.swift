import Casebook

extension EntityTable {
  /// Which places of the order are wanted, counted from 1.
  enum Places {
    case first(Int)
    case after(Int)
  }

  /// Keeps the rows whose place is, surely or perhaps, among those wanted, and gives those that are level with the last one taken.
  ///
  /// A row's place lies between one more than the rows that surely stand before it and one more than those that perhaps do. It surely
  /// belongs to the first n where even the latter is no more than n, perhaps where the former is. Quadratic in the rows.
  mutating func keep(_ wanted: Places) -> [EntityID] {
    var kept: [Row] = []
    var ties: [EntityID] = []
    for (row, place) in zip(rows, places()) {
      let surely: Bool
      let perhaps: Bool
      switch wanted {
      case .first(let count):
        surely = place.upperBound <= count
        perhaps = place.lowerBound <= count
        if !perhaps, let last = kept.last, isSorted, case .level = SortKey.standing(row.keys, before: last.keys) {
          ties.append(row.entity)
        }
      case .after(let count):
        surely = place.lowerBound > count
        perhaps = place.upperBound > count
      }
      guard perhaps else { continue }
      var row = row
      if !surely { row.band = .possible }
      kept.append(row)
    }
    rows = kept
    return ties
  }

  /// Between which places each row stands, counted from 1. Level rows stand in their order.
  func places() -> [ClosedRange<Int>] { standings(levelRowsShare: false) }

  /// The ranks of rows: from one more than those that surely stand before it to one more than those that perhaps do. Level rows share one.
  func ranks() -> [ClosedRange<Int>] { standings(levelRowsShare: true) }

  private func standings(levelRowsShare: Bool) -> [ClosedRange<Int>] {
    rows.indices.map { index in
      var surely = 0
      var perhaps = 0
      for other in rows.indices where other != index {
        switch rows[other].standing(before: rows[index], isSorted: isSorted) {
        case .surelyBefore:
          perhaps += 1
          if rows[other].band == .certain { surely += 1 }
        case .level where !levelRowsShare && other < index:
          perhaps += 1
          if rows[other].band == .certain { surely += 1 }
        case .perhapsBefore, .perhapsAfter: perhaps += 1
        case .level, .surelyAfter: break
        }
      }
      return 1 + surely...1 + perhaps
    }
  }
}

extension EntityTable.Row {
  /// Rows that were not sorted are level.
  fileprivate func standing(before other: Self, isSorted: Bool) -> SortKey.Standing {
    isSorted ? SortKey.standing(keys, before: other.keys) : .level
  }
}
