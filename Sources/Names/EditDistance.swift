/// The number of insertions, deletions, replacements and swaps of neighbours that turn one text into the other, or nil where that is
/// more than `limit` (Damerau and Levenshtein's distance, no stretch edited twice).
///
/// Takes time and space proportional to the shorter text times the limit.
@inlinable public func editDistance<Letter: Equatable>(_ left: [Letter], _ right: [Letter], limit: Int) -> Int? {
  guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
  if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
  let far = limit + 1
  var beforeLast = [Int](repeating: far, count: right.count + 1)
  var last = (0...right.count).map { min($0, far) }
  var current = last
  for row in 1...left.count {
    let from = max(1, row - limit)
    let to = min(right.count, row + limit)
    guard from <= to else { return nil }
    current[0] = min(row, far)
    if from > 1 { current[from - 1] = far }
    var best = current[from - 1]
    for column in from...to {
      let replaced = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
      var cost = min(replaced, current[column - 1] + 1, last[column] + 1)
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
        cost = min(cost, beforeLast[column - 2] + 1)
      }
      current[column] = min(cost, far)
      best = min(best, current[column])
    }
    if to < right.count { current[to + 1] = far }
    if best > limit { return nil }
    (beforeLast, last, current) = (last, current, beforeLast)
  }
  let distance = last[right.count]
  return distance <= limit ? distance : nil
}
