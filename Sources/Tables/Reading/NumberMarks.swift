/// How the numbers of a file are written.
struct NumberMarks {
  /// What stands before fractions.
  var decimalMark = NumberEvidence.point
  /// What groups digits by three; 0 for nothing.
  var separator: UInt8 = 0
  /// Why, where no cell decides it and nobody told; nil otherwise.
  private(set) var doubt: String?
  /// How many numbers can be read only with a point before their fraction, and with a comma, in columns that are mostly numbers then.
  let decided: NumberEvidence.ByMark
  private let delimiter: UInt8

  /// What is told, or what the cells of all columns come to. Where nothing but numbers such as 1.101 are there, they are groups of
  /// three if the other numbers of their column are whole and below 1,000 or if semicolons part the cells, as they do where fractions
  /// have commas; or else fractions. 1,101 is a group of three then.
  init(_ evidence: [NumberEvidence], filled: [Int], options: ReadingOptions, delimiter: UInt8) {
    self.delimiter = delimiter
    let toldSeparator: UInt8? =
      switch options.thousandsSeparator {
      case .byte(let byte)?: byte
      case .some(.none): 0
      case nil: nil
      }
    decided = NumberEvidence.ByMark(
      point: Self.decided(NumberEvidence.point, evidence, filled), comma: Self.decided(NumberEvidence.comma, evidence, filled))
    let doubtfulPoints = evidence.filter { $0.doubtful.point > 0 }
    let hasDoubtfulCommas = evidence.contains { $0.doubtful.comma > 0 }
    var isComma = decided.comma > decided.point
    if let told = options.decimalComma {
      isComma = told
    } else if toldSeparator == NumberEvidence.point || toldSeparator == NumberEvidence.comma {
      isComma = toldSeparator == NumberEvidence.point
    } else if decided.point + decided.comma == 0, toldSeparator == nil, hasDoubtfulCommas || !doubtfulPoints.isEmpty {
      let looksGrouped = doubtfulPoints.contains { $0.looksGrouped }
      isComma = !doubtfulPoints.isEmpty && !hasDoubtfulCommas && (looksGrouped || delimiter == 0x3B)
      doubt = !isComma ? "" : looksGrouped ? "its other numbers are whole and below 1,000" : "semicolons part the cells"
    }
    decimalMark = isComma ? NumberEvidence.comma : NumberEvidence.point
    if let toldSeparator {
      separator = toldSeparator
    } else {
      let usual = NumberEvidence.other(decimalMark)
      let candidates = [usual, 0x20, 0x27]
      separator = candidates.first { mark in evidence.contains { ($0.groups[mark] ?? 0) + $0.doubtful[mark] > 0 } } ?? 0
    }
  }

  private static func decided(_ mark: UInt8, _ evidence: [NumberEvidence], _ filled: [Int]) -> Int {
    zip(evidence, filled).reduce(0) { sum, column in
      let fitting = column.0.fitting(decimalMark: mark, separator: NumberEvidence.other(mark)).count
      return fitting * 2 >= column.1 ? sum + column.0.decided(for: mark) : sum
    }
  }

  /// What is to be said of a column in which a number could be read in two ways and no cell of the file decides; nil otherwise.
  func remark(on evidence: NumberEvidence) -> String? {
    guard let doubt, let example = evidence.doubtfulExample else { return nil }
    let mark = example.utf8.contains(NumberEvidence.point) ? NumberEvidence.point : NumberEvidence.comma
    // In a file whose cells are parted by commas few would write a fraction with one.
    if mark == NumberEvidence.comma, delimiter == mark || evidence.looksGrouped { return nil }
    if mark == decimalMark {
      return "\(example) is read as a fraction; `thousands \"\(Character(UnicodeScalar(mark)))\"` says otherwise"
    }
    let digits = example.filter { $0.isNumber || $0 == "-" }
    let why = doubt.isEmpty ? "" : ", since \(doubt)"
    return "\(example) is read as \(digits)\(why); `decimal \(mark == NumberEvidence.point ? "point" : "comma")` says otherwise"
  }
}
