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

  private static let smallest = 1 << 10
  private static let largest = 1 << 18

  private(set) var entries: UnsafeMutablePointer<Entry>
  private(set) var mask = CodeCache.smallest - 1
  /// Texts that weren't here since it last grew.
  private var missCount = 0

  init() {
    entries = Self.places(mask + 1)
  }

  deinit { entries.deallocate() }

  private static func places(_ count: Int) -> UnsafeMutablePointer<Entry> {
    let places = UnsafeMutablePointer<Entry>.allocate(capacity: count)
    places.initialize(repeating: Entry(), count: count)
    return places
  }

  /// Puts a text in the place of the one that was there. Where too many come that aren't here, there will be more places, all empty.
  func add(_ key: TextKey, code: UInt32) {
    guard let count = UInt32(exactly: key.count) else { return }
    missCount += 1
    if missCount > 2 * mask, mask + 1 < Self.largest {
      entries.deallocate()
      mask = (mask + 1) * 4 - 1
      entries = Self.places(mask + 1)
      missCount = 0
    }
    entries[Int(truncatingIfNeeded: key.hash) & mask] = Entry(
      first: key.first, middle: key.middle, last: key.last, count: count, code: code)
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
