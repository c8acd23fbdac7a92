import Evidence

/// The figures of files on which the rows of a table rest that was made of a collection: a filter, a rank or a quotient shows none of them,
/// and no note of a cell can say where they come from. Kept for one statement, and taken by the table that is shown next.
struct FiguresHeard {
  /// Where they come from, in the order of being asked for.
  private(set) var origins: [String] = []
  /// What is missing of them: `sesnsp: 11 of 12 months of 2024`.
  private(set) var holes: [String] = []

  /// All of it.
  var lines: [String] { origins + holes }

  mutating func add(_ bases: [TableBasis]) {
    for basis in bases {
      if !origins.contains(basis.words) { origins.append(basis.words) }
      for hole in basis.holes {
        let line = "\(basis.table): \(hole)" + (basis.time.map { " of \($0.words)" } ?? "")
        if !holes.contains(line) { holes.append(line) }
      }
    }
  }
}

extension Evaluator {
  /// What was heard since a table was last shown.
  func takeHeard() -> FiguresHeard {
    defer { heard = FiguresHeard() }
    return heard
  }
}
