/// Claims as a table, read from CSV or JSON lines and written as either.
public struct ClaimSheet: Sendable {
  /// In the order of the file.
  public internal(set) var rows: [ClaimRow] = []
  /// What is wrong with the file, in the order of its places; claims that can't be read by the language are found later.
  public internal(set) var problems: [ExchangeProblem] = []

  init() {}

  /// Reads CSV with a line of headings. Columns that are none of a claim's are reported.
  public init(csv bytes: [UInt8]) {
    let file = FileText(bytes)
    if let problem = file.problem {
      problems = [problem]
      return
    }
    let table = CSVTable(file)
    problems = table.problems
    guard let headings = table.rows.first else {
      problems.append(
        ExchangeProblem(
          "this file is empty", at: 0..<min(1, bytes.count), hint: "its first line names the columns: entity, property, value, …")
      )
      return
    }
    var columns: [ClaimColumn?] = []
    for cell in headings.cells {
      let column = ClaimColumn(heading: cell.text)
      if let column, columns.contains(column) {
        problems.append(ExchangeProblem("the column \(column.rawValue) stands here twice", at: cell.range, "again"))
        columns.append(nil)
        continue
      }
      if column == nil, !cell.text.trimmed.isEmpty {
        problems.append(
          ExchangeProblem(
            "a claim has no column of this name", at: cell.range, "unknown",
            hint: "known are " + ClaimColumn.allCases.map(\.rawValue).joined(separator: ", ")))
      }
      columns.append(column)
    }
    for needed in [ClaimColumn.entity, .property, .value] where !columns.contains(needed) {
      let range = headings.cells.first?.range ?? 0..<0
      problems.append(
        ExchangeProblem(
          "the column \(needed.rawValue) is missing", at: range, "the headings", hint: "the first line names the columns"))
    }
    guard problems.isEmpty else {
      problems.sort { $0.range.lowerBound < $1.range.lowerBound }
      return
    }
    for (number, cells) in table.rows.dropFirst() {
      guard let first = cells.first, let last = cells.last else { continue }
      var row = ClaimRow(cells: [:], number: number, range: first.range.lowerBound..<last.range.upperBound)
      for (index, cell) in cells.enumerated() {
        let text = cell.text.trimmed
        guard !text.isEmpty else { continue }
        if index < columns.count, let column = columns[index] {
          row.cells[column] = ClaimRow.Cell(text: text, range: cell.range)
        } else if index >= columns.count {
          problems.append(
            ExchangeProblem(
              "row \(number) has a cell more than there are headings", at: cell.range,
              hint: "a cell with a comma in it stands in quotation marks"))
        }
      }
      rows.append(row)
    }
  }

  /// Reads one object on each line, with the columns as names.
  public init(jsonLines bytes: [UInt8]) {
    let file = FileText(bytes)
    if let problem = file.problem {
      problems = [problem]
      return
    }
    var start = file.start
    var number = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A } ?? bytes.count
      number += 1
      if !bytes[start..<end].allSatisfy({ $0.isBlank || $0.isLineEnd }) { readLine(bytes, start..<end, number) }
      start = end + 1
    }
  }

  private mutating func readLine(_ bytes: [UInt8], _ range: Range<Int>, _ number: Int) {
    do throws(ExchangeProblem) {
      var reader = JSONReader(bytes, range: range)
      let value = try reader.read()
      guard case .object(let members) = value.content else {
        throw ExchangeProblem("a line of JSON lines is an object", at: value.range, "something else")
      }
      var row = ClaimRow(cells: [:], number: number, range: range)
      for member in members {
        guard let column = ClaimColumn(heading: member.name) else {
          throw ExchangeProblem(
            "a claim has no member \(member.name)", at: member.value.range,
            hint: "known are " + ClaimColumn.allCases.map(\.rawValue).joined(separator: ", "))
        }
        guard let text = member.value.text else {
          throw ExchangeProblem("the member \(member.name) is a text", at: member.value.range, "something else")
        }
        if !text.isEmpty { row.cells[column] = ClaimRow.Cell(text: text, range: member.value.range) }
      }
      rows.append(row)
    } catch {
      problems.append(error)
    }
  }

  // MARK: Writing

  /// With a line of headings; lines end as RFC 4180 has them. Columns that nobody uses are left out.
  public var csv: String {
    let needed: Set<ClaimColumn> = [.entity, .property, .value, .unit, .time, .source, .locator]
    let columns = ClaimColumn.allCases.filter { column in needed.contains(column) || rows.contains { $0.cells[column] != nil } }
    return CSVTable.line(columns.map(\.rawValue)) + rows.map { row in CSVTable.line(columns.map { row[$0] }) }.joined()
  }

  /// One object on each line; members that are empty are left out.
  public var jsonLines: String {
    rows.map { row in
      JSONText.object(
        ClaimColumn.allCases.compactMap { column in row.cells[column].map { (column.rawValue, JSONText.quoted($0.text)) } })
        + "\n"
    }.joined()
  }
}
