import Testing

@testable import Commands

/// What the line of progress says.
@Suite struct ProgressLineTests {
  @Test func saysRowsShareAndSecondsLeft() {
    #expect(
      ProgressLine.words(rows: 950_000, bytes: 100 << 20, of: 400 << 20, seconds: 2)
        == "reading: 950000 rows, 25 % of 400 MiB, 6 s left; Ctrl-C stops")
    #expect(
      ProgressLine.words(rows: 12_300_000, bytes: 400 << 20, of: 400 << 20, seconds: 2)
        == "reading: 12 million rows, 100 % of 400 MiB, 0 s left; Ctrl-C stops")
    // A file that grows while it is read, and one that is gone.
    #expect(ProgressLine.words(rows: 5, bytes: 3 << 20, of: 2 << 20, seconds: 1).contains("100 %"))
    #expect(ProgressLine.words(rows: 0, bytes: 0, of: 0, seconds: 1).contains("100 %"))
  }
}
