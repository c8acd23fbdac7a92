import Reports
import Testing

/// Depth costs memory, never the stack.
@Suite struct NestingTests {
  private func check(_ document: Document) {
    #expect(!TerminalRenderer(width: 40).render(document).isEmpty)
    #expect(!TerminalRenderer(width: 40, accessible: true).render(document).isEmpty)
    #expect(!MarkdownRenderer().render(document).isEmpty)
    #expect(HTMLChecker(HTMLRenderer().render(document)).problems == [])
    #expect(JSON(JSONRenderer().render(document)) != nil)
  }

  @Test func deepTrees() {
    var tree = Tree()
    for depth in 0..<3_000 { tree.append([.text("step")], depth: depth) }
    check(Document(blocks: [.tree(tree)]))
  }

  @Test func treesOfEveryShape() {
    for depths in [[0, 1, 0, 1], [0, 5, 5], [3, 1, 2, 0], [0, 1, 2, 1, 2, 2, 0]] {
      var tree = Tree()
      for depth in depths { tree.append([.text("step")], depth: depth) }
      check(Document(blocks: [.tree(tree)]))
    }
    #expect(Tree([.text("a")], children: [Tree([.text("b")], children: [Tree([.text("c")])])]).rows.map(\.depth) == [0, 1, 2])
    var gaps = Tree()
    for depth in [7, 7, -1, .max] { gaps.append([], depth: depth) }
    #expect(gaps.rows.map(\.depth) == [0, 1, 0, 1])
  }

  @Test func deepSectionsAndEmphasis() {
    var blocks: [Block] = [.paragraph([.text("end")])]
    var inlines: [Inline] = [.text("end")]
    for _ in 0..<1_000 {
      blocks = [.section(title: [.text("part")], blocks: blocks)]
      inlines = [.emphasis([.strong(inlines)])]
    }
    check(Document(title: inlines, blocks: blocks))
  }
}
