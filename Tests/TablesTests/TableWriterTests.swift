import TestSupport
import Testing

@testable import Tables

@Suite struct TableWriterTests {
  private static func sample() -> Table {
    let names = TextDictionary()
    let texts = ["plain", "a,b", "say \"no\"", "two\nlines", "=1+1", "-", "pipe | bar"].map { names.code(of: $0) } + [0]
    let quantity = QuantityColumn(
      low: [1, 2, 0.1, .nan, -.infinity, 5, 6, 7], best: [1.5, .nan, 0.2, .nan, 0, 5, 6, 7],
      high: [2, 3, 0.3, .nan, 1, 5, 6, .infinity])
    return Table(
      schema: Schema([
        ColumnDescription("n", .integer), ColumnDescription("what", .text, dictionary: names), ColumnDescription("x", .quantity),
        ColumnDescription("day", .date), ColumnDescription("month", .date, resolution: .month),
        ColumnDescription("flag", .boolean),
      ]),
      chunks: [
        [
          .integer32([1, -2, .min, 4, 5, 6, 7, 8]), .text(texts), .quantity(quantity),
          .date([0, -1, 18_321, .min, -719_162, 2_932_896, 1, 2]), .date([0, 31, .min, 0, 0, 0, 0, 0]),
          .boolean([0, 1, 2, 3, 0, 1, 0, 1]),
        ]
      ])
  }

  @Test func everyFormatSaysAll() {
    let csv = String(decoding: TableWriter.bytes(Self.sample(), format: .csv), as: UTF8.self)
    #expect(
      csv == """
        n,what,x_low,x_best,x_high,day,month,flag
        1,plain,1,1.5,2,1970-01-01,1970-01,false
        -2,"a,b",2,,3,1969-12-31,1970-02,true
        ,"say ""no""\",0.1,0.2,0.3,2020-02-29,,
        4,"two
        lines",,,,,1970-01,maybe
        5,'=1+1,-inf,0,1,0001-01-01,1970-01,false
        6,-,5,5,5,9999-12-31,1970-01,true
        7,pipe | bar,6,6,6,1970-01-02,1970-01,false
        8,,7,7,inf,1970-01-03,1970-01,true

        """)
    let tsv = String(decoding: TableWriter.bytes(Self.sample(), format: .tsv), as: UTF8.self)
    #expect(tsv.contains("\n-2\ta,b\t2\t\t3\t"))
    let markdown = String(decoding: TableWriter.bytes(Self.sample(), format: .markdown), as: UTF8.self)
    #expect(markdown.contains("| ---: | --- | ---: | ---: | ---: | --- | --- | --- |"))
    #expect(markdown.contains("| 7 | pipe \\| bar | 6 |"))
    #expect(markdown.split(separator: "\n").count == 10)
    let json = String(decoding: TableWriter.bytes(Self.sample(), format: .jsonLines), as: UTF8.self)
    #expect(json.contains(#""what":"two\u000alines","x_low":null"#))
  }

  /// What is written is read back the same, whatever the texts, numbers and days are.
  @Test(arguments: [TableFormat.csv, .tsv, .jsonLines]) func whatIsWrittenIsReadBack(_ format: TableFormat) throws {
    var random = SplitMix(seed: 3)
    for _ in 0..<60 {
      let count = 1 + Int(random.next() % 40)
      let texts = TextDictionary()
      let alphabet = Array("ab ,\"\n\r;|é😀x".unicodeScalars)
      let codes = (0..<count).map { index -> UInt32 in
        let length = Int(random.next() % 8)
        let text = String(
          String.UnicodeScalarView((0..<length).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }))
        return texts.code(of: "t\(index)" + text)
      }
      let reals = (0..<count).map { _ in
        random.next() % 5 == 0
          ? Double.nan : Double(Int(random.next() % 2_000_000) - 1_000_000) * 1.1 / Double(1 + random.next() % 1000)
      }
      let days = (0..<count).map { _ in random.next() % 7 == 0 ? Int32.min : Int32(random.next() % 60_000) - 30_000 }
      let wide = (0..<count).map { _ in random.next() % 6 == 0 ? Int64.min : Int64(bitPattern: random.next() >> 2) - (1 << 61) }
      let table = Table(
        schema: Schema([
          ColumnDescription("t", .text, dictionary: texts), ColumnDescription("r", .real), ColumnDescription("d", .date),
          ColumnDescription("w", .integer),
        ]), chunks: [[.text(codes), .real(reals), .date(days), .integer64(wide)]])
      var options = ReadingOptions(format: format == .jsonLines ? .jsonLines : .delimited)
      options.typesOfColumns = ["t": .text, "r": .real, "d": .date, "w": .integer]
      (options.titleRows, options.footRows, options.encoding) = (0, 0, .utf8)
      if format != .jsonLines { (options.delimiter, options.headerRows) = (format == .tsv ? 0x09 : 0x2C, 1) }
      (options.decimalComma, options.thousandsSeparator) = (false, ReadingOptions.ThousandsSeparator.none)
      let bytes = TableWriter.bytes(table, format: format)
      let file = try DataFile.open(bytes: bytes, name: "written", options: options)
      let read = try Table.load(from: file.source, execution: Execution(workerCount: 2))
      #expect(TableText.rows(read) == TableText.rows(table), "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test func snapshotsAreOpenedAgain() throws {
    let table = Self.sample()
    let bytes = TableSnapshot.bytes(table)
    let file = try DataFile.open(bytes: bytes, name: "kept")
    let read = try Table.load(from: file.source, execution: Execution(workerCount: 1))
    #expect(TableText.rows(read) == TableText.rows(table))
    #expect(read.schema.columns.map(\.resolution) == table.schema.columns.map(\.resolution))
    #expect(file.profile.format == .snapshot)
  }

  @Test func damagedSnapshotsAreRefused() {
    let bytes = TableSnapshot.bytes(Self.sample())
    for length in stride(from: 8, to: bytes.count, by: 37) {
      #expect(throws: TableError.self) { try TableSnapshot.read(Array(bytes[..<length]), name: "kept") }
    }
    for place in stride(from: 8, to: bytes.count, by: 11) {
      var damaged = bytes
      damaged[place] ^= 0x10
      #expect(throws: TableError.self) { try TableSnapshot.read(damaged, name: "kept") }
    }
  }
}
