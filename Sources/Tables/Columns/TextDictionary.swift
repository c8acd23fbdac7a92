import Glibc
import Synchronization

/// The texts of a column, each once, by code. Code 0 is the missing cell. Codes never change, so chunks that were read by different
/// workers need no translation; workers may ask and add at the same time.
///
/// Asking needs no lock: texts and their entries never move, and a place of the table is filled only after what it leads to is there.
/// Adding is done by one worker at a time. A table that became too small is left for those who still look into it and is freed with the
/// dictionary; all of these together take no more than the last one.
public final class TextDictionary: @unchecked Sendable {
  /// Open addressing: 0 is free, else a code in the lower half and half of the hash in the upper.
  private final class Table: @unchecked Sendable {
    let mask: Int
    let slots: UnsafeMutablePointer<Atomic<UInt64>>

    init(count: Int) {
      mask = count - 1
      slots = .allocate(capacity: count)
      for index in 0..<count { (slots + index).initialize(to: Atomic(0)) }
    }
    deinit { slots.deallocate() }
  }

  /// Where a text lies.
  private struct Entry {
    var start: UnsafeRawPointer
    var count: Int
  }

  /// What only the worker that adds may touch.
  private struct Writing {
    var tables: [Table] = []
    var blocks: [UnsafeMutableRawPointer] = []
    var free: UnsafeMutableRawPointer?
    var freeCount = 0
    var byteCount = 0
  }

  private static let segmentShift = 10
  private static let segmentCount = 32 - segmentShift

  /// The last table, which `writing` keeps.
  private let table: Atomic<UnsafeRawPointer>
  /// Segment n holds 1,024 << n entries, so that none ever moves.
  private let segments: UnsafeMutablePointer<UnsafeMutablePointer<Entry>?>
  private let number = Atomic<Int>(1)
  private let lock = Mutex<Void>(())
  /// Touched only by who has the lock.
  private var writing: Writing

  public init() {
    let first = Table(count: 64)
    table = Atomic(UnsafeRawPointer(Unmanaged.passUnretained(first).toOpaque()))
    segments = .allocate(capacity: Self.segmentCount)
    segments.initialize(repeating: nil, count: Self.segmentCount)
    writing = Writing(tables: [first])
  }

  deinit {
    for index in 0..<Self.segmentCount { segments[index]?.deallocate() }
    segments.deallocate()
    for block in writing.blocks { block.deallocate() }
  }

  /// How many codes there are, the missing one included.
  public var count: Int { number.load(ordering: .acquiring) }

  /// How many bytes texts and tables take.
  public var byteCount: Int { lock.withLock { _ in writing.byteCount } }

  /// The code of a text, which is added if it is new. UTF-8, without the zero length: that is the missing cell, 0.
  /// 0 too where two thousand million texts have been added.
  public func code(of text: UnsafeRawBufferPointer) -> UInt32 {
    guard let start = text.baseAddress, !text.isEmpty else { return 0 }
    return code(of: TextKey(text), start)
  }

  /// The code of a text, which is added if it is new.
  public func code(of text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { code(of: UnsafeRawBufferPointer($0)) }
  }

  /// The code of a text that has been added before.
  public func existingCode(of text: String) -> UInt32? {
    var text = text
    return text.withUTF8 { bytes in
      guard let start = bytes.baseAddress, !bytes.isEmpty else { return nil }
      return existingCode(of: TextKey(UnsafeRawBufferPointer(bytes)), UnsafeRawPointer(start))
    }
  }

  /// The text of a code; empty for the missing one and for codes that were never given.
  public func text(_ code: UInt32) -> String {
    withBytes(of: code) { String(decoding: $0, as: UTF8.self) }
  }

  /// All texts by code, the missing one's being empty.
  public var texts: [String] { (0..<count).map { text(UInt32(truncatingIfNeeded: $0)) } }

  /// Lends the bytes of a code's text, which stay as long as the dictionary does; none for codes that were never given.
  func withBytes<Result>(of code: UInt32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    guard code > 0, Int(code) < count, let entry = entry(code) else { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    return body(UnsafeRawBufferPointer(start: entry.start, count: entry.count))
  }

  /// The code of a text of this key, which is added if it is new.
  func code(of key: TextKey, _ start: UnsafeRawPointer) -> UInt32 { existingCode(of: key, start) ?? add(key, start) }

  /// The code of a text of this key that has been added before.
  func existingCode(of key: TextKey, _ start: UnsafeRawPointer) -> UInt32? {
    let table = Unmanaged<Table>.fromOpaque(self.table.load(ordering: .acquiring))
    return table._withUnsafeGuaranteedRef { find(key, start, in: $0) }
  }

  private func find(_ key: TextKey, _ start: UnsafeRawPointer, in table: Table) -> UInt32? {
    let half = key.hash & 0xFFFF_FFFF_0000_0000
    var place = Int(truncatingIfNeeded: key.hash) & table.mask
    while true {
      let slot = table.slots[place].load(ordering: .acquiring)
      if slot == 0 { return nil }
      if slot & 0xFFFF_FFFF_0000_0000 == half {
        let code = UInt32(truncatingIfNeeded: slot)
        if let entry = entry(code), entry.count == key.count, memcmp(entry.start, start, key.count) == 0 { return code }
      }
      place = (place &+ 1) & table.mask
    }
  }

  private func entry(_ code: UInt32) -> Entry? {
    let (segment, place) = Self.place(Int(code))
    return segments[segment].map { $0[place] }
  }

  private static func place(_ code: Int) -> (segment: Int, place: Int) {
    let shifted = (code >> segmentShift) + 1
    let segment = Int.bitWidth - 1 - shifted.leadingZeroBitCount
    return (segment, code - (((1 << segment) - 1) << segmentShift))
  }

  private func add(_ key: TextKey, _ start: UnsafeRawPointer) -> UInt32 {
    lock.withLock { _ in
      guard let last = writing.tables.last else { return 0 }
      if let code = find(key, start, in: last) { return code }
      let code = number.load(ordering: .relaxed)
      guard code < Int(Int32.max) else { return 0 }
      let (segment, place) = Self.place(code)
      if segments[segment] == nil {
        segments[segment] = .allocate(capacity: 1 << (segment + Self.segmentShift))
        writing.byteCount += MemoryLayout<Entry>.stride << (segment + Self.segmentShift)
      }
      let kept = keep(start, key.count)
      guard let entries = segments[segment] else { return 0 }
      (entries + place).initialize(to: Entry(start: kept, count: key.count))
      number.store(code + 1, ordering: .releasing)
      var table = last
      if code * 2 > table.mask { table = grow(last, upTo: code) }
      Self.insert(UInt32(truncatingIfNeeded: code), hash: key.hash, in: table)
      return UInt32(truncatingIfNeeded: code)
    }
  }

  private static func insert(_ code: UInt32, hash: UInt64, in table: Table) {
    var place = Int(truncatingIfNeeded: hash) & table.mask
    while table.slots[place].load(ordering: .relaxed) != 0 { place = (place + 1) & table.mask }
    table.slots[place].store(hash & 0xFFFF_FFFF_0000_0000 | UInt64(code), ordering: .releasing)
  }

  private func grow(_ old: Table, upTo code: Int) -> Table {
    let table = Table(count: (old.mask + 1) * 4)
    for known in 1..<max(1, code) {
      guard let entry = entry(UInt32(truncatingIfNeeded: known)) else { continue }
      let key = TextKey(UnsafeRawBufferPointer(start: entry.start, count: entry.count))
      Self.insert(UInt32(truncatingIfNeeded: known), hash: key.hash, in: table)
    }
    writing.tables.append(table)
    writing.byteCount += (table.mask + 1) * 8
    self.table.store(UnsafeRawPointer(Unmanaged.passUnretained(table).toOpaque()), ordering: .releasing)
    return table
  }

  /// Copies a text to where it stays.
  private func keep(_ start: UnsafeRawPointer, _ count: Int) -> UnsafeRawPointer {
    if writing.free == nil || writing.freeCount < count {
      let size = max(count, min(1 << 20, max(512, writing.byteCount / 4)))
      let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 8)
      writing.blocks.append(block)
      writing.byteCount += size
      (writing.free, writing.freeCount) = (block, size)
    }
    guard let place = writing.free else { return start }
    place.copyMemory(from: start, byteCount: count)
    writing.free = place + count
    writing.freeCount -= count
    return UnsafeRawPointer(place)
  }
}
