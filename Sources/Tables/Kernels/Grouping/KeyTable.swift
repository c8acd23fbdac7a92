/// Whole numbers by 64 bits: open addressing, one probe after the other.
struct KeyTable {
  private(set) var keys = [Int64](repeating: 0, count: 64)
  /// −1 where the place is free.
  private(set) var codes = [Int32](repeating: -1, count: 64)
  private var count = 0

  /// Where a key is, or where it would be put.
  @inline(__always)
  func place(of key: Int64) -> Int {
    // Multiplying by the golden ratio and taking the upper half spreads keys that lie next to one another.
    let mixed = UInt64(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: mixed >> 32) & (codes.count - 1)
    while codes[place] >= 0, keys[place] != key { place = (place + 1) & (codes.count - 1) }
    return place
  }

  /// The code of a key; −1 where it has none.
  @inline(__always)
  func code(of key: Int64) -> Int32 { codes[place(of: key)] }

  /// Adds a key that is not there yet.
  mutating func insert(_ key: Int64, _ code: Int32) {
    if (count + 1) * 2 > codes.count {
      let (oldKeys, oldCodes) = (keys, codes)
      keys = [Int64](repeating: 0, count: oldKeys.count * 4)
      codes = [Int32](repeating: -1, count: oldKeys.count * 4)
      for place in oldKeys.indices where oldCodes[place] >= 0 {
        let new = self.place(of: oldKeys[place])
        keys[new] = oldKeys[place]
        codes[new] = oldCodes[place]
      }
    }
    let place = place(of: key)
    keys[place] = key
    codes[place] = code
    count += 1
  }
}
