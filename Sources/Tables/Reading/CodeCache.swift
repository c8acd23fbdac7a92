import Glibc

/// The texts of one column that one worker has met, with their codes, so that the column's dictionary, which all workers share, is asked
/// for few. Holds a limited number; a column with more different texts asks the dictionary for the rest.
final class CodeCache {
  /// What a text is looked up by. Eight bytes after the text must be readable.
  struct Key {
    /// The first eight bytes.
    let word: UInt64
    let hash: UInt64
    let count: Int

    @inline(__always) init(_ start: UnsafeRawPointer, _ count: Int) {
      self.count = count
      let first = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
      word = count >= 8 ? first : first & ((1 &<< UInt64(truncatingIfNeeded: 8 &* count)) &- 1)
      var mixed = (word ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
      if count > 8 {
        var offset = 8
        while offset &+ 8 < count {
          mixed = (mixed ^ (mixed >> 32) ^ start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0xD6E8_FEB8_6659_FD93
          offset &+= 8
        }
        mixed =
          (mixed ^ (mixed >> 32) ^ start.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)) &* 0xD6E8_FEB8_6659_FD93
      }
      hash = mixed ^ (mixed >> 29)
    }
  }

  private struct Entry {
    var word: UInt64 = 0
    /// 0 where the place is free.
    var count: Int32 = 0
    var code: UInt32 = 0
    /// Where the text lies among the texts longer than eight bytes.
    var offset: Int = 0
  }

  private static let greatestEntryCount = 1 << 16
  private static let greatestByteCount = 8 << 20

  private var entries = [Entry](repeating: Entry(), count: 256)
  private var used = 0
  private var texts: [UInt8] = []

  /// The code of a text that was added before.
  @inline(__always) func code(_ key: Key, _ start: UnsafeRawPointer) -> UInt32? {
    entries.withUnsafeBufferPointer { entries in
      let mask = entries.count &- 1
      var place = Int(truncatingIfNeeded: key.hash) & mask
      while entries[place].count != 0 {
        let entry = entries[place]
        if entry.word == key.word, Int(entry.count) == key.count, key.count <= 8 || isEqual(entry, start) { return entry.code }
        place = (place &+ 1) & mask
      }
      return nil
    }
  }

  @inline(__always) private func isEqual(_ entry: Entry, _ start: UnsafeRawPointer) -> Bool {
    texts.withUnsafeBytes { texts in
      guard let base = texts.baseAddress else { return false }
      return memcmp(base + entry.offset, start, Int(entry.count)) == 0
    }
  }

  func add(_ key: Key, _ start: UnsafeRawPointer, _ code: UInt32) {
    guard used < Self.greatestEntryCount, texts.count + key.count <= Self.greatestByteCount, let count = Int32(exactly: key.count)
    else { return }
    if used * 2 >= entries.count { grow() }
    let entry = Entry(word: key.word, count: count, code: code, offset: texts.count)
    if key.count > 8 { texts.append(contentsOf: UnsafeRawBufferPointer(start: start, count: key.count)) }
    insert(entry, hash: key.hash)
    used += 1
  }

  private func insert(_ entry: Entry, hash: UInt64) {
    let mask = entries.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while entries[place].count != 0 { place = (place + 1) & mask }
    entries[place] = entry
  }

  private func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count * 4)
    // Eight readable bytes after the last text.
    texts += [0, 0, 0, 0, 0, 0, 0, 0]
    for entry in old where entry.count > 0 {
      if entry.count > 8 {
        let hash = texts.withUnsafeBytes { $0.baseAddress.map { Key($0 + entry.offset, Int(entry.count)).hash } ?? 0 }
        insert(entry, hash: hash)
      } else {
        let hash = withUnsafeBytes(of: entry.word) { $0.baseAddress.map { Key($0, Int(entry.count)).hash } ?? 0 }
        insert(entry, hash: hash)
      }
    }
    texts.removeLast(8)
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
