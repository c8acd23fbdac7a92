/// Makes characters of the bytes that a terminal sends. Whatever is no UTF-8 is taken for Latin-1, byte by byte, so that a
/// terminal set to an older encoding still types accents; no byte is ever an error.
struct InputDecoder {
  enum Result: Hashable {
    case character(Unicode.Scalar)
    case needsMore
  }

  private var bytes: [UInt8] = []
  private var start = 0

  var isEmpty: Bool { start == bytes.count }

  mutating func append(_ more: some Sequence<UInt8>) {
    if start > 0 {
      bytes.removeSubrange(..<start)
      start = 0
    }
    bytes.append(contentsOf: more)
  }

  mutating func removeAll() {
    bytes.removeAll()
    start = 0
  }

  /// The next character. When bytes of one are missing, `needsMore`, or with `isFinal`, since no more will come, what the bytes
  /// mean one by one.
  mutating func next(isFinal: Bool) -> Result {
    guard start < bytes.count else { return .needsMore }
    let first = bytes[start]
    let length = Self.length(ofSequenceBeginningWith: first)
    guard length > 0 else { return single() }
    let available = bytes[start..<min(bytes.count, start + length)]
    guard available.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return single() }
    guard available.count == length else { return isFinal ? single() : .needsMore }
    guard let scalar = String(validating: available, as: UTF8.self)?.unicodeScalars.first else { return single() }
    start += length
    return .character(scalar)
  }

  /// The next character, if it has come in full and is wanted; otherwise it stays.
  mutating func next(where isWanted: (Unicode.Scalar) -> Bool) -> Unicode.Scalar? {
    let before = start
    if case .character(let scalar) = next(isFinal: false), isWanted(scalar) { return scalar }
    start = before
    return nil
  }

  private mutating func single() -> Result {
    let byte = bytes[start]
    start += 1
    return .character((0x80..<0xA0).contains(byte) ? "\u{FFFD}" : Unicode.Scalar(byte))
  }

  private static func length(ofSequenceBeginningWith byte: UInt8) -> Int {
    switch byte {
    case ..<0x80: 1
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 0
    }
  }
}
