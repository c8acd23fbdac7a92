/// What a text is looked up by: its first, second and last eight bytes, its length, and a hash of all of it. Texts of up to twenty-four
/// bytes are the same if their keys are.
struct TextKey {
  let first: UInt64
  /// The eight bytes after the first ones, where there are as many; else 0.
  let middle: UInt64
  /// The last eight bytes; 0 for texts of up to eight.
  let last: UInt64
  let count: Int
  let hash: UInt64

  /// Eight bytes after the text must be readable.
  @inline(__always) init(padded start: UnsafeRawPointer, _ count: Int) {
    let word = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
    self.init(first: count >= 8 ? word : word & ((1 &<< UInt64(truncatingIfNeeded: 8 &* count)) &- 1), start, count)
  }

  /// Reads nothing but the text.
  init(_ text: UnsafeRawBufferPointer) {
    var word: UInt64 = 0
    for index in 0..<min(8, text.count) { word |= UInt64(text[index]) << UInt64(8 * index) }
    guard let start = text.baseAddress else {
      self.init(ofNothing: ())
      return
    }
    self.init(first: word, start, text.count)
  }

  private init(ofNothing: Void) { (first, middle, last, count, hash) = (0, 0, 0, 0, 0) }

  /// Multiplies to 128 bits and folds the halves together, so that every bit counts for every other: the way of wyhash (Wang Yi, 2019).
  /// Eight bytes at a time, the last ones overlapping those before.
  @inline(__always) private init(first: UInt64, _ start: UnsafeRawPointer, _ count: Int) {
    self.first = first
    self.count = count
    var mixed = Self.folded(first ^ 0xA076_1D64_78BD_642F, UInt64(truncatingIfNeeded: count) ^ 0xE703_7ED1_A0B4_28DB)
    guard count > 8 else {
      (middle, last, hash) = (0, 0, mixed)
      return
    }
    middle = count >= 16 ? UInt64(littleEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) : 0
    var offset = 8
    while offset &+ 8 < count {
      mixed = Self.folded(mixed ^ start.loadUnaligned(fromByteOffset: offset, as: UInt64.self), 0x8EBC_6AF0_9C88_C6E3)
      offset &+= 8
    }
    last = UInt64(littleEndian: start.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
    hash = Self.folded(mixed ^ last, 0x5899_65CC_7537_4CC3)
  }

  @inline(__always) private static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
