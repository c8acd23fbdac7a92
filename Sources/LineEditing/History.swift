/// The entries of this session and of earlier ones, and how to find among them. An entry is recalled as a whole, however many
/// lines it has.
struct History {
  /// Oldest first; two neighbours are never equal.
  private(set) var entries: [String]
  private let limit: Int

  init(entries: [String] = [], limit: Int) {
    self.limit = max(1, limit)
    self.entries = Array(entries.suffix(self.limit))
  }

  /// Adds an entry at the end. Returns false when it is blank or equals the last one, and so is not worth keeping.
  mutating func add(_ entry: String) -> Bool {
    guard !entry.allSatisfy(\.isWhitespace), entry != entries.last else { return false }
    entries.append(entry)
    // Dropped in bulk, so that a long session doesn't move all entries each time.
    if entries.count > limit + limit / 8 + 16 { entries.removeFirst(entries.count - limit) }
    return true
  }

  /// The nearest entry before an index that begins with a text and is not the one given as shown.
  func entry(before index: Int, beginningWith prefix: String, otherThan shown: String) -> Int? {
    entries[..<min(max(0, index), entries.count)].lastIndex { $0.hasPrefix(prefix) && $0 != shown }
  }

  /// The nearest entry after an index that begins with a text and is not the one given as shown.
  func entry(after index: Int, beginningWith prefix: String, otherThan shown: String) -> Int? {
    let start = index + 1
    guard start < entries.count else { return nil }
    return entries[max(0, start)...].firstIndex { $0.hasPrefix(prefix) && $0 != shown }
  }

  /// The nearest entry at or before an index (or at or after it) that contains a pattern, and where; ASCII case is ignored.
  func search(_ pattern: String, from index: Int, backwards: Bool) -> (index: Int, range: Range<Int>)? {
    guard !pattern.isEmpty else { return nil }
    let pattern = Array(pattern.utf8.map(Self.folded))
    for candidate in stride(from: index, through: backwards ? 0 : entries.count - 1, by: backwards ? -1 : 1)
    where entries.indices.contains(candidate) {
      if let range = Self.find(pattern, in: entries[candidate]) { return (candidate, range) }
    }
    return nil
  }

  private static func find(_ pattern: [UInt8], in text: String) -> Range<Int>? {
    let text = Array(text.utf8)
    guard pattern.count <= text.count else { return nil }
    return (0...(text.count - pattern.count)).first { start in
      pattern.indices.allSatisfy { folded(text[start + $0]) == pattern[$0] }
    }.map { $0..<($0 + pattern.count) }
  }

  private static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
