import TestSupport
import Testing

@testable import Tables

@Suite struct FileSeriesTests {
  @Test func filesOfOneLayoutAreOneTable() throws {
    let folder = TemporaryFolder()
    folder.write("place,n,rate\nA,1,2\nB,2,3\n", to: "2020.csv")
    folder.write("n;PLACE;rate\r\n3;B;2,5\r\n4;Ciudad Juárez;3,5\r\n", to: "2021.csv")
    let (series, profiles) = try FileSeries.open(paths: [folder.path + "/2020.csv", folder.path + "/2021.csv"])
    #expect(profiles.count == 2)
    #expect(series.knownRowCount == 4)
    let table = try Table.load(from: series, execution: Execution(workerCount: 2))
    #expect(table.schema.columns.map(\.type) == [.text, .integer, .real])
    #expect(
      TableText.rows(table) == [["A", "1", "2.0"], ["B", "2", "3.0"], ["B", "3", "2.5"], ["Ciudad Juárez", "4", "3.5"]])
  }

  @Test func filesWithOtherColumnsAreRefused() {
    let folder = TemporaryFolder()
    folder.write("place,n\nA,1\n", to: "1.csv")
    folder.write("place,m\nA,1\n", to: "2.csv")
    folder.write("place,n,more\nA,1,2\n", to: "3.csv")
    for other in ["2.csv", "3.csv"] {
      #expect(throws: TableError.self) { try FileSeries.open(paths: [folder.path + "/1.csv", folder.path + "/" + other]) }
    }
  }
}
