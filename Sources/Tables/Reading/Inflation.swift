/// Decompresses gzip files (RFC 1952 and 1951).
enum Inflation {
  /// What a file may grow to.
  private static let greatestByteCount = 4 << 30

  static func isCompressed(_ start: [UInt8]) -> Bool { start.starts(with: [0x1F, 0x8B, 0x08]) }

  /// The bytes of all members of a gzip file. Throws `TableError` where they are damaged.
  static func inflate(_ bytes: [UInt8], name: String) throws -> [UInt8] {
    var (result, offset) = ([UInt8](), 0)
    while offset < bytes.count {
      guard let start = headerEnd(bytes, offset) else {
        // What follows the last member is padding.
        if offset > 0 { break }
        throw damaged(name)
      }
      let before = result.count
      var inflater = Inflater(bytes, from: start)
      guard inflater.run(into: &result, limit: greatestByteCount) else {
        if result.count >= greatestByteCount {
          throw TableError.tooLarge("\(name) grows to more than \(greatestByteCount >> 30) GB")
        }
        throw damaged(name)
      }
      let end = inflater.nextByte
      guard end + 8 <= bytes.count, number(bytes, end) == checksum(result[before...]),
        number(bytes, end + 4) == UInt32(truncatingIfNeeded: result.count - before)
      else { throw damaged(name) }
      offset = end + 8
    }
    return result
  }

  private static func damaged(_ name: String) -> TableError {
    .unreadable("\(name) is compressed, and damaged or cut short", notes: ["gzip -t \(name) checks it"])
  }

  private static func number(_ bytes: [UInt8], _ offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32(8 * $1) }
  }

  /// Where a member's compressed data begin; nil where there is no member.
  private static func headerEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 18 <= bytes.count, bytes[start] == 0x1F, bytes[start + 1] == 0x8B, bytes[start + 2] == 8 else { return nil }
    let flags = bytes[start + 3]
    var offset = start + 10
    if flags & 4 != 0 {
      guard offset + 2 <= bytes.count else { return nil }
      offset += 2 + Int(bytes[offset]) + Int(bytes[offset + 1]) << 8
    }
    for flag in [UInt8(8), 16] where flags & flag != 0 {
      guard offset < bytes.count, let zero = bytes[offset...].firstIndex(of: 0) else { return nil }
      offset = zero + 1
    }
    if flags & 2 != 0 { offset += 2 }
    return offset < bytes.count ? offset : nil
  }

  private static let checksumTable: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
  }

  /// The CRC-32 of some bytes.
  static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    checksumTable.withUnsafeBufferPointer { table in
      ~bytes.reduce(~UInt32(0)) { table[Int(truncatingIfNeeded: ($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
    }
  }
}
