import Synchronization

/// The other table of a join, by its keys. Batches are matched as they stream; workers share it.
final class HashJoin: Sendable {
  /// The other table, read whole.
  struct Other: Sendable {
    var name: String
    var keys: [Column]
    var keyDescriptions: [ColumnDescription]
    /// Each in one piece.
    var columns: [Column]
    var rowCount: Int
    /// Empty where all rows are certain.
    var isPossible: [Bool]
  }

  private struct State: Sendable {
    var leftMatched = 0
    var leftUnmatched = 0
    /// By combination of keys of the other table, rows of this one that matched it.
    var matches: [Int]
    /// Keys that matched nothing, by their text, with the first row that has them.
    var leftovers: [String: Int] = [:]
  }

  /// As many rows as one batch may become.
  private static let mostMatches = 1 << 25

  let kind: TableJoin.Kind
  let leftKeys: [Bound]
  private let leftForms: [JoinKeys.Form]
  private let other: Other
  private let indexer: GroupIndexer
  /// Of each row of the other table, −1 where a key is missing.
  private let numbers: [Int32]
  /// Where each combination's rows begin among `rows`.
  private let starts: [Int32]
  private let rows: [Int32]
  private let state: Mutex<State>

  /// Reads the keys of the other table. Throws `wrongStep` where keys cannot be compared.
  init(kind: TableJoin.Kind, leftKeys: [Bound], other: Other) throws {
    self.kind = kind
    self.leftKeys = leftKeys
    self.other = other
    let forms = try leftKeys.indices.map { try JoinKeys.forms(leftKeys[$0].description, other.keyDescriptions[$0]) }
    leftForms = forms.map(\.left)
    let bits = other.keys.indices.map { forms[$0].right.bits(other.keys[$0]) }
    var indexer = GroupIndexer(keyCount: leftKeys.count)
    var numbers = indexer.numbers(ofBits: bits, rowCount: other.rowCount)
    // A missing key matches nothing, not even another.
    for row in numbers.indices where bits.contains(where: { $0[row] == .min }) { numbers[row] = -1 }
    var starts = [Int32](repeating: 0, count: indexer.count + 1)
    for number in numbers where number >= 0 { starts[Int(number) + 1] += 1 }
    for number in 0..<indexer.count { starts[number + 1] += starts[number] }
    var next = starts
    var rows = [Int32](repeating: 0, count: Int(starts.last ?? 0))
    for (row, number) in numbers.enumerated() where number >= 0 {
      rows[Int(next[Int(number)])] = Int32(truncatingIfNeeded: row)
      next[Int(number)] += 1
    }
    self.indexer = indexer
    self.numbers = numbers
    self.starts = starts
    self.rows = rows
    state = Mutex(State(matches: [Int](repeating: 0, count: indexer.count)))
  }

  /// Whether rows of the other table are only possible.
  var hasPossible: Bool { other.isPossible.contains(true) }

  /// The other table's cells for some of its rows; −1 gives a missing cell.
  func column(_ index: Int, rows: [Int32]) -> Column { other.columns[index].picking(orMissing: rows) }

  /// Matches the rows of a batch, and keeps, repeats or drops them.
  func match(_ batch: Batch, number join: Int, needed: Set<Int>) throws {
    let keys = try leftKeys.map { try $0.evaluate(batch) }
    let bits = keys.indices.map { leftForms[$0].bits(keys[$0]) }
    var indexer = indexer
    let found = indexer.numbers(ofBits: bits, rowCount: batch.rowCount, adding: false)
    var kept: [Int32] = []
    var matches: [Int32] = []
    var unmatched: [Int32] = []
    kept.reserveCapacity(found.count)
    matches.reserveCapacity(found.count)
    var repeats = false
    for (place, number) in found.enumerated() {
      let row = Int32(truncatingIfNeeded: place)
      let matched = number < 0 ? 0..<0 : Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
      if matched.isEmpty {
        unmatched.append(row)
        if kind != .inner {
          kept.append(row)
          matches.append(-1)
        }
      } else if kind != .anti {
        repeats = repeats || matched.count > 1
        guard kept.count + matched.count <= Self.mostMatches else {
          throw TableError.tooLarge("the keys of \(other.name) match too many rows each; group one of the tables by them first")
        }
        for place in matched {
          kept.append(row)
          matches.append(rows[place])
        }
      }
    }
    record(batch, keys, found, unmatched)
    if repeats { try batch.expand(kept, needed: needed) } else { batch.keep(kept, needed: needed) }
    batch.setMatches(matches, of: join)
    if hasPossible { batch.mark(possible: matches.map { $0 < 0 || !other.isPossible[Int($0)] ? 0 : 1 }) }
  }

  private func record(_ batch: Batch, _ keys: [Column], _ found: [Int32], _ unmatched: [Int32]) {
    let texts = unmatched.isEmpty ? [] : Self.texts(keys.map { $0.picking(unmatched) }, leftKeys.map(\.description))
    // Most batches meet the same few keys, so each is marked once before the others are kept waiting.
    var met = [Int](repeating: 0, count: indexer.count)
    for number in found where number >= 0 { met[Int(number)] += 1 }
    state.withLock { state in
      state.leftMatched += found.count - unmatched.count
      state.leftUnmatched += unmatched.count
      for number in met.indices where met[number] > 0 { state.matches[number] += met[number] }
      for (index, text) in texts.enumerated() {
        let position = batch.position(Int(unmatched[index]))
        state.leftovers[text] = min(position, state.leftovers[text] ?? .max)
      }
    }
  }

  private static func texts(_ keys: [Column], _ descriptions: [ColumnDescription]) -> [String] {
    let columns = keys.indices.map { CellSpelling.texts(of: keys[$0], descriptions[$0]) }
    return (0..<(keys.first?.count ?? 0)).map { row in columns.map { $0[row] ?? "missing" }.joined(separator: " ") }
  }

  /// What matched, once all batches are through.
  func report() -> JoinReport {
    state.withLock { state in
      var report = JoinReport(otherName: other.name)
      report.leftMatched = state.leftMatched
      report.leftUnmatched = state.leftUnmatched
      for (number, count) in state.matches.enumerated() where kind != .anti && count > 1 {
        let others = Int(starts[number + 1] - starts[number])
        guard others > 1 else { continue }
        report.repeatedKeyCount += 1
        report.repeatedRows += count * others
      }
      report.leftoverKeyCount = state.leftovers.count
      report.leftoverKeys = state.leftovers.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(JoinReport.shownKeys).map(
        \.key)
      let unmatched = numbers.indices.filter { numbers[$0] < 0 || state.matches[Int(numbers[$0])] == 0 }
      report.rightUnmatched = unmatched.count
      report.rightMatched = other.rowCount - unmatched.count
      let picks = unmatched.map { Int32(truncatingIfNeeded: $0) }
      var seen: Set<String> = []
      for text in Self.texts(other.keys.map { $0.picking(picks) }, other.keyDescriptions) where seen.insert(text).inserted {
        if report.otherLeftoverKeys.count < JoinReport.shownKeys { report.otherLeftoverKeys.append(text) }
      }
      report.otherLeftoverKeyCount = seen.count
      return report
    }
  }
}
