/// The texts of one column that one worker met last, with their codes: one place for each value of some bits of the hash. What isn't there
/// is asked of the column's dictionary, which all workers share.
final class CodeCache {
  /// One text.
  struct Entry {
    var first: UInt64 = 0
    var middle: UInt64 = 0
    var last: UInt64 = 0
    /// 0 where there is none.
    var count: UInt32 = 0
    var code: UInt32 = 0

    /// Whether this is the text of a key, as far as the key tells.
    @inline(__always) func holds(_ key: TextKey) -> Bool {
      first == key.first && last == key.last && middle == key.middle && Int(count) == key.count
    }
  }

  private static let smallest = 1 << 6
  private static let largest = 1 << 18

  /// Two entries for each value of some bits of the hash, which lie in one line of the processor's cache.
  private(set) var entries: UnsafeMutablePointer<Entry>
  /// Of the number of the first of the two.
  private(set) var mask = (CodeCache.smallest - 1) & ~1
  /// Texts that weren't here since it last grew.
  private var missCount = 0

  init() {
    entries = Self.places(Self.smallest)
  }

  deinit { entries.deallocate() }

  private static func places(_ count: Int) -> UnsafeMutablePointer<Entry> {
    let raw = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Entry>.stride, alignment: 64)
    let places = raw.bindMemory(to: Entry.self, capacity: count)
    places.initialize(repeating: Entry(), count: count)
    return places
  }

  /// Puts a text in the place of the older of two. Where too many come that aren't here, there will be more places, all empty.
  func add(_ key: TextKey, code: UInt32) {
    guard let count = UInt32(exactly: key.count) else { return }
    missCount += 1
    if missCount > 2 * mask, mask + 2 < Self.largest {
      let size = (mask + 2) * 16
      entries.deallocate()
      entries = Self.places(size)
      mask = (size - 1) & ~1
      missCount = 0
    }
    let place = entries + (Int(truncatingIfNeeded: key.hash) & mask)
    place[1] = place[0]
    place[0] = Entry(first: key.first, middle: key.middle, last: key.last, count: count, code: code)
  }
}

/// One worker's caches, one for each column that it has read.
final class CodeCaches {
  private var caches: [Int: CodeCache] = [:]

  func cache(of column: Int) -> CodeCache {
    if let cache = caches[column] { return cache }
    let cache = CodeCache()
    caches[column] = cache
    return cache
  }
}
