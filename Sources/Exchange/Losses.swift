/// What a format had no place for, counted by sort, in the order in which it was met.
public struct Losses: Hashable, Sendable {
  private var order: [String] = []
  private var counts: [String: Int] = [:]

  /// Nothing lost.
  public init() {}

  /// Whether nothing was lost.
  public var isEmpty: Bool { order.isEmpty }

  /// `volume (3)`, one line for each sort.
  public var lines: [String] { order.map { "\($0) (\(counts[$0] ?? 0))" } }

  /// Counts one more.
  mutating func lose(_ what: String, _ count: Int = 1) {
    guard count > 0 else { return }
    if counts[what] == nil { order.append(what) }
    counts[what, default: 0] += count
  }
}
