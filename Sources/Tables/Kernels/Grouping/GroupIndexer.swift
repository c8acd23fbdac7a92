/// Gives each combination of keys a dense number, in the order in which they are first met: the first key's code, then pair by pair
/// with the next.
struct GroupIndexer {
  /// Pairs of a number so far and the next key's code.
  private struct Level {
    var parents: [Int32] = []
    var codes: [Int32] = []
    /// By parent and code; −1 where no number is given.
    var table: [Int32] = []
    var rows = 0
    var stride = 0
    var hashed: KeyTable?
  }
  private var coders: [KeyCoder]
  private var levels: [Level]
  private static let largestTable = 1 << 21

  init(keyCount: Int) {
    coders = [KeyCoder](repeating: KeyCoder(), count: keyCount)
    levels = [Level](repeating: Level(), count: max(0, keyCount - 1))
  }

  /// How many combinations there are.
  private(set) var count = 0

  /// The number of each row's combination; −1 for one that is not known, where nothing is added.
  mutating func numbers(of keys: [Column], rowCount: Int, adding: Bool = true) -> [Int32] {
    number(rowCount, adding) { coder, key in coder.codes(of: keys[key], adding: adding) }
  }

  /// As `numbers(of:)`, for keys that are 64 bits already.
  mutating func numbers(ofBits keys: [[Int64]], rowCount: Int, adding: Bool = true) -> [Int32] {
    number(rowCount, adding) { coder, key in coder.codes(ofBits: keys[key], adding: adding) }
  }

  private mutating func number(_ rowCount: Int, _ adding: Bool, _ codes: (inout KeyCoder, Int) -> [Int32]) -> [Int32] {
    guard !coders.isEmpty else {
      if rowCount > 0, adding { count = 1 }
      return [Int32](repeating: 0, count: rowCount)
    }
    var numbers = codes(&coders[0], 0)
    for level in levels.indices {
      let next = codes(&coders[level + 1], level + 1)
      let parents = level == 0 ? coders[0].count : levels[level - 1].parents.count
      Self.combine(&levels[level], &numbers, next, parents: parents, width: coders[level + 1].count, adding)
    }
    count = levels.last?.parents.count ?? coders[0].count
    return numbers
  }

  private static func combine(
    _ level: inout Level, _ numbers: inout [Int32], _ codes: [Int32], parents: Int, width: Int, _ adding: Bool
  ) {
    if level.hashed == nil, adding, !makeRoom(&level, parents, width) {
      var table = KeyTable()
      for number in level.parents.indices {
        table.insert(pair(level.parents[number], level.codes[number]), Int32(truncatingIfNeeded: number))
      }
      level.hashed = table
      level.table = []
    }
    if level.hashed != nil { return combineHashed(&level, &numbers, codes, adding) }
    let (stride, rows) = (level.stride, level.rows)
    if !adding {
      for row in numbers.indices {
        let (parent, code) = (Int(numbers[row]), Int(codes[row]))
        let isKnown = parent >= 0 && code >= 0 && parent < rows && code < stride
        numbers[row] = isKnown ? level.table[parent * stride + code] : -1
      }
      return
    }
    // All pairs have a place by now, whose numbers are looked up in one loop; what is new is added apart from it.
    var isNew: Int32 = 0
    let found = [Int32](unsafeUninitializedCapacity: numbers.count) { found, count in
      numbers.withUnsafeBufferPointer { numbers in
        codes.withUnsafeBufferPointer { codes in
          level.table.withUnsafeBufferPointer { table in
            for row in numbers.indices {
              let number = table[Int(numbers[row]) &* stride &+ Int(codes[row])]
              found[row] = number
              isNew |= number
            }
          }
        }
      }
      count = numbers.count
    }
    let parentNumbers = numbers
    numbers = found
    guard isNew < 0 else { return }
    for row in numbers.indices where numbers[row] < 0 {
      let place = Int(parentNumbers[row]) * stride + Int(codes[row])
      if level.table[place] < 0 {
        level.table[place] = Int32(truncatingIfNeeded: level.parents.count)
        level.parents.append(parentNumbers[row])
        level.codes.append(codes[row])
      }
      numbers[row] = level.table[place]
    }
  }

  private static func combineHashed(_ level: inout Level, _ numbers: inout [Int32], _ codes: [Int32], _ adding: Bool) {
    var table = level.hashed ?? KeyTable()
    level.hashed = nil
    for row in numbers.indices {
      guard numbers[row] >= 0, codes[row] >= 0 else {
        numbers[row] = -1
        continue
      }
      let key = pair(numbers[row], codes[row])
      var number = table.code(of: key)
      if number < 0, adding {
        number = Int32(truncatingIfNeeded: level.parents.count)
        table.insert(key, number)
        level.parents.append(numbers[row])
        level.codes.append(codes[row])
      }
      numbers[row] = number
    }
    level.hashed = table
  }

  /// False where the table of pairs would grow too large.
  private static func makeRoom(_ level: inout Level, _ parents: Int, _ width: Int) -> Bool {
    guard parents > level.rows || width > level.stride else { return true }
    let rows = parents > level.rows ? max(parents, 2 * level.rows) : level.rows
    let stride = width > level.stride ? max(width, 2 * level.stride) : level.stride
    guard rows <= largestTable, stride <= largestTable, rows * stride <= largestTable else { return false }
    level.rows = rows
    level.stride = stride
    level.table = [Int32](repeating: -1, count: rows * stride)
    for number in level.parents.indices {
      level.table[Int(level.parents[number]) * stride + Int(level.codes[number])] = Int32(truncatingIfNeeded: number)
    }
    return true
  }

  private static func pair(_ parent: Int32, _ code: Int32) -> Int64 { Int64(parent) << 32 | Int64(code) }

  /// The keys' bits of every combination, key by key.
  func keyBits() -> [[Int64]] {
    guard !coders.isEmpty else { return [] }
    var bits: [[Int64]] = []
    var numbers = Array(0..<Int32(truncatingIfNeeded: count))
    for level in levels.indices.reversed() {
      let coder = coders[level + 1]
      bits.append(numbers.map { coder.values[Int(levels[level].codes[Int($0)])] })
      numbers = numbers.map { levels[level].parents[Int($0)] }
    }
    bits.append(numbers.map { coders[0].values[Int($0)] })
    return bits.reversed()
  }
}
