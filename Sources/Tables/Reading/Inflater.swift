/// Decompresses one stream of RFC 1951.
struct Inflater {
  /// A Huffman code: symbols by how long their codes are and in order.
  private struct Code {
    var counts = [UInt16](repeating: 0, count: 16)
    var symbols: [UInt16]

    /// Nil where the lengths make no code.
    init?(_ lengths: ArraySlice<UInt8>) {
      symbols = [UInt16](repeating: 0, count: lengths.count)
      for length in lengths { counts[Int(length)] += 1 }
      var (left, offsets) = (1, [Int](repeating: 0, count: 16))
      for length in 1..<16 {
        left = left * 2 - Int(counts[length])
        if left < 0 { return nil }
        if length < 15 { offsets[length + 1] = offsets[length] + Int(counts[length]) }
      }
      for (symbol, length) in lengths.enumerated() where length > 0 {
        symbols[offsets[Int(length)]] = UInt16(truncatingIfNeeded: symbol)
        offsets[Int(length)] += 1
      }
      counts[0] = 0
    }
  }

  private static let lengthBases: [Int] = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let lengthBits: [Int] = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
  private static let distanceBases: [Int] = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193,
    12289,
    16385, 24577,
  ]
  private static let lengthOrder: [Int] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private let bytes: [UInt8]
  private var offset: Int
  private var held: UInt32 = 0
  private var heldCount = 0
  private var isPastEnd = false

  init(_ bytes: [UInt8], from offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The first byte that wasn't used.
  var nextByte: Int { offset - heldCount / 8 }

  /// Adds what the stream holds; false where it is damaged, cut short or too long.
  mutating func run(into result: inout [UInt8], limit: Int) -> Bool {
    let start = result.count
    while true {
      let isLast = bits(1) == 1
      let isRight: Bool
      switch bits(2) {
      case 0: isRight = stored(into: &result)
      case 1: isRight = Self.fixed.map { codes($0.0, $0.1, from: start, into: &result, limit: limit) } ?? false
      case 2: isRight = dynamic(from: start, into: &result, limit: limit)
      default: return false
      }
      guard isRight, !isPastEnd, result.count <= limit else { return false }
      if isLast { return true }
    }
  }

  private static let fixed: (Code, Code)? = {
    let lengths = (0..<288).map { UInt8($0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8) }
    guard let literals = Code(lengths[...]), let distances = Code([UInt8](repeating: 5, count: 30)[...]) else { return nil }
    return (literals, distances)
  }()

  private mutating func bits(_ count: Int) -> Int {
    while heldCount < count {
      if offset < bytes.count {
        held |= UInt32(bytes[offset]) << UInt32(heldCount)
        offset += 1
      } else {
        isPastEnd = true
      }
      heldCount += 8
    }
    let value = held & ((1 << UInt32(count)) - 1)
    held >>= UInt32(count)
    heldCount -= count
    return Int(value)
  }

  private mutating func symbol(_ code: Code) -> Int? {
    var (value, first, index) = (0, 0, 0)
    for length in 1..<16 {
      value |= bits(1)
      let count = Int(code.counts[length])
      if value - count < first { return Int(code.symbols[index + value - first]) }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    return nil
  }

  private mutating func stored(into result: inout [UInt8]) -> Bool {
    offset -= heldCount / 8
    (held, heldCount) = (0, 0)
    guard offset + 4 <= bytes.count else { return false }
    let count = Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
    let inverse = Int(bytes[offset + 2]) | Int(bytes[offset + 3]) << 8
    offset += 4
    guard count == ~inverse & 0xFFFF, offset + count <= bytes.count else { return false }
    result.append(contentsOf: bytes[offset..<(offset + count)])
    offset += count
    return true
  }

  private mutating func dynamic(from start: Int, into result: inout [UInt8], limit: Int) -> Bool {
    let (literalCount, distanceCount, lengthCount) = (bits(5) + 257, bits(5) + 1, bits(4) + 4)
    guard literalCount <= 286, distanceCount <= 30 else { return false }
    var lengths = [UInt8](repeating: 0, count: 19)
    for index in 0..<lengthCount { lengths[Self.lengthOrder[index]] = UInt8(truncatingIfNeeded: bits(3)) }
    guard let code = Code(lengths[...]) else { return false }
    lengths = []
    while lengths.count < literalCount + distanceCount {
      guard let symbol = symbol(code), !isPastEnd else { return false }
      switch symbol {
      case ..<16: lengths.append(UInt8(truncatingIfNeeded: symbol))
      case 16:
        guard let last = lengths.last else { return false }
        lengths.append(contentsOf: repeatElement(last, count: 3 + bits(2)))
      case 17: lengths.append(contentsOf: repeatElement(0, count: 3 + bits(3)))
      default: lengths.append(contentsOf: repeatElement(0, count: 11 + bits(7)))
      }
    }
    guard lengths.count == literalCount + distanceCount, let literals = Code(lengths[..<literalCount]),
      let distances = Code(lengths[literalCount...])
    else { return false }
    return codes(literals, distances, from: start, into: &result, limit: limit)
  }

  private mutating func codes(
    _ literals: Code, _ distances: Code, from start: Int, into result: inout [UInt8], limit: Int
  ) -> Bool {
    while result.count <= limit, !isPastEnd {
      guard let symbol = symbol(literals) else { return false }
      if symbol < 256 {
        result.append(UInt8(truncatingIfNeeded: symbol))
        continue
      }
      if symbol == 256 { return true }
      guard symbol - 257 < Self.lengthBases.count else { return false }
      let length = Self.lengthBases[symbol - 257] + bits(Self.lengthBits[symbol - 257])
      guard let place = self.symbol(distances), place < Self.distanceBases.count else { return false }
      let distance = Self.distanceBases[place] + bits(place < 2 ? 0 : (place - 2) / 2)
      guard distance <= result.count - start else { return false }
      for _ in 0..<length { result.append(result[result.count - distance]) }
    }
    return false
  }
}
