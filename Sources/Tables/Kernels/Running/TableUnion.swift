import Names

/// Puts the rows of two tables one after the other.
enum TableUnion {
  /// Columns are matched by name; what one table lacks is missing. Throws `wrongStep` for columns of one name that hold unlike things.
  static func joined(_ first: Rows, _ second: Rows) throws -> Rows {
    var result = Rows([], [], rowCount: first.rowCount + second.rowCount)
    var isTaken = [Bool](repeating: false, count: second.columns.count)
    for (index, description) in first.descriptions.enumerated() {
      let other = second.descriptions.firstIndex { foldName($0.name) == foldName(description.name) }
      if let other { isTaken[other] = true }
      let theirs = other.map { (second.descriptions[$0], second.columns[$0]) }
      let (joined, column) = try join((description, first.columns[index]), theirs, first.rowCount, second.rowCount)
      result.descriptions.append(joined)
      result.columns.append(column)
    }
    for index in second.columns.indices where !isTaken[index] {
      result.descriptions.append(second.descriptions[index])
      let type = second.descriptions[index].type
      result.columns.append(.joining([.missing(type, count: first.rowCount), second.columns[index]], type: type))
    }
    if first.isPossible != nil || second.isPossible != nil {
      result.isPossible =
        (first.isPossible ?? [UInt8](repeating: 0, count: first.rowCount))
        + (second.isPossible ?? [UInt8](repeating: 0, count: second.rowCount))
    }
    return result
  }

  private static func join(
    _ one: (ColumnDescription, Column), _ other: (ColumnDescription, Column)?, _ count: Int, _ otherCount: Int
  ) throws -> (ColumnDescription, Column) {
    guard let other else { return (one.0, .joining([one.1, .missing(one.0.type, count: otherCount)], type: one.0.type)) }
    var description = one.0
    if description.sort != other.0.sort { description.sort = nil }
    let numbers: [ColumnType] = [.integer, .real, .quantity]
    if let left = numbers.firstIndex(of: one.0.type), let right = numbers.firstIndex(of: other.0.type) {
      description.type = numbers[max(left, right)]
      return (description, .joining([one.1, other.1], type: description.type))
    }
    if let own = one.0.dictionary, let theirs = other.0.dictionary {
      let isText = one.0.type == .text || other.0.type == .text
      description.type = isText ? .text : .entity
      guard own !== theirs else { return (description, .joining([one.1, other.1], type: description.type)) }
      // A dictionary of its own, so that the sources' dictionaries stay what their files say.
      let dictionary = TextDictionary()
      description.dictionary = dictionary
      func translated(_ column: Column, _ from: TextDictionary) -> Column {
        let table = CodeMap(from, missing: UInt32(0)) { dictionary.code(of: $0) }.table()
        return .text((column.codes ?? []).map { table[Int($0)] })
      }
      return (description, .joining([translated(one.1, own), translated(other.1, theirs)], type: description.type))
    }
    guard one.0.type == other.0.type else {
      throw TableError.wrongStep(
        "\(one.0.name) is \(Binder.word(one.0.type)) in one table and \(Binder.word(other.0.type)) in the other")
    }
    if one.0.resolution != other.0.resolution { description.resolution = .day }
    return (description, .joining([one.1, other.1], type: description.type))
  }
}
