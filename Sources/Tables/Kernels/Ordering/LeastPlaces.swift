import Synchronization

/// Finds, while rows stream, those that cannot be among the first so many of an order: what lies behind as many rows as are wanted.
final class LeastPlaces: Sendable {
  private let count: Int
  /// The least places so far, as a heap with the greatest at the top.
  private let heap: Mutex<[Int64]>

  /// More rows than these are not worth it.
  static let mostRows = 10_000

  /// Of which so many rows are wanted.
  init(count: Int) {
    self.count = count
    heap = Mutex([])
  }

  /// The rows that may be among the first, with all that are even with the last of them.
  func candidates(_ places: [Int64]) -> [Int32] {
    guard count > 0 else { return [] }
    let limit = heap.withLock { heap in
      for place in places where heap.count < count || place < heap[0] { Self.add(place, to: &heap, count) }
      return heap.count < count ? Int64.max : heap[0]
    }
    return RowSelection(count: places.count, isMissing: { _ in false }) { places[$0] <= limit }.rows
  }

  private static func add(_ place: Int64, to heap: inout [Int64], _ count: Int) {
    if heap.count < count {
      heap.append(place)
      var child = heap.count - 1
      while child > 0, heap[(child - 1) / 2] < heap[child] {
        heap.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
      return
    }
    heap[0] = place
    var parent = 0
    while true {
      var greatest = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child] > heap[greatest] { greatest = child }
      guard greatest != parent else { return }
      heap.swapAt(parent, greatest)
      parent = greatest
    }
  }
}
