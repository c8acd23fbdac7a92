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
  /// belongs to the first n where even the latter is no more than n, perhaps where the former is. Quadratic in the rows unless their order
  /// is plain.
  mutating func keep(_ wanted: Places) -> [RowSubject] {
    var kept: [Row] = []
    var ties: [RowSubject] = []
    let isSorted = isSorted
    for (row, place) in zip(rows, places()) {
      let surely: Bool
      let perhaps: Bool
      switch wanted {
      case .first(let count):
        surely = place.upperBound <= count
        perhaps = place.lowerBound <= count
        if !perhaps, let last = kept.last, isSorted, case .level = SortKey.standing(row.keys, before: last.keys) {
          ties.append(row.subject)
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
    if let plain = plainStandings(levelRowsShare: levelRowsShare) { return plain }
    let isSorted = isSorted
    return rows.indices.map { index in
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

  /// Whether there is but one order that the rows can stand in: all of them belong, and no two bounds overlap.
  var hasPlainOrder: Bool {
    guard rows.allSatisfy({ $0.band == .certain }) else { return false }
    guard isSorted else { return true }
    let areExact = rows.allSatisfy { row in
      row.keys.allSatisfy { if case .bounds(let low, let high, _) = $0.content { low == high } else { true } }
    }
    // Bounds and letters under one key stand in no order of their own.
    let mixed = rows.first.map { first in
      first.keys.indices.contains { key in Set(rows.compactMap { key < $0.keys.count ? $0.keys[key].category : nil }).count > 1 }
    }
    return areExact && mixed != true
  }

  /// The standings of rows in plain order, which is that in which they stand. Linear in the rows.
  private func plainStandings(levelRowsShare: Bool) -> [ClosedRange<Int>]? {
    guard hasPlainOrder else { return nil }
    let isSorted = isSorted
    var standings: [ClosedRange<Int>] = []
    var rank = 1
    for index in rows.indices {
      if !levelRowsShare {
        rank = index + 1
      } else if isSorted, index > 0, SortKey.standing(rows[index - 1].keys, before: rows[index].keys) != .level {
        rank = index + 1
      }
      standings.append(rank...rank)
    }
    return standings
  }
}

extension SortKey {
  /// Which sort of value it is; nil for a missing one, which stands last beside any.
  fileprivate var category: Int? {
    switch content {
    case .bounds: 0
    case .letters: 1
    case .missing: nil
    }
  }
}

extension EntityTable.Row {
  /// Rows that were not sorted are level.
  fileprivate func standing(before other: Self, isSorted: Bool) -> SortKey.Standing {
    isSorted ? SortKey.standing(keys, before: other.keys) : .level
  }
}
