import Glibc
import TestSupport
import Testing

@testable import Tables

@Suite struct InflationTests {
  /// `printf 'n,what\n1,aaaaaaaaaaaaaaaaaaaaaaaa\n2,b\n' | gzip -n9`
  private static let small: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0xD3, 0x29, 0xCF, 0x48, 0x2C, 0xE1, 0x32,
    0xD4, 0x49, 0xC4, 0x01, 0xB8, 0x8C, 0x74, 0x92, 0xB8, 0x00, 0xF4, 0x42, 0x5B, 0xA9, 0x26, 0x00, 0x00, 0x00,
  ]

  @Test func compressedFilesAreRead() throws {
    let file = try DataFile.open(bytes: Self.small, name: "small.csv.gz")
    let table = try Table.load(from: file.source, execution: Execution(workerCount: 1))
    #expect(TableText.rows(table) == [["1", String(repeating: "a", count: 24)], ["2", "b"]])
    let twice = try Inflation.inflate(Self.small + Self.small, name: "twice")
    #expect(twice.count == 2 * 38)
  }

  @Test(.enabled(if: access("/usr/bin/gzip", X_OK) == 0, "no gzip")) func largeFilesAreReadAtEveryLevel() throws {
    var random = SplitMix(seed: 5)
    let folder = TemporaryFolder()
    let text = (0..<20_000).map { "\($0),\(random.next() % 1000),\(random.next())\n" }.joined()
    for level in [1, 6, 9] {
      folder.write(text, to: "data\(level)")
      _ = try Subprocess(["/usr/bin/gzip", "-\(level)", "data\(level)"], in: folder.path)
      let file = try DataFile.open(path: folder.path + "/data\(level).gz")
      #expect(file.profile.rowCount == 20_000)
    }
  }

  @Test func damagedFilesAreRefused() {
    for length in 4..<Self.small.count {
      #expect(throws: TableError.self) { try Inflation.inflate(Array(Self.small[..<length]), name: "cut") }
    }
    for place in 10..<Self.small.count {
      for bit in 0..<8 {
        var damaged = Self.small
        damaged[place] ^= 1 << UInt8(bit)
        #expect(throws: TableError.self) { try Inflation.inflate(damaged, name: "damaged") }
      }
    }
  }
}
