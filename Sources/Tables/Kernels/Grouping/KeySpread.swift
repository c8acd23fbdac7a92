/// Rows whose key may be several things, put into each of the groups that it may be in, there as possible ones.
struct KeySpread {
  /// The keys, each with one value.
  var keys: [Column]
  /// Whether each row is only possible in its group.
  var possible: [UInt8]
  /// Which row of the batch each stands for.
  var rows: [Int32]

  /// As many groups as one row may be put into.
  private static let mostGroups = 1_000
  /// As many rows as one batch may become.
  private static let mostRows = 1 << 24

  /// Nil where no key of these rows is uncertain. Throws `wrongStep` for a range that has too many values in it.
  init?(_ columns: [Column], _ bounds: [Bound], possible band: [UInt8]?) throws {
    let rowCount = columns.first?.count ?? 0
    guard bounds.contains(where: { $0.type == .quantity || $0.mayBeMaybe }) else { return nil }
    var picks = Array(0..<Int32(truncatingIfNeeded: rowCount))
    var flags = band ?? [UInt8](repeating: 0, count: rowCount)
    var spread: [[Int64]?] = columns.map { _ in nil }
    for (key, column) in columns.enumerated() {
      let choices: (Int) throws -> [Int64]
      switch column {
      case .quantity(let cells): choices = { try Self.values(QuantityRange(cells, $0), Binder.naming(bounds[key])) }
      case .boolean(let cells) where bounds[key].mayBeMaybe:
        choices = { cells[$0] == Truth.maybe ? [0, 1] : [cells[$0] == Truth.missing ? .min : Int64(cells[$0])] }
      default: continue
      }
      var own: [Int64] = []
      var from: [Int] = []
      for (place, row) in picks.enumerated() {
        for value in try choices(Int(row)) {
          own.append(value)
          from.append(place)
        }
        guard own.count <= Self.mostRows else {
          throw TableError.tooLarge("rows with uncertain keys belong to too many groups; group by classes of the keys")
        }
      }
      let counts = from.reduce(into: [Int](repeating: 0, count: picks.count)) { $0[$1] += 1 }
      for earlier in 0..<key { spread[earlier] = spread[earlier].map { cells in from.map { cells[$0] } } }
      flags = from.map { counts[$0] > 1 ? 1 : flags[$0] }
      picks = from.map { picks[$0] }
      spread[key] = own
    }
    keys = columns.indices.map { key in
      spread[key].map { CellBits.decode($0, bounds[key].type == .quantity ? .real : .boolean) } ?? columns[key].picking(picks)
    }
    possible = flags
    rows = picks
  }

  /// The values that a key may have: one, or the whole numbers of its range.
  private static func values(_ range: QuantityRange, _ name: String) throws -> [Int64] {
    if range.low.isNaN { return [.min] }
    if range.isPoint { return [CellBits.encode(range.low)] }
    let (low, high) = (range.effectiveLow.rounded(.up), range.effectiveHigh.rounded(.down))
    guard range.low == range.low.rounded(), range.high == range.high.rounded(), high - low < Double(mostGroups), high >= low
    else {
      throw TableError.wrongStep(
        "\(name) has bounds with too many values between them to group by",
        notes: ["group by classes of it: floor(\(name) / 100) * 100"])
    }
    return stride(from: low, through: high, by: 1).map { CellBits.encode($0) }
  }
}
