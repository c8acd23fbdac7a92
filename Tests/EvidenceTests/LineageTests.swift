import Testing

@testable import Evidence

@Suite struct LineageTests {
  @Test func claimsStandInOrderOfFirstUse() {
    let shared = Lineage(.add, .claim(3), .claim(1))
    let whole = Lineage(.divide, Lineage(.subtract, .claim(2), shared), Lineage(.multiply, shared, .derived(9, from: .claim(4))))
    #expect(whole.claims() == [2, 3, 1, 9, 4])
    #expect(Lineage.hull([.claim(5), .claim(2), .claim(5)]).claims() == [5, 2])
    #expect(Lineage.function("mean", [.claim(1), whole]).claims() == [1, 2, 3, 9, 4])
    #expect(Lineage.literal("12").claims().isEmpty)
  }

  @Test func sharedStepsAreVisitedOnce() {
    // Each step uses the one before twice: as a tree it would have 2⁶⁰ steps.
    var node = Lineage(.negate, .claim(1))
    for _ in 0..<60 { node = Lineage(.add, node, node) }
    var visits = 0
    node.visit { _ in visits += 1 }
    #expect(visits == 62)
    #expect(node.claims() == [1])
  }

  @Test func longChainsAreWalkedAndFreed() {
    func chain(_ count: Int, _ link: (Lineage, Int) -> Lineage) -> Lineage {
      var node = Lineage.claim(0)
      for index in 1...count { node = link(node, index) }
      return node
    }
    var first: Lineage? = chain(1_000_000) { node, _ in Lineage(.negate, node) }
    #expect(first?.claims() == [0])
    first = nil
    var second: Lineage? = chain(100_000) { node, index in
      index % 2 == 0 ? Lineage(.add, node, .claim(1)) : Lineage(.add, .claim(2), node)
    }
    second = nil
    var third: Lineage? = chain(100_000) { node, _ in Lineage.hull([.claim(1), node]) }
    third = nil
    #expect(first == nil && second == nil && third == nil)
  }

  /// What somebody else still holds is not taken apart.
  @Test func sharedPartsOutliveTheWhole() {
    var kept = Lineage(.add, .claim(1), Lineage(.negate, .claim(2)))
    let part = kept
    for _ in 0..<100_000 { kept = Lineage(.negate, kept) }
    kept = .claim(7)
    #expect(part.claims() == [1, 2])
    #expect(part.inputs.count == 2)
  }

  @Test func manyThreadsMayFreeOneLineage() async {
    for _ in 0..<20 {
      var node = Lineage(.add, .claim(1), .claim(2))
      for _ in 0..<2_000 { node = Lineage(.add, node, node) }
      let shared = node
      await withTaskGroup(of: [UInt32].self) { group in
        for _ in 0..<4 { group.addTask { Lineage(.negate, shared).claims() } }
        for await claims in group { #expect(claims == [1, 2]) }
      }
    }
  }
}
