/// Sources that come down to the same findings, because they relay one another or a common source.
public struct SourceOrigin: Sendable {
  /// The sources that relay nothing, from which the others have it. Where all relay each other, the first of them.
  public let roots: [SourceRecord]
  /// Those that were asked about, in the order in which they were given.
  public let members: [SourceRecord]
}

extension SourceRecord {
  /// Sorts sources by independent origin: two are of one origin if a chain of relaying leads from one to the other or from both to a third.
  ///
  /// `source` finds a source by its identifier; one that it doesn't know counts as a source that relays nothing. Circles of sources are
  /// one origin. Origins stand in the order of their first members. Takes time in proportion to the sources that are reached.
  public static func independentOrigins(of sources: [SourceRecord], source: (String) -> SourceRecord?) -> [SourceOrigin] {
    var reached: [SourceRecord] = []
    var placeByID: [String: Int] = [:]
    var groups = DisjointSets()
    func place(of record: SourceRecord) -> Int {
      if let place = placeByID[record.id] { return place }
      placeByID[record.id] = reached.count
      reached.append(record)
      groups.add()
      return reached.count - 1
    }
    let asked = sources.map(place(of:))
    var next = 0
    while next < reached.count {
      for id in reached[next].relays { groups.join(next, place(of: source(id) ?? SourceRecord(id: id))) }
      next += 1
    }
    var order: [Int] = []
    var roots: [Int: [SourceRecord]] = [:]
    var members: [Int: [SourceRecord]] = [:]
    var listed: Set<Int> = []
    for place in asked where listed.insert(place).inserted {
      let group = groups.leader(of: place)
      if members[group] == nil { order.append(group) }
      members[group, default: []].append(reached[place])
    }
    for (place, record) in reached.enumerated() where record.relays.isEmpty {
      roots[groups.leader(of: place), default: []].append(record)
    }
    return order.map { group in
      let members = members[group] ?? []
      return SourceOrigin(roots: roots[group] ?? Array(members.prefix(1)), members: members)
    }
  }
}

/// Sets of numbers that grow together (union–find with path halving and union by size).
private struct DisjointSets {
  private var parents: [Int] = []
  private var sizes: [Int] = []

  /// Adds a set of one.
  mutating func add() {
    parents.append(parents.count)
    sizes.append(1)
  }

  /// The member that stands for its whole set.
  mutating func leader(of member: Int) -> Int {
    var current = member
    while parents[current] != current {
      parents[current] = parents[parents[current]]
      current = parents[current]
    }
    return current
  }

  /// Makes one set of the two that these belong to.
  mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (leader(of: one), leader(of: other))
    guard first != second else { return }
    let (large, small) = sizes[first] >= sizes[second] ? (first, second) : (second, first)
    parents[small] = large
    sizes[large] += sizes[small]
  }
}
