import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Tables

/// Files that break readers: each is read, or refused with a place.
@Suite struct HostileFilesTests {
  private func failure(_ body: () throws -> Void) -> TableError? {
    do {
      try body()
      return nil
    } catch { return error as? TableError }
  }

  @Test func aMarkThatNothingClosesIsShown() throws {
    let rows = String(repeating: "1,plain text\n", count: 400_000)
    let file = try DelimitedFile(bytes: Array(("n,what\n" + rows + "2,\"never closed\n3,x\n").utf8))
    let error = failure { _ = try Table.load(from: file, execution: Execution(workerCount: 2)) }
    guard case .unreadable(let message, let line, let column, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(message == "a quotation mark \" is opened and never closed")
    #expect(line == 400_002)
    #expect(column == 3)
    #expect(failure { _ = try read("a,b\n1,\"x\n2,y\n") } != nil)
  }

  @Test func aRowOfTenThousandColumnsIsRead() throws {
    let names = (1...10_000).map { "c\($0)" }.joined(separator: ",")
    let cells = (1...10_000).map { "\($0)" }.joined(separator: ",")
    let (table, _) = try read("\(names)\n\(cells)\n\(cells)\n")
    #expect(table.schema.columns.count == 10_000)
    #expect(table.rowCount == 2)
    let (ragged, file) = try read("a,b\n1,2\n\(cells)\n3,4\n")
    #expect(ragged.rowCount == 3)
    #expect(file.profile.raggedRows.first == [.init(line: 3, cellCount: 10_000)])
  }

  @Test func aCellOfManyMegabytesIsRead() throws {
    let long = String(repeating: "x\r\n", count: 4 << 20)
    let rows = String(repeating: "1,a\n", count: 100_000)
    let (table, _) = try read("n,what\n" + rows + "2,\"" + long + "\"\n3,b\n")
    #expect(table.rowCount == 100_002)
    #expect(TableText.column("what", of: table)[100_000]?.utf8.count == long.utf8.count)
    #expect(TableText.column("what", of: table)[100_001] == "b")
  }

  @Test func aFirstRowLongerThanTheSampleLosesNoRows() throws {
    for length in [200_000, 4 << 20] {
      let (table, file) = try read("a,b\n1," + String(repeating: "x", count: length) + "\n2,y\n3,z\n")
      #expect(table.rowCount == 3)
      #expect(TableText.column("b", of: table).last == "z")
      #expect(file.profile.columns.map(\.name) == ["a", "b"])
    }
  }

  @Test func nulBytesAreText() throws {
    let (table, _) = try read("a,b\nx\0y,1\n\0,2\n")
    #expect(TableText.rows(table) == [["x\0y", "1"], ["\0", "2"]])
  }

  @Test func whatIsNoTextIsNamed() throws {
    let files: [(bytes: [UInt8], words: String)] = [
      (Array("PK\u{3}\u{4}\u{14}".utf8) + [UInt8](repeating: 0, count: 40), "zip archive"),
      (Array("%PDF-1.7\n%\n1 0 obj".utf8), "a PDF"),
      ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1], "a program"), ((0..<200).map { UInt8($0 % 32) }, "control characters"),
      (Array("a,b\n".utf8) + (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 97) }, "control characters"),
    ]
    for (bytes, words) in files {
      let error = failure { _ = try DataFile.open(bytes: bytes, name: "it") }
      #expect("\(error.map(String.init(describing:)) ?? "nothing")".contains(words), "\(words)")
    }
    // Told how to read it, it is read.
    var options = ReadingOptions()
    options.encoding = .windows1252
    #expect(failure { _ = try DataFile.open(bytes: Array("%PDF-1.7,a\n1,2\n".utf8), name: "it", options: options) } == nil)
  }

  @Test func foldersEmptyFilesAndAbsentOnesAreRefused() {
    let folder = TemporaryFolder()
    folder.write("", to: "empty.csv")
    folder.write(" \n \n", to: "blank.csv")
    for path in [folder.path, folder.path + "/empty.csv", folder.path + "/blank.csv", folder.path + "/absent.csv", "a\0b"] {
      #expect(failure { _ = try DataFile.open(path: path) } != nil, "\(path)")
    }
  }

  @Test func aFileThatShrinksWhileItIsReadIsRefused() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/shrinking.csv"
    folder.write("n,what\n" + String(repeating: "1,plain text that is long enough\n", count: 300_000), to: "shrinking.csv")
    let file = try DelimitedFile(path: path)
    truncate(path, 5_000_000)
    let error = failure { _ = try Table.load(from: file, execution: Execution(workerCount: 2)) }
    guard case .unreadable(let message, _, _, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(message.contains("became shorter while it was read"))
  }

  @Test func aPipeIsReadToItsEnd() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    guard let writer = fopen(path, "r+") else {
      Issue.record("no pipe")
      return
    }
    fputs("a,b\n1,2\n3", writer)
    fflush(writer)
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    fclose(writer)
    let bytes = [UInt8](unsafeUninitializedCapacity: 64) { buffer, count in
      count = max(0, Glibc.read(reader, buffer.baseAddress, 64))
    }
    close(reader)
    #expect(TableText.rows(try read(bytes).table) == [["1", "2"], ["3", nil]])
  }

  @Test func tooLittleMemoryIsSaid() throws {
    let file = try DelimitedFile(bytes: Array(("n\n" + String(repeating: "12345\n", count: 100_000)).utf8))
    let error = failure { _ = try Table.load(from: file, execution: Execution(workerCount: 1, memoryLimit: 1000)) }
    guard case .tooLarge? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func cancellingStopsAScan() throws {
    let file = try DelimitedFile(bytes: Array(("n,m\n" + String(repeating: "12345,1\n", count: 1_000_000)).utf8))
    let asked = Mutex(0)
    let execution = Execution(
      workerCount: 2,
      isCancelled: {
        asked.withLock {
          $0 += 1
          return $0 > 4
        }
      })
    let error = failure {
      try file.scan(columns: [0], execution: execution) { chunk, _, _ in _ = try chunk.column(0, rows: nil) }
    }
    #expect(error == .cancelled)
  }

  @Test func anythingAtAllIsReadOrRefused() throws {
    var random = SplitMix(seed: 7)
    let alphabet: [UInt8] = Array(",;\"\"\n\n\r\t|x1.-=\0é".utf8) + [0xFF, 0xC3]
    for _ in 0..<3_000 {
      let bytes = (0..<Int(random.next() % 60)).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
      do {
        let file = try DelimitedFile(bytes: bytes)
        let table = try Table.load(from: file, execution: Execution(workerCount: 1))
        #expect(table.chunks.allSatisfy { chunk in chunk.allSatisfy { $0.count == chunk[0].count } })
        if let known = file.knownRowCount { #expect(known == table.rowCount, "\(bytes)") }
      } catch is TableError {}
    }
  }

  /// The two ways of finding rows and cells agree wherever marks stand as they should.
  @Test func theQuickWayFindsTheSameCells() throws {
    var random = SplitMix(seed: 11)
    for round in 0..<400 {
      let columns = 1 + Int(random.next() % 4)
      var text = (0..<columns).map { "name\($0)" }.joined(separator: ",") + "\n"
      var expected: [[String?]] = []
      for _ in 0..<(1 + Int(random.next() % 90)) {
        let row = (0..<columns).map { _ -> String in
          let length = Int(random.next() % 12)
          return String(decoding: (0..<length).map { _ in Array("ab,\"\n\r x".utf8)[Int(random.next() % 8)] }, as: UTF8.self)
        }
        expected.append(row.map { $0.isEmpty ? nil : $0 })
        text +=
          row.map { "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" }
          .joined(separator: ",") + (round % 2 == 0 ? "\n" : "\r\n")
      }
      var options = ReadingOptions()
      (options.delimiter, options.headerRows, options.titleRows, options.footRows) = (0x2C, 1, 0, 0)
      options.typesOfColumns = Dictionary(uniqueKeysWithValues: (0..<columns).map { ("name\($0)", .text) })
      options.encoding = .utf8
      let (table, _) = try read(text, options)
      #expect(TableText.rows(table) == expected, "\(text)")
    }
  }
}
