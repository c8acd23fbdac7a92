/// What the numbers of a column look like: what parts their fractions and what groups their digits, as far as the cells tell.
struct NumberEvidence {
  /// One count for the point and one for the comma.
  struct ByMark {
    var point = 0
    var comma = 0

    subscript(mark: UInt8) -> Int {
      get { mark == NumberEvidence.point ? point : mark == NumberEvidence.comma ? comma : 0 }
      set { if mark == NumberEvidence.point { point = newValue } else { comma = newValue } }
    }
  }

  /// The least and the greatest cell.
  struct Extremes {
    private(set) var least: (value: Double, text: String)?
    private(set) var greatest: (value: Double, text: String)?

    /// Of equal values that are written differently the first spelling by its letters is kept, whatever order workers end in.
    mutating func extend(_ value: Double, _ text: String) {
      if (value, text) < (least?.value ?? .infinity, least?.text ?? "") { least = (value, text) }
      if value > greatest?.value ?? -.infinity || (value == greatest?.value && text < greatest?.text ?? "") {
        greatest = (value, text)
      }
    }

    mutating func merge(_ other: Extremes) {
      if let end = other.least { extend(end.value, end.text) }
      if let end = other.greatest { extend(end.value, end.text) }
    }
  }

  static let point: UInt8 = 0x2E
  static let comma: UInt8 = 0x2C

  /// Numbers of digits only, and how many of them are 1 to 999, or more; the sign aside.
  private(set) var wholeCount = 0
  private(set) var smallWholeCount = 0
  private(set) var largeWholeCount = 0
  private(set) var leadingZeroCount = 0
  /// Powers of ten without a fraction, such as 1e5.
  private(set) var exponentCount = 0
  /// By mark, numbers with a fraction that can be nothing else, as in 1.5.
  private(set) var fractions = ByMark()
  /// By mark, numbers such as 1.101: a fraction, or a group of three.
  private(set) var doubtful = ByMark()
  /// One of them as it is written.
  private(set) var doubtfulExample: String?
  /// By separator, numbers in groups that can be nothing else: 1.234.567 or 1.234,5.
  private(set) var groups: [UInt8: Int] = [:]
  /// How many of these have a fraction.
  private(set) var groupedFractionCount = 0
  /// Least and greatest where the point stands before fractions, and where the comma does.
  private(set) var extremes = (point: Extremes(), comma: Extremes())

  /// All numbers, however they are to be read.
  var count: Int {
    wholeCount + exponentCount + fractions.point + fractions.comma + doubtful.point + doubtful.comma + groups.values.reduce(0, +)
  }

  /// How many are numbers where fractions and groups are marked so, and whether all of these are whole.
  func fitting(decimalMark: UInt8, separator: UInt8) -> (count: Int, areWhole: Bool) {
    let parted = fractions[decimalMark] + doubtful[decimalMark]
    let grouped = (groups[separator] ?? 0) + (separator == decimalMark ? 0 : doubtful[separator])
    return (wholeCount + exponentCount + parted + grouped, parted + exponentCount == 0 && groupedFractionCount == 0)
  }

  /// How many numbers can be read only where this mark stands before fractions.
  func decided(for decimalMark: UInt8) -> Int { fractions[decimalMark] + (groups[Self.other(decimalMark)] ?? 0) }

  /// Whether its other numbers speak for groups of three: all of them are whole, and some have one to three digits but none has more.
  var looksGrouped: Bool { smallWholeCount > 0 && largeWholeCount == 0 }

  /// The comma of the point and the point of the comma.
  static func other(_ mark: UInt8) -> UInt8 { mark == point ? comma : point }

  /// Takes a number up, if the cell is one: its value where the point stands before fractions, and where the comma does. Eight bytes after
  /// it must be readable.
  mutating func add(_ text: UnsafeRawBufferPointer, _ start: UnsafeRawPointer) -> (point: Double, comma: Double)? {
    let digits = text[0] &- 0x30 < 10 ? 0 : 1
    // Longer runs of digits are names of things, not numbers; from 2⁵³ on not every one has a number of its own.
    if let integer = NumberText.integer(start, text.count), integer.magnitude < 1 << 53 {
      wholeCount += 1
      if text.count > digits + 1, text[digits] == 0x30 { leadingZeroCount += 1 }
      if integer != 0 { if integer.magnitude < 1000 { smallWholeCount += 1 } else { largeWholeCount += 1 } }
      return (Double(integer), Double(integer))
    }
    for mark in [Self.point, Self.comma] where text.contains(mark) {
      guard let real = NumberText.real(start, text.count, decimalMark: mark) else { continue }
      let isDoubtful = CellRule.ungrouped(text, separator: mark, decimalMark: Self.other(mark)) != nil && text[digits] != 0x30
      guard isDoubtful else {
        fractions[mark] += 1
        if text.count > digits + 1, text[digits] == 0x30, text[digits + 1] &- 0x30 < 10 { leadingZeroCount += 1 }
        return (real, real)
      }
      doubtful[mark] += 1
      if doubtfulExample == nil { doubtfulExample = String(decoding: text, as: UTF8.self) }
      let whole = (real * 1000).rounded()
      return mark == Self.point ? (real, whole) : (whole, real)
    }
    if text.contains(where: { $0 | 0x20 == 0x65 }), let real = NumberText.real(start, text.count, decimalMark: Self.point) {
      exponentCount += 1
      return (real, real)
    }
    for (separator, mark) in [(Self.comma, Self.point), (Self.point, Self.comma), (0x20, Self.point), (0x27, Self.point)] {
      guard let plain = CellRule.ungrouped(text, separator: separator, decimalMark: mark) else { continue }
      let count = plain.count
      let value = (plain + [0, 0, 0, 0, 0, 0, 0, 0]).withUnsafeBytes { bytes in
        bytes.baseAddress.flatMap { NumberText.real($0, count, decimalMark: mark) }
      }
      guard let value else { continue }
      if plain.contains(mark) { groupedFractionCount += 1 }
      groups[separator, default: 0] += 1
      return (value, value)
    }
    return nil
  }

  /// Takes up what a number, or a day, comes to.
  mutating func extend(_ values: (point: Double, comma: Double), _ text: String) {
    extremes.point.extend(values.point, text)
    extremes.comma.extend(values.comma, text)
  }

  /// Takes up what was gathered from other cells of the same column.
  mutating func merge(_ other: NumberEvidence) {
    wholeCount += other.wholeCount
    smallWholeCount += other.smallWholeCount
    largeWholeCount += other.largeWholeCount
    leadingZeroCount += other.leadingZeroCount
    exponentCount += other.exponentCount
    for mark in [Self.point, Self.comma] {
      fractions[mark] += other.fractions[mark]
      doubtful[mark] += other.doubtful[mark]
    }
    groups.merge(other.groups, uniquingKeysWith: +)
    groupedFractionCount += other.groupedFractionCount
    doubtfulExample = doubtfulExample ?? other.doubtfulExample
    extremes.point.merge(other.extremes.point)
    extremes.comma.merge(other.extremes.comma)
  }
}
