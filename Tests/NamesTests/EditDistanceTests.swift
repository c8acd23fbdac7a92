import Testing

import TestSupport
import Names

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "acb", 1), ("kitten", "sitting", 3), ("ca", "abc", 3),
    ("gendarmerie", "gendarmarie", 1), ("", "abc", 3),
  ])
  func known(left: String, right: String, distance: Int) {
    #expect(editDistance(Array(left.utf8), Array(right.utf8), limit: 10) == distance)
    #expect(editDistance(Array(right.utf8), Array(left.utf8), limit: distance) == distance)
    #expect(editDistance(Array(left.utf8), Array(right.utf8), limit: distance - 1) == nil)
  }

  /// The full table, with no band and no early end.
  private func plainDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count {
      for column in 0...right.count {
        if row == 0 || column == 0 {
          table[row][column] = row + column
          continue
        }
        var cost = min(table[row - 1][column], table[row][column - 1]) + 1
        cost = min(cost, table[row - 1][column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          cost = min(cost, table[row - 2][column - 2] + 1)
        }
        table[row][column] = cost
      }
    }
    return table[left.count][right.count]
  }

  @Test func agreesWithTheFullTable() {
    var random = SplitMix(seed: 7)
    for _ in 0..<3_000 {
      let left = (0..<Int.random(in: 0...8, using: &random)).map { _ in UInt8.random(in: 97...99, using: &random) }
      let right = (0..<Int.random(in: 0...8, using: &random)).map { _ in UInt8.random(in: 97...99, using: &random) }
      let limit = Int.random(in: 0...5, using: &random)
      let expected = plainDistance(left, right)
      #expect(editDistance(left, right, limit: limit) == (expected <= limit ? expected : nil))
    }
  }
}
