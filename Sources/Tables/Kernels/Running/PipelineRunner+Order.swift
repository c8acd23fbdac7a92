extension PipelineRunner {
  /// `count` is how many rows are taken of the order, if the next step takes some.
  mutating func sort(_ keys: [SortKey], taking count: Int? = nil) throws {
    let (rows, order, _) = try ordered(keys, taking: count)
    let picks = try order.sorted(execution)
    var sorted = rows.picking(picks)
    sorted.ties = order.ties(picks)
    sorted.ranks = nil
    if order.isUncertain || rows.isPossible != nil {
      let ranks = order.ranks(picks, isPossible: rows.isPossible)
      if ranks.low != ranks.high { sorted.ranks = ranks }
    }
    begin(sorted)
  }

  /// All rows, with the order that keys give them and with further formulas.
  private mutating func ordered(
    _ keys: [SortKey], also extra: [TableExpression] = [], taking count: Int? = nil
  ) throws -> (rows: Rows, order: SortOrder, extra: [Column]) {
    var bounds: [Bound] = []
    try bind { bounds = try $0.bindAll(keys.map(\.expression) + extra) }
    var collecting = Collecting(segment: segment, execution: execution)
    if let count, count <= LeastPlaces.mostRows, !segment.hasBand, let key = keys.first,
      !bounds.contains(where: { $0.type == .quantity })
    {
      collecting.first = (bounds[0], key.descending, LeastPlaces(count: count))
    }
    let (rows, columns) = try collecting.run(extra: bounds, notes: &notes)
    let order = try SortOrder(
      Array(columns.prefix(keys.count)), bounds.prefix(keys.count).map(\.description), descending: keys.map(\.descending),
      rowCount: rows.rowCount, isCancelled: execution.isCancelled)
    return (rows, order, Array(columns.dropFirst(keys.count)))
  }

  /// The first rows; says how many of the others might be among them.
  mutating func take(_ count: Int) throws {
    guard segment.rankSlots != nil || segment.tieSlot != nil else {
      return begin(try collect(extra: [], limit: count).rows)
    }
    let rows = try collect()
    let ties = rowsThatMightEnter(rows, count)
    if ties > 0 { notes.append(.tiesThatMightEnter(rows: ties)) }
    begin(rows.picking(Array(0..<Int32(truncatingIfNeeded: min(count, rows.rowCount)))))
  }

  private func rowsThatMightEnter(_ rows: Rows, _ count: Int) -> Int {
    guard count > 0, count < rows.rowCount else { return 0 }
    if let ranks = rows.ranks { return (count..<rows.rowCount).reduce(0) { $0 + (Int(ranks.low[$1]) <= count ? 1 : 0) } }
    guard let ties = rows.ties else { return 0 }
    return (count..<rows.rowCount).prefix { ties[$0] == 1 }.count
  }

  /// All but the first rows.
  mutating func skip(_ count: Int) throws {
    let rows = try collect()
    let first = min(count, rows.rowCount)
    begin(rows.picking((first..<rows.rowCount).map { Int32(truncatingIfNeeded: $0) }))
  }

  /// The first rows of each part.
  mutating func top(_ count: Int, _ keys: [SortKey], _ within: [TableExpression]) throws {
    let (rows, order, columns) = try ordered(keys, also: within)
    var indexer = GroupIndexer(keyCount: columns.count)
    let numbers = indexer.numbers(of: columns, rowCount: rows.rowCount)
    var members = [[Int32]](repeating: [], count: indexer.count)
    // A row without the figure that they are ordered by has no place among them.
    for row in try order.sorted(execution) where !order.isMissing(row) { members[Int(numbers[Int(row)])].append(row) }
    let placeless = rows.rowCount - members.reduce(0) { $0 + $1.count }
    if placeless > 0 { notes.append(.placeless(rows: placeless)) }
    var kept: [Int32] = []
    var ranks: (low: [Int32], high: [Int32]) = ([], [])
    var entering = 0
    let isUncertain = order.isUncertain || rows.isPossible != nil
    for group in members {
      kept += group.prefix(count)
      if isUncertain {
        let own = order.ranks(group, isPossible: rows.isPossible)
        ranks.low += own.low.prefix(count)
        ranks.high += own.high.prefix(count)
        entering += own.low.dropFirst(count).reduce(0) { $0 + (Int($1) <= count ? 1 : 0) }
      } else if count > 0, group.count > count {
        let ties = order.ties(group)
        entering += ties[count...].prefix { $0 == 1 }.count
      }
    }
    if entering > 0 { notes.append(.tiesThatMightEnter(rows: entering)) }
    var result = rows.picking(kept)
    (result.ranks, result.ties) = (isUncertain && ranks.low != ranks.high ? ranks : nil, nil)
    begin(result)
  }

  /// The rows whose numbers, mixed with the seed, are the least: the same ones whatever the machine does.
  mutating func sample(_ count: Int, _ seed: UInt64) throws {
    let rows = try collect()
    func mixed(_ row: Int) -> UInt64 {
      // SplitMix64, Steele, Lea and Flood 2014.
      var value = (UInt64(row) &+ seed &* 0x9E37_79B9_7F4A_7C15) &+ 0x9E37_79B9_7F4A_7C15
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
    let chosen = (0..<rows.rowCount).map { (mixed($0), $0) }.sorted { $0 < $1 }.prefix(count).map(\.1).sorted()
    var result = rows.picking(chosen.map { Int32(truncatingIfNeeded: $0) })
    (result.ranks, result.ties) = (nil, nil)
    begin(result)
  }
}
