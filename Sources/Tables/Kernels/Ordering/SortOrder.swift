import Names
import Synchronization

/// The order of rows by some keys: for each key and row the range of places that its value may have, as whole numbers.
struct SortOrder: Sendable {
  /// One key of all rows. Descending keys are turned round, and missing cells come last, so that the lesser is always the earlier.
  private struct Key: Sendable {
    /// What rows are put in order by.
    var place: [Int64]
    /// The least and the greatest that it may be; nil where each is one value.
    var range: (low: [Int64], high: [Int64])?
  }
  private let keys: [Key]
  private let rowCount: Int

  /// One column for each key, with what is known of it. Throws `TableError.cancelled`.
  init(
    _ columns: [Column], _ descriptions: [ColumnDescription], descending: [Bool], rowCount: Int, isCancelled: () -> Bool
  ) throws {
    self.rowCount = rowCount
    keys = try columns.indices.map { try Self.key(columns[$0], descriptions[$0], descending[$0], isCancelled) }
  }

  /// Whether some value is not known exactly.
  var isUncertain: Bool { keys.contains { $0.range != nil } }

  /// Whether a row has no value of the first key.
  func isMissing(_ row: Int32) -> Bool { keys.first?.place[Int(row)] == .max }

  /// Where plain numbers and dates stand in the order, the lesser the earlier; nil for columns whose order only all rows tell.
  static func places(_ column: Column, descending: Bool) -> [Int64]? {
    switch column {
    case .quantity, .text, .entity, .boolean: nil
    default: try? key(column, ColumnDescription("", column.type), descending, { false }).place
    }
  }

  private static func key(
    _ column: Column, _ description: ColumnDescription, _ descending: Bool, _ isCancelled: () -> Bool
  ) throws -> Key {
    let sign: Int64 = descending ? -1 : 1
    switch column {
    case .quantity(let cells):
      var key = Key(place: [], range: ([], []))
      for row in cells.low.indices {
        let range = QuantityRange(cells, row)
        guard !range.low.isNaN, !range.high.isNaN else {
          key.place.append(.max)
          key.range?.low.append(.max)
          key.range?.high.append(.max)
          continue
        }
        // By the best figure, else by the lower end; what has neither comes last.
        let value = cells.best[row].isNaN ? range.low : cells.best[row]
        key.place.append(value == -.infinity ? .max - 1 : ordered(value) * sign)
        let (low, high) = (ordered(range.effectiveLow) * sign, ordered(range.effectiveHigh) * sign)
        key.range?.low.append(min(low, high))
        key.range?.high.append(max(low, high))
      }
      return key
    case .text(let codes), .entity(let codes):
      let ranks = try description.dictionary.map { try textRanks($0, used: codes, isCancelled) } ?? []
      return Key(place: codes.map { Int(truncatingIfNeeded: $0) < ranks.count && $0 != 0 ? ranks[Int($0)] * sign : .max })
    case .boolean(let cells):
      let hasMaybe = cells.contains(Truth.maybe)
      // No, maybe, yes.
      let places = cells.map { $0 == Truth.missing ? Int64.max : [0, 2, 0, 1][Int($0 & 3)] * sign }
      guard hasMaybe else { return Key(place: places) }
      let (first, last): (Int64, Int64) = descending ? (-2, 0) : (0, 2)
      return Key(
        place: places,
        range: (
          places.indices.map { cells[$0] == Truth.maybe ? first : places[$0] },
          places.indices.map { cells[$0] == Truth.maybe ? last : places[$0] }
        ))
    default:
      if let cells = column.wholes() { return Key(place: cells.map { $0 == .min ? .max : $0 * sign }) }
      return Key(place: column.reals().map { $0.isNaN ? .max : ordered($0) * sign })
    }
  }

  /// A real number as a whole one of the same order.
  private static func ordered(_ value: Double) -> Int64 {
    let bits = Int64(bitPattern: (value == 0 ? 0 : value).bitPattern)
    return bits < 0 ? bits ^ .max : bits
  }

  /// The place of each text in the alphabet, case and accents counting only between texts that are alike otherwise.
  private static func textRanks(_ dictionary: TextDictionary, used codes: [UInt32], _ isCancelled: () -> Bool) throws -> [Int64] {
    // Millions of different texts take seconds to be put in order.
    var steps = 0
    func goOn() throws {
      steps &+= 1
      if steps & 4_095 == 0, isCancelled() { throw TableError.cancelled }
    }
    var isUsed = [Bool](repeating: false, count: dictionary.count)
    for code in codes where Int(code) < isUsed.count { isUsed[Int(code)] = true }
    let texts = try isUsed.indices.filter { isUsed[$0] && $0 > 0 }.map { code in
      try goOn()
      let text = dictionary.text(UInt32(truncatingIfNeeded: code))
      return (folded: foldName(text), text: text, code: code)
    }.sorted {
      try goOn()
      return ($0.folded, $0.text) < ($1.folded, $1.text)
    }
    var ranks = [Int64](repeating: 0, count: isUsed.count)
    for (rank, text) in texts.enumerated() { ranks[text.code] = Int64(rank) }
    return ranks
  }

  // MARK: The order itself

  /// A row with where it stands by the first key.
  private struct Entry: Sendable {
    var place: Int64
    var row: Int32
  }

  /// The rows in order; those that are even stay as they were. Runs are sorted and then merged, two by two, on all workers. Throws
  /// `cancelled`.
  func sorted(_ execution: Execution) throws -> [Int32] {
    guard let first = keys.first, rowCount > 0 else { return Array(0..<Int32(truncatingIfNeeded: rowCount)) }
    let later = Array(keys.dropFirst())
    let isBefore: @Sendable (Entry, Entry) -> Bool = { one, other in
      if one.place != other.place { return one.place < other.place }
      for key in later {
        let (left, right) = (key.place[Int(one.row)], key.place[Int(other.row)])
        if left != right { return left < right }
      }
      return one.row < other.row
    }
    let count = rowCount
    let starts = Array(stride(from: 0, to: count, by: Self.runLength))
    var runs = try Self.each(starts.count, execution) { run in
      let range = starts[run]..<min(starts[run] + Self.runLength, count)
      return range.map { Entry(place: first.place[$0], row: Int32(truncatingIfNeeded: $0)) }.sorted(by: isBefore)
    }
    while runs.count > 1 {
      let whole = runs
      runs = try Self.each((whole.count + 1) / 2, execution) { pair in
        guard 2 * pair + 1 < whole.count else { return whole[2 * pair] }
        return try Self.merged(whole[2 * pair], whole[2 * pair + 1], execution, isBefore)
      }
    }
    return runs[0].map(\.row)
  }

  private static let runLength = 65_536

  /// The results of pieces of work, in order.
  private static func each(
    _ count: Int, _ execution: Execution, _ work: @Sendable (Int) throws -> [Entry]
  ) throws -> [[Entry]] {
    let results = Mutex([[Entry]](repeating: [], count: count))
    try Workers.run(count, execution: execution) { number, _ in
      let result = try work(number)
      results.withLock { $0[number] = result }
    }
    return results.withLock(\.self)
  }

  private static func merged(
    _ left: [Entry], _ right: [Entry], _ execution: Execution, _ isBefore: (Entry, Entry) -> Bool
  ) throws -> [Entry] {
    var result: [Entry] = []
    result.reserveCapacity(left.count + right.count)
    var (one, other) = (0, 0)
    while one < left.count, other < right.count {
      if result.count % runLength == 0, execution.isCancelled() { throw TableError.cancelled }
      if isBefore(right[other], left[one]) {
        result.append(right[other])
        other += 1
      } else {
        result.append(left[one])
        one += 1
      }
    }
    return result + left[one...] + right[other...]
  }

  /// Of rows in order, whether each is even with the one before.
  func ties(_ order: [Int32]) -> [UInt8] {
    order.indices.map { index in
      guard index > 0 else { return 0 }
      return keys.allSatisfy { $0.place[Int(order[index])] == $0.place[Int(order[index - 1])] } ? 1 : 0
    }
  }

  // MARK: Ranks

  /// Rows up to which each pair is compared; with more only the first key that is uncertain narrows a rank.
  private static let mostCompared = 1_500

  /// For each of these rows the first and the last place that it may have among them: one more than the rows that surely come before, and
  /// one more than those that may. A possible row counts only among the latter.
  func ranks(_ rows: [Int32], isPossible: [UInt8]?) -> (low: [Int32], high: [Int32]) {
    rows.count <= Self.mostCompared || keys.isEmpty ? exactRanks(rows, isPossible) : wideRanks(rows, isPossible)
  }

  private func exactRanks(_ rows: [Int32], _ isPossible: [UInt8]?) -> (low: [Int32], high: [Int32]) {
    var (low, high) = ([Int32](repeating: 1, count: rows.count), [Int32](repeating: 1, count: rows.count))
    for (place, row) in rows.enumerated() {
      for other in rows where other != row {
        let before = comesBefore(Int(other), Int(row))
        if before == Truth.yes, isPossible.map({ $0[Int(other)] == 0 }) ?? true { low[place] += 1 }
        if before != Truth.no { high[place] += 1 }
      }
    }
    return (low, high)
  }

  /// Whether a row comes before another, in all worlds, in some or in none.
  private func comesBefore(_ one: Int, _ other: Int) -> UInt8 {
    var result = Truth.no
    for key in keys {
      let oneRange = key.range.map { ($0.low[one], $0.high[one]) } ?? (key.place[one], key.place[one])
      let otherRange = key.range.map { ($0.low[other], $0.high[other]) } ?? (key.place[other], key.place[other])
      if oneRange.1 < otherRange.0 { return result == Truth.maybe ? Truth.maybe : Truth.yes }
      if oneRange.0 > otherRange.1 { return result }
      let areSame = oneRange.0 == oneRange.1 && otherRange.0 == otherRange.1
      // Not decided by this key alone, and where the two may be even the next may decide it.
      if !areSame {
        if oneRange.0 < otherRange.1 { result = Truth.maybe }
      }
    }
    return result
  }

  /// By the first key alone: bounds that hold, though later keys might narrow them.
  private func wideRanks(_ rows: [Int32], _ isPossible: [UInt8]?) -> (low: [Int32], high: [Int32]) {
    let key = keys[0]
    let (lows, highs) = (key.range?.low ?? key.place, key.range?.high ?? key.place)
    let certainHighs = rows.filter { row in isPossible.map { $0[Int(row)] == 0 } ?? true }.map { highs[Int($0)] }.sorted()
    let allLows = rows.map { lows[Int($0)] }.sorted()
    var (first, last) = ([Int32](), [Int32]())
    for row in rows {
      first.append(Int32(truncatingIfNeeded: Self.count(certainHighs, below: lows[Int(row)]) + 1))
      let reach = highs[Int(row)]
      // Itself is one of those, unless only lesser ones count and it is a single value.
      let may = keys.count == 1 ? Self.count(allLows, below: reach) : Self.count(allLows, below: reach &+ 1)
      let itself = keys.count > 1 || lows[Int(row)] < reach ? 1 : 0
      last.append(Int32(truncatingIfNeeded: may - itself + 1))
    }
    return (first, last)
  }

  /// How many of some sorted numbers are below a limit.
  private static func count(_ sorted: [Int64], below limit: Int64) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
