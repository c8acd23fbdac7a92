import Evidence
import Names

extension Binder {
  // MARK: Comparing

  /// A comparison of two texts, by codes where it asks only whether they are the same.
  func comparingText(_ sign: ComparisonOperator, _ left: Bound, _ right: Bound) throws -> Bound {
    guard let dictionary = left.description.dictionary, let other = right.description.dictionary else {
      throw TableError.wrongStep("\(Self.naming(left)) and \(Self.naming(right)) have no texts to compare")
    }
    if case .text(let text)? = right.constant { return comparing(sign, left, dictionary, with: text) }
    if case .text(let text)? = left.constant { return comparing(sign.mirrored, right, other, with: text) }
    let slots = left.slots.union(right.slots)
    // In codes of a dictionary of their own: a text that only one column has so far may come up in the other as more is read.
    let common = TextDictionary()
    let isSame = other === dictionary
    let translation = isSame ? nil : CodeMap(dictionary, missing: UInt32(0)) { common.code(of: $0) }
    let otherTranslation = isSame ? nil : CodeMap(other, missing: UInt32(0)) { common.code(of: $0) }
    let texts = sign.isOrdering ? CodeMap(dictionary, missing: "") { $0 } : nil
    let otherTexts = sign.isOrdering ? CodeMap(other, missing: "") { $0 } : nil
    return Bound(ColumnDescription("", .boolean), slots: slots) { batch in
      let one = try left.evaluate(batch).codes ?? []
      let two = try right.evaluate(batch).codes ?? []
      if let texts = texts?.table(), let otherTexts = otherTexts?.table() {
        return .boolean(
          one.indices.map {
            one[$0] == 0 || two[$0] == 0
              ? Truth.missing : Self.order(sign, texts[Int(one[$0])], otherTexts[Int(two[$0])])
          })
      }
      if let table = translation?.table(), let otherTable = otherTranslation?.table() {
        return .boolean(
          one.indices.map { row in
            guard one[row] != 0, two[row] != 0 else { return Truth.missing }
            return Truth.of((table[Int(one[row])] == otherTable[Int(two[row])]) == (sign == .equal))
          })
      }
      return .boolean(
        one.indices.map { row in
          guard one[row] != 0, two[row] != 0 else { return Truth.missing }
          return Truth.of((one[row] == two[row]) == (sign == .equal))
        })
    }
  }

  private static func order(_ sign: ComparisonOperator, _ left: String, _ right: String) -> UInt8 {
    switch sign {
    case .less: Truth.of(left < right)
    case .lessOrEqual: Truth.of(left <= right)
    case .greater: Truth.of(left > right)
    case .greaterOrEqual: Truth.of(left >= right)
    case .equal: Truth.of(left == right)
    case .notEqual: Truth.of(left != right)
    }
  }

  private func comparing(_ sign: ComparisonOperator, _ column: Bound, _ dictionary: TextDictionary, with text: String) -> Bound {
    if sign.isOrdering {
      return testing(column, dictionary) { Self.order(sign, $0, text) == Truth.yes }
    }
    // The dictionary grows while cells of a file are read, so that the code is asked for with each batch, and after its cells.
    var bound = Bound(ColumnDescription("", .boolean), slots: column.slots) { batch in
      let cells = try column.evaluate(batch).codes ?? []
      let code = dictionary.existingCode(of: text) ?? .max
      return .boolean(cells.map { $0 == 0 ? Truth.missing : Truth.of(($0 == code) == (sign == .equal)) })
    }
    bound.select = { batch in
      let cells = try column.evaluate(batch).codes ?? []
      let code = dictionary.existingCode(of: text) ?? .max
      return sign == .equal
        ? RowSelection(cells, missing: 0) { Truth.bit($0 == code) }
        : RowSelection(cells, missing: 0) { Truth.bit($0 != code) & Truth.bit($0 != 0) }
    }
    if sign == .equal, let slot = column.referredSlot {
      bound.textEquality = (slot, { dictionary.existingCode(of: text) ?? .max })
    }
    return bound
  }

  /// A test that is made once for each text.
  private func testing(
    _ column: Bound, _ dictionary: TextDictionary, _ test: @escaping @Sendable (String) -> Bool
  ) -> Bound {
    let map = CodeMap(dictionary, missing: Truth.missing) { Truth.of(test($0)) }
    var bound = Bound(ColumnDescription("", .boolean), slots: column.slots) { batch in
      let cells = try column.evaluate(batch).codes ?? []
      let table = map.table()
      return .boolean(cells.map { table[Int($0)] })
    }
    bound.select = { batch in
      let cells = try column.evaluate(batch).codes ?? []
      let table = map.table()
      return RowSelection(cells, missing: 0) { Truth.bit(table[Int($0)] == Truth.yes) & Truth.bit($0 != 0) }
    }
    return bound
  }

  /// Whether a value is one of several.
  mutating func oneOf(_ operand: Bound, _ choices: [Bound]) throws -> Bound {
    let texts = choices.compactMap { if case .text(let text)? = $0.constant { text } else { nil } }
    if let dictionary = operand.description.dictionary, texts.count == choices.count {
      for text in texts { note(text, comparedWith: operand) }
      let wanted = Set(texts)
      return testing(operand, dictionary) { wanted.contains($0) }
    }
    guard let first = choices.first else {
      return Bound(ColumnDescription("", .boolean), slots: operand.slots) {
        .boolean([UInt8](repeating: Truth.no, count: $0.rowCount))
      }
    }
    var bound = try comparison(.equal, operand, first)
    for choice in choices.dropFirst() {
      bound = try connected(bound, try comparison(.equal, operand, choice), "one of", Truth.or)
    }
    return bound
  }

  /// Whether a text has a part; capitals and accents don't matter, as wherever words are looked for.
  func textTest(_ test: TextTest, _ operand: Bound, _ part: Bound) throws -> Bound {
    try Self.requireText(operand, test.rawValue)
    try Self.requireText(part, test.rawValue)
    let check: @Sendable (String, String) -> Bool =
      switch test {
      case .contains: { Self.contains($0, $1) }
      case .startsWith: { $0.utf8.starts(with: $1.utf8) }
      case .endsWith: { $0.utf8.reversed().starts(with: $1.utf8.reversed()) }
      }
    if case .text(let text)? = part.constant, let dictionary = operand.description.dictionary {
      let part = foldName(text)
      return testing(operand, dictionary) { check(foldName($0), part) }
    }
    let (one, other) = (strings(operand), strings(part))
    return Bound(ColumnDescription("", .boolean), slots: operand.slots.union(part.slots)) { batch in
      let (texts, parts) = (try one(batch), try other(batch))
      return .boolean(
        texts.indices.map { row in
          guard let text = texts[row], let part = parts[row] else { return Truth.missing }
          return Truth.of(check(foldName(text), foldName(part)))
        })
    }
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    position(of: part, in: text.utf8, from: text.utf8.startIndex) != nil
  }

  private static func position(of part: String, in text: String.UTF8View, from start: String.Index) -> String.Index? {
    var index = start
    let length = part.utf8.count
    while text.distance(from: index, to: text.endIndex) >= length {
      if text[index...].starts(with: part.utf8) { return index }
      guard index < text.endIndex else { return nil }
      index = text.index(after: index)
    }
    return nil
  }

  // MARK: Making text

  /// Texts by a table of others.
  func recode(_ operand: Bound, _ table: [String: String], _ otherwise: String?) throws -> Bound {
    try Self.requireText(operand, "recode")
    return mappingText(operand) { table[$0] ?? otherwise ?? $0 }
  }

  /// A text for each text, made once for each.
  private func mappingText(_ operand: Bound, _ transform: @escaping @Sendable (String) -> String) -> Bound {
    let result = TextDictionary()
    guard let dictionary = operand.description.dictionary else {
      return Bound(ColumnDescription("", .text, dictionary: result), slots: operand.slots) { .missing(.text, count: $0.rowCount) }
    }
    let map = CodeMap(dictionary, missing: UInt32(0)) { result.code(of: transform($0)) }
    return Bound(ColumnDescription("", .text, dictionary: result), slots: operand.slots) { batch in
      let cells = try operand.evaluate(batch).codes ?? []
      let table = map.table()
      return .text(cells.map { table[Int($0)] })
    }
  }

  /// A function of text. Throws `wrongStep` for a wrong number of arguments and for what is no text.
  func textFunction(_ function: TextFunction, _ arguments: [Bound]) throws -> Bound {
    let counts: ClosedRange<Int> =
      switch function {
      case .lower, .upper, .trim, .length, .text, .number: 1...1
      case .substring: 2...3
      case .replace: 3...3
      case .concat: 1...1_000
      }
    guard counts.contains(arguments.count) else { throw Self.wrongArguments(function.rawValue, counts) }
    let operand = arguments[0]
    if function != .concat, function != .text { try Self.requireText(operand, function.rawValue) }
    switch function {
    case .lower: return mappingText(operand) { $0.lowercased() }
    case .upper: return mappingText(operand) { $0.uppercased() }
    case .trim: return mappingText(operand) { Self.trimmed($0) }
    case .length: return number(of: operand, .integer) { Double($0.count) }
    case .number: return number(of: operand, .real) { Double($0) ?? .nan }
    case .text where operand.isText: return operand
    case .substring:
      for argument in arguments.dropFirst() { try Self.requireNumber(argument, "substring") }
      return substring(arguments)
    case .replace:
      for argument in arguments { try Self.requireText(argument, "replace") }
      return joining(arguments) { Self.replacing($0[1], by: $0[2], in: $0[0]) }
    case .concat, .text: return joining(arguments) { $0.joined() }
    }
  }

  /// The error for a function with too few or too many arguments.
  static func wrongArguments(_ name: String, _ counts: ClosedRange<Int>) -> TableError {
    let takes = counts.count == 1 ? "\(counts.lowerBound)" : "\(counts.lowerBound) to \(counts.upperBound)"
    return .wrongStep("\(name) takes \(takes) argument\(counts.upperBound == 1 ? "" : "s")")
  }

  /// A text of several values of a row.
  private func joining(_ arguments: [Bound], _ make: @escaping @Sendable ([String]) -> String) -> Bound {
    let result = TextDictionary()
    let readers = arguments.map { strings($0) }
    return Bound(
      ColumnDescription("", .text, dictionary: result), slots: arguments.reduce(into: []) { $0.formUnion($1.slots) }
    ) { batch in
      let columns = try readers.map { try $0(batch) }
      return .text(
        (0..<batch.rowCount).map { row in
          let texts = columns.compactMap { $0[row] }
          return texts.count == columns.count ? result.code(of: make(texts)) : 0
        })
    }
  }

  /// What a formula's cells are as text; nil where missing.
  func strings(_ bound: Bound) -> @Sendable (Batch) throws -> [String?] {
    let description = bound.description
    // An empty text that is written is no missing cell.
    if case .text(let text)? = bound.constant { return { [String?](repeating: text, count: $0.rowCount) } }
    return { CellSpelling.texts(of: try bound.evaluate($0), description) }
  }

  /// A number for each text, made once for each.
  private func number(of operand: Bound, _ type: ColumnType, _ make: @escaping @Sendable (String) -> Double) -> Bound {
    let map = operand.description.dictionary.map { CodeMap($0, missing: Double.nan, make) }
    return Bound(ColumnDescription("", type), slots: operand.slots) { batch in
      let cells = try operand.evaluate(batch).codes ?? []
      let table = map?.table() ?? []
      let numbers = cells.map { code in
        let number = table.indices.contains(Int(code)) ? table[Int(code)] : .nan
        return number.isFinite ? number : .nan
      }
      return type == .integer ? .integer64(numbers.map { Int64(exactly: $0) ?? .min }) : .real(numbers)
    }
  }

  private func substring(_ arguments: [Bound]) -> Bound {
    let result = TextDictionary()
    let reader = strings(arguments[0])
    return Bound(
      ColumnDescription("", .text, dictionary: result), slots: arguments.reduce(into: []) { $0.formUnion($1.slots) }
    ) { batch in
      let texts = try reader(batch)
      let starts = try arguments[1].evaluate(batch).reals()
      let counts = try arguments.count > 2 ? arguments[2].evaluate(batch).reals() : nil
      return .text(
        texts.indices.map { row in
          guard let text = texts[row], !starts[row].isNaN, !(counts.map { $0[row].isNaN } ?? false) else { return 0 }
          let start = max(1, min(starts[row], 1e9))
          let count = counts.map { max(0, min($0[row], 1e9)) } ?? 1e9
          return result.code(of: String(text.dropFirst(Int(start) - 1).prefix(Int(count))))
        })
    }
  }

  private static func trimmed(_ text: String) -> String {
    let kept = text.drop { $0.isWhitespace }
    guard let last = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(kept[...last])
  }

  private static func replacing(_ part: String, by other: String, in text: String) -> String {
    guard !part.isEmpty else { return text }
    var result = ""
    var start = text.startIndex
    while let found = position(of: part, in: text.utf8, from: start) {
      result += text[start..<found]
      result += other
      start = text.utf8.index(found, offsetBy: part.utf8.count)
    }
    return result + text[start...]
  }
}
