/// Bytes that can be read from any place, by several workers at once.
protocol ByteSource: Sendable {
  var byteCount: Int { get }

  /// Fills the buffer with the bytes from `offset` on and says how many they were: fewer than there is room for only where the source
  /// ends.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

extension ByteSource {
  /// The bytes of a range, cut where the source ends.
  func bytes(_ range: Range<Int>) throws -> [UInt8] {
    let range = range.clamped(to: 0..<max(0, byteCount))
    return try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = try read(at: range.lowerBound, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }
}

/// Bytes that lie in memory.
struct MemoryBytes: ByteSource {
  let content: [UInt8]
  var byteCount: Int { content.count }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let range = (offset..<max(offset, min(content.count, offset + buffer.count))).clamped(to: 0..<content.count)
    content.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[range])) }
    return range.count
  }
}
