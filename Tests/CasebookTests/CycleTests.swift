import TestSupport
import Testing

@testable import Casebook

@Suite struct CycleTests {
  @Test func findsLoopsAndNothingElse() {
    #expect(cycles(in: []) == [])
    #expect(cycles(in: [[1], [2], []]) == [])
    #expect(cycles(in: [[0]]) == [[0]])
    #expect(cycles(in: [[1], [2], [0, 3], [4], [3], [0]]) == [[0, 1, 2], [3, 4]])
  }

  @Test func goesDeepWithoutRecursion() {
    let length = 200_000
    let chain = (0..<length).map { [($0 + 1) % length] }
    #expect(cycles(in: chain).map(\.count) == [length])
  }

  /// Two nodes are in one cycle exactly if each is reached from the other.
  @Test func agreesWithReachability() {
    var random = SplitMix(seed: 11)
    for _ in 0..<200 {
      let size = Int.random(in: 1...7, using: &random)
      let edges = (0..<size).map { _ in (0..<size).filter { _ in Int.random(in: 0..<5, using: &random) == 0 } }
      var reaches = (0..<size).map { from in (0..<size).map { edges[from].contains($0) } }
      for middle in 0..<size {
        for from in 0..<size where reaches[from][middle] {
          for to in 0..<size where reaches[middle][to] { reaches[from][to] = true }
        }
      }
      var expected: [[Int]] = []
      for node in 0..<size where reaches[node][node] {
        let group = (0..<size).filter { reaches[node][$0] && reaches[$0][node] }
        if group.first == node { expected.append(group) }
      }
      #expect(cycles(in: edges) == expected)
    }
  }
}
