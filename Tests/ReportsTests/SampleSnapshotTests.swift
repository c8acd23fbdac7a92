import Reports
import Testing

/// The sample document in each format that has no width.
@Suite struct SampleSnapshotTests {
  @Test func markdown() {
    expectSnapshot(MarkdownRenderer().render(Sample.document), named: "sample.md")
  }

  @Test func html() {
    expectSnapshot(HTMLRenderer().render(Sample.document), named: "sample.html")
  }

  @Test func json() {
    expectSnapshot(JSONRenderer().render(Sample.document), named: "sample.json")
  }

  @Test func csv() {
    expectSnapshot(CSVRenderer().render(Sample.document), named: "sample.csv")
  }
}
