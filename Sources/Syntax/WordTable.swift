/// Finds the `Word` of a name's bytes, whatever its case, by one hash and at most a few probes.
struct WordTable: Sendable {
  static let shared = WordTable()

  private static let size = 1024
  private var slots: [Word]
  private var hashes: [UInt32]
  private var spellings: [[UInt8]]

  private init() {
    slots = Array(repeating: .none, count: Self.size)
    hashes = Array(repeating: 0, count: Self.size)
    spellings = Array(repeating: [], count: Self.size)
    for word in Word.allCases where word != .none {
      let spelling = Array(word.rawValue.utf8)
      let hash = spelling.reduce(Self.seed) { Self.step($0, $1) }
      var slot = Int(hash) & (Self.size - 1)
      while slots[slot] != .none { slot = (slot + 1) & (Self.size - 1) }
      slots[slot] = word
      hashes[slot] = hash
      spellings[slot] = spelling
    }
  }

  static let seed: UInt32 = 2_166_136_261

  /// One step of FNV-1a over a letter whose case is ignored.
  @inline(__always)
  static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte | 0x20)) &* 16_777_619
  }

  /// The word that `bytes[range]` spells; `hash` is `step` folded over it from `seed`.
  @inline(__always)
  func word(hash: UInt32, in bytes: [UInt8], _ range: Range<Int>) -> Word {
    var slot = Int(hash) & (Self.size - 1)
    while slots[slot] != .none {
      if hashes[slot] == hash, matches(slot, bytes, range) { return slots[slot] }
      slot = (slot + 1) & (Self.size - 1)
    }
    return .none
  }

  /// The word that a text spells when folded.
  func word(_ text: String) -> Word {
    let bytes = Array(text.utf8)
    return word(hash: bytes.reduce(Self.seed) { Self.step($0, $1) }, in: bytes, 0..<bytes.count)
  }

  private func matches(_ slot: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let spelling = spellings[slot]
    guard spelling.count == range.count else { return false }
    for offset in 0..<spelling.count where bytes[range.lowerBound + offset] | 0x20 != spelling[offset] { return false }
    return true
  }
}
