import Reports
import Testing

@Suite struct TerminalRendererTests {
  @Test(arguments: [100, 60, 40, 20]) func sample(width: Int) {
    expectSnapshot(TerminalRenderer(width: width).render(Sample.document), named: "sample.\(width).txt")
  }

  @Test func accessibleSample() {
    expectSnapshot(
      TerminalRenderer(width: 60, ascii: true, accessible: true).render(Sample.document), named: "sample.60.accessible.txt")
  }

  @Test func asciiSample() {
    expectSnapshot(TerminalRenderer(width: 60, ascii: true).render(Sample.document), named: "sample.60.ascii.txt")
  }

  @Test func colorSample() {
    expectSnapshot(TerminalRenderer(width: 60, color: true).render(Sample.document), named: "sample.60.color.txt")
  }
}
