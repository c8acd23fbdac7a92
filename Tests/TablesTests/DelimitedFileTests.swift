import TestSupport
import Testing

@testable import Tables

@Suite struct DelimitedFileTests {
  @Test func numbersDatesAndTextsAreRead() throws {
    let (table, file) = try read(
      """
      id,day,state,share,big,flag
      1,2020-02-29,07,0.5,12345678901,TRUE
      -20,1969-12-31,08,-1.25e3,9,false

      300000,2023-01-01,,NA,,
      """)
    #expect(table.schema.columns.map(\.type) == [.integer, .date, .text, .real, .integer, .boolean])
    #expect(
      TableText.rows(table) == [
        ["1", "18321", "07", "0.5", "12345678901", "yes"], ["-20", "-1", "08", "-1250.0", "9", "no"],
        ["300000", "19358", nil, nil, nil, nil],
      ])
    #expect(file.profile.columns[3].missingMarks == [ColumnProfile.CountedText(text: "NA", count: 1)])
    #expect(file.profile.columns[2].reason == "leading zeros")
  }

  @Test(arguments: [",", ";", "\t", "|"]) func delimitersAreFoundOut(_ delimiter: String) throws {
    let text = "name,n\n\"a \(delimiter) b\",1\n\"say \"\"no\"\"\",2\n\"two\r\nlines\",3\n"
    let (table, file) = try read(
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.contains("name") ? "name\(delimiter)n" : String(line).replacingLastComma(delimiter)
      }.joined(separator: "\n"))
    #expect(TableText.rows(table) == [["a \(delimiter) b", "1"], ["say \"no\"", "2"], ["two\r\nlines", "3"]])
    #expect(file.profile.findings.contains { $0.setting == .delimiter })
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func everyLineEndEndsLines(_ end: String) throws {
    let (table, _) = try read(["a,b", "1,x", "2,\"y\"", "3,z"].joined(separator: end) + end)
    #expect(TableText.rows(table) == [["1", "x"], ["2", "y"], ["3", "z"]])
    #expect(try read(["a,b", "1,x", "2,y"].joined(separator: end)).table.rowCount == 2)
  }

  @Test func encodingsAreFoundOut() throws {
    let text = "Año,Entidad\n2015,Michoacán\n2016,Querétaro\n"
    let latin = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let halves = text.utf16.map { (low: UInt8(truncatingIfNeeded: $0), high: UInt8(truncatingIfNeeded: $0 >> 8)) }
    let little: [UInt8] = [0xFF, 0xFE] + halves.flatMap { unit -> [UInt8] in [unit.low, unit.high] }
    let big: [UInt8] = [0xFE, 0xFF] + halves.flatMap { unit -> [UInt8] in [unit.high, unit.low] }
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    for (bytes, encoding) in [(latin, "Windows-1252"), (little, "UTF-16LE"), (big, "UTF-16BE"), (marked, "UTF-8")] {
      let (table, file) = try read(bytes)
      #expect(table.schema.columns.map(\.name) == ["Año", "Entidad"])
      #expect(TableText.column("Entidad", of: table) == ["Michoacán", "Querétaro"])
      #expect(file.profile.findings.first { $0.setting == .encoding }?.value == encoding)
    }
  }

  @Test func textThatWasDecodedWronglyIsReported() throws {
    let (_, file) = try read("place,n\nMichoacÃ¡n,1\nEstad\u{FFFD}sticas,2\n")
    #expect(file.profile.repairs.map(\.what) == [TextDecoding.doubleDecoding, TextDecoding.lostCharacters])
    #expect(file.profile.repairs.first?.meant == "Michoacán")
    #expect(file.profile.repairs.map(\.firstLine) == [2, 3])
  }

  @Test func decimalCommasAndThousandsAreFoundOut() throws {
    let (table, file) = try read("place;rate;people\nA;12,5;1.234.567\nB;3,25;12.000\nC;0,1;999\n")
    #expect(TableText.rows(table) == [["A", "12.5", "1234567"], ["B", "3.25", "12000"], ["C", "0.1", "999"]])
    #expect(file.profile.findings.first { $0.setting == .decimalMark }?.value == "comma")
    let (english, _) = try read("place,people\nA,\"1,234,567\"\nB,\"12,000\"\nC,999\n")
    #expect(TableText.column("people", of: english) == ["1234567", "12000", "999"])
    #expect(english.schema.columns[1].type == .integer)
  }

  @Test func groupsOfThreeThatMayBeFractionsAreSaid() throws {
    // Each with the numbers that it is read as, and how the remark on the column goes on, if there is one.
    let files: [(text: String, cells: [String], remark: String?)] = [
      ("place;n\nA;1.101\nB;12.345\n", ["1101", "12345"], "1.101 is read as 1101, since semicolons"),
      ("place,n\nA,1.101\nB,987\n", ["1101", "987"], "1.101 is read as 1101, since its other numbers"),
      ("place,n\nA,-1.101\nB,12.345\n", ["-1.101", "12.345"], "-1.101 is read as a fraction"),
      ("place,n\nA,1.101\nB,1987\n", ["1.101", "1987.0"], "1.101 is read as a fraction"),
      ("place\tn\nA\t12,345\nB\t45,123\n", ["12345", "45123"], "12,345 is read as 12345"),
      // One cell that can be read in one way only decides.
      ("place;n\nA;0.101\nB;12.345\n", ["0.101", "12.345"], nil),
      ("place;n\nA;1.101,5\nB;12.345\n", ["1101.5", "12345.0"], nil),
      ("place;n\nA;1.234.567\nB;12.345\n", ["1234567", "12345"], nil),
      ("place,n\nA,\"12,345\"\nB,987\n", ["12345", "987"], nil),
      // A list of two codes among texts says nothing of numbers.
      ("place,n,codes\nA,1.5,\"2022,0\"\nB,2.25,\"none\"\nC,3,\"2021,0; 4\"\n", ["1.5", "2.25", "3.0"], nil),
    ]
    for (text, cells, remark) in files {
      let (table, file) = try read(text)
      #expect(TableText.column("n", of: table) == cells, "\(text)")
      let said = file.profile.columns[1].remarks.first
      #expect(remark.map { said?.hasPrefix($0) ?? false } ?? (said == nil), "\(text): \(said ?? "nothing")")
    }
  }

  @Test func aLastRowOfWhichNothingIsKnownIsNoNote() throws {
    let (table, _) = try read("state,n,m\nColima,10,1\nJalisco,20,2\nSonora,,\n")
    #expect(TableText.column("state", of: table) == ["Colima", "Jalisco", "Sonora"])
    for note in ["Source: registry", "These figures are preliminary"] {
      let (table, file) = try read("state,n,m\nColima,10,1\nJalisco,20,2\n\(note),,\n")
      #expect(table.rowCount == 2 && file.profile.droppedLines.count == 1, "\(note)")
    }
    // A mark that is opened and never closed is an error of the data, and no note below it.
    #expect(throws: TableError.self) { try read("a,b,c\n\"x\",1,2\n\"y\",2,3\n\"open,3,4\n5,6,7\n") }
  }

  @Test func rowsThatRanTogetherAreReported() throws {
    let (table, file) = try read("id,name,n\n1,\"a\",1\n2,\"b,2\n3,\"c\",3\n4,\"d \"\"e\"\"\" ,4\n")
    #expect(table.rowCount == 3)
    #expect(file.profile.repairs.map(\.what) == [TextDecoding.strayText])
    #expect(file.profile.repairs.first?.firstLine == 3)
    #expect(file.profile.repairs.first?.count == 1)
  }

  @Test func wholeNumbersBeyondExactOnesAreNames() throws {
    let (table, _) = try read("id,n\n9007199254740993,1\n9007199254740992,2\n")
    #expect(table.schema.columns[0].type == .text)
    #expect(TableText.column("id", of: table) == ["9007199254740993", "9007199254740992"])
  }

  @Test func leastAndGreatestFollowTheReading() throws {
    let (_, file) = try read("place,n\nA,1.101\nB,987\nC,12.345\n")
    #expect(file.profile.columns[1].least == "987")
    #expect(file.profile.columns[1].greatest == "12.345")
  }

  @Test func datesOfManyShapesAreRead() throws {
    let days: [(String, String)] = [
      ("31/12/1999\n01/02/2000", "10956 10988"), ("12-31-1999\n02-01-2000", "10956 10988"),
      ("1999-12-31 00:00:00.000\n2000-02-01 00:00:00.000", "10956 10988"), ("31 dic 1999\n1 feb 2000", "10956 10988"),
      ("31-Dec-1999\n01-Feb-2000", "10956 10988"), ("1999/12/31\n2000/2/1", "10956 10988"),
      ("1999-12-31T13:05:00Z\n2000-02-01T00:00:00Z", "10956 10988"), ("1999-12\n2000-02", "10926 10988"),
    ]
    for (text, expected) in days {
      let (table, _) = try read("when\n" + text + "\n")
      #expect(table.schema.columns[0].type == .date, "\(text)")
      #expect(TableText.column("when", of: table).map { $0 ?? "nil" }.joined(separator: " ") == expected, "\(text)")
    }
    #expect(try read("when\n1999-12\n2000-02\n").table.schema.columns[0].resolution == .month)
    #expect(try read("when\n31/02/2000\n01/02/2000\n").table.schema.columns[0].type == .text)
  }

  @Test func everyDayOfFourCenturiesIsTheNextOne() {
    var expected: Int32 = -135_140
    for year in 1600...2000 {
      for month in 1...12 {
        for day in 1...31 {
          guard let days = DateText.days(year: year, month: month, day: day) else { continue }
          #expect(days == expected)
          expected += 1
        }
      }
    }
    #expect(expected == 11_323)
  }

  @Test func spreadsheetFormulasAreTakenOff() throws {
    let (table, _) = try read("code,n\n=\"01\",1\n=\"02\",2\n")
    #expect(TableText.rows(table) == [["01", "1"], ["02", "2"]])
  }

  @Test func titlesHeadersAndNotesAreTold() throws {
    let (table, file) = try read(
      """
      Homicides by office
      ,Region,,Census,
      Year,North,South,People,Rate
      2015,1,2,100,0.5
      2016,3,4,100,0.5
      2017,,,,
      "Source: the office, 2018",,,,
      """)
    #expect(table.schema.columns.map(\.name) == ["Year", "Region North", "Region South", "Census People", "Census Rate"])
    #expect(table.rowCount == 3)
    #expect(file.profile.droppedLines.map(\.line) == [1, 7])
    #expect(file.profile.droppedLines.map(\.place) == [.title, .foot])
  }

  @Test func headersAreNamedOrMadeUp() throws {
    #expect(try read("a,,a,A\n1,2,3,4\n").table.schema.columns.map(\.name) == ["a", "column 2", "a 2", "A 3"])
    #expect(try read("1,x\n2,y\n").table.schema.columns.map(\.name) == ["column 1", "column 2"])
    #expect(try read("state,2015,2016\nA,5,6\nB,7,8\n").table.schema.columns.map(\.name) == ["state", "2015", "2016"])
    var options = ReadingOptions()
    options.headerRows = 0
    #expect(try read("a,b\nc,d\n", options).table.rowCount == 2)
  }

  @Test func raggedRowsAreReportedOrRefused() throws {
    let text = "a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12,\n"
    let (table, file) = try read(text)
    #expect(TableText.rows(table) == [["1", "2", "3"], ["4", "5", nil], ["6", "7", "8"], ["10", "11", "12"]])
    #expect(file.profile.raggedRows.first == [.init(line: 3, cellCount: 2), .init(line: 4, cellCount: 4)])
    #expect(file.report.raggedRows == file.profile.raggedRows)
    var options = ReadingOptions()
    options.raggedRows = .refuse
    #expect(throws: TableError.self) { try read(text, options) }
  }

  @Test func cellsThatDontFitAreListed() throws {
    let lines = (1...1_000).map { $0 == 700 ? "\($0),many" : "\($0),\($0)" }
    let (table, file) = try read("id,n\n" + lines.joined(separator: "\n"))
    #expect(table.schema.columns[1].type == .integer)
    #expect(file.report.oddCells[1]?.first == [OddCells.OddCell(line: 701, text: "many")])
    #expect(file.profile.columns[1].oddCells == file.report.oddCells[1])
    let (text, verdict) = try read("id,n\n" + lines.prefix(750).suffix(100).joined(separator: "\n"))
    #expect(text.schema.columns[1].type == .text)
    #expect(verdict.profile.columns[1].reason == "1 of 100 filled cells are no numbers")
  }

  @Test func candidatesForMissingMarksAreNamedAndTakenWhenTold() throws {
    let text = "n,side\n-1,NA\n5,x\n7,y\n9999,z\n"
    let (_, file) = try read(text)
    #expect(file.profile.columns[0].missingCandidates.map(\.text) == ["-1", "9999"])
    #expect(file.profile.columns[1].missingCandidates.map(\.text) == ["NA"])
    var options = ReadingOptions()
    options.missingMarks = ["-1", "9999", "NA"]
    #expect(TableText.rows(try read(text, options).table) == [[nil, nil], ["5", "x"], ["7", "y"], [nil, "z"]])
  }

  @Test func marksInTheMiddleOfACellAreText() throws {
    let (table, _) = try read("what,n\n5\" gun,1\n\"a\" b,2\n\"c,d\",3\n")
    #expect(TableText.rows(table) == [["5\" gun", "1"], ["a b", "2"], ["c,d", "3"]])
  }

  @Test func aLargeFileIsSampledAndLookedAtInFullWhenAsked() throws {
    var lines = ["id,n,place"] + (1...400_000).map { "\($0),\($0 % 1000),place \($0 % 7)" }
    lines[300_001] = "300001,many,\"two\nlines\""
    lines[350_000] = "350000,5"
    lines += ["\"Source: the office\",,", ",,"]
    let file = try DelimitedFile(bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
    #expect(!file.profile.isWhole)
    #expect(file.profile.rowCount == nil)
    #expect(file.profile.examinedRows < 50_000)
    #expect(file.profile.droppedLines.map(\.line) == [-2, -1])
    let whole = try file.wholeProfile(execution: Execution(workerCount: 2))
    #expect(whole.rowCount == 400_000)
    #expect(whole.columns[0].least == "1")
    #expect(whole.columns[0].greatest == "400000")
    #expect(whole.columns[1].oddCells.first == [OddCells.OddCell(line: 300_002, text: "many")])
    #expect(whole.columns[2].distinctCount == 8)
    #expect(whole.columns[2].missingCount == 1)
    #expect(whole.raggedRows.first == [.init(line: 350_002, cellCount: 2)])
    #expect(whole.droppedLines.map(\.line) == [400_003, 400_004])
    let table = try Table.load(from: file, execution: Execution(workerCount: 2))
    #expect(table.rowCount == 400_000)
    #expect(file.report.oddCells[1]?.first == whole.columns[1].oddCells.first)
    #expect(table.chunks.dropLast().allSatisfy { $0[0].count == table.chunks[0][0].count })
  }

  @Test func columnsMayBeAskedForSingleRows() throws {
    let file = try DelimitedFile(bytes: Array("a,b\n1,x\n2,y\n3,z\n".utf8))
    try file.scan(columns: [1], execution: Execution(workerCount: 1)) { chunk, _, _ in
      guard case .text(let codes) = try chunk.column(1, rows: [0, 2]) else { throw TableError.cancelled }
      #expect(codes.map { file.schema.columns[1].dictionary?.text($0) } == ["x", "z"])
    }
  }
}

extension String {
  fileprivate func replacingLastComma(_ delimiter: String) -> String {
    guard let comma = lastIndex(of: ",") else { return self }
    return self[..<comma] + delimiter + self[index(after: comma)...]
  }
}
