/// Brings the keys of two tables to 64 bits that are equal where the keys say the same, whatever their types: 1 is 1.0 and "01".
enum JoinKeys {
  /// How one side's key is written.
  enum Form: Sendable {
    /// As it is.
    case plain
    /// Numbers as real numbers.
    case number
    /// By a table from the text's code: its code in another dictionary, or the number that it says.
    case mapped(CodeMap<Int64>)

    func bits(_ column: Column) -> [Int64] {
      switch self {
      case .plain: return CellBits.encode(column)
      case .number: return column.reals().map { CellBits.encode($0) }
      case .mapped(let map):
        let table = map.table()
        return (column.codes ?? []).map { table[Int($0)] }
      }
    }
  }

  /// The forms in which a key of each side is comparable with the other's. Throws `wrongStep` where no form is.
  static func forms(_ left: ColumnDescription, _ right: ColumnDescription) throws -> (left: Form, right: Form) {
    guard left.type != .quantity, right.type != .quantity else {
      throw TableError.wrongStep("\(left.type == .quantity ? left.name : right.name) has bounds and cannot be a key of a join")
    }
    if let own = left.dictionary, let other = right.dictionary {
      if own === other { return (.plain, .plain) }
      // The other's codes are the common form, since its rows are all there before this table's are read.
      return (.mapped(CodeMap(own, missing: .min) { other.existingCode(of: $0).map { Int64($0) } ?? .min }), .plain)
    }
    if left.type == right.type { return (.plain, .plain) }
    let numbers: Set<ColumnType> = [.integer, .real]
    if numbers.contains(left.type), numbers.contains(right.type) { return (.number, .number) }
    if numbers.contains(left.type), let other = right.dictionary { return (.number, .mapped(numberMap(other))) }
    if numbers.contains(right.type), let own = left.dictionary { return (.mapped(numberMap(own)), .number) }
    throw TableError.wrongStep(
      "\(left.name) is \(Binder.word(left.type)), \(right.name) is \(Binder.word(right.type)): no key of one is one of the other")
  }

  private static func numberMap(_ dictionary: TextDictionary) -> CodeMap<Int64> {
    CodeMap(dictionary, missing: .min) { Double($0).map { CellBits.encode($0) } ?? .min }
  }
}
