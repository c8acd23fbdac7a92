/// Lists of claims, one for each of many keys, that grow by appending and never move: a link for each claim and two ends for each list.
///
/// An array for each list would cost an allocation for each key; these cost eight bytes an entry. Reading a list is linear in it.
struct ClaimChains {
  private struct Ends {
    var first: UInt32
    var last: UInt32
    var count: UInt32
  }

  private var ends: [Ends] = []
  private var claims: [UInt32] = []
  private var next: [UInt32] = []
  private static let end = UInt32.max

  /// Adds a list, empty, and gives its number.
  mutating func addChain() -> Int {
    ends.append(Ends(first: Self.end, last: Self.end, count: 0))
    return ends.count - 1
  }

  /// Adds a claim to a list, in constant time.
  /// Removes the last lists, which must be empty.
  mutating func removeLast(_ count: Int) { ends.removeLast(count) }

  mutating func append(_ claim: ClaimID, to chain: Int) {
    let link = UInt32(truncatingIfNeeded: claims.count)
    claims.append(claim.raw)
    next.append(Self.end)
    if ends[chain].count == 0 {
      ends[chain].first = link
    } else {
      next[Int(ends[chain].last)] = link
    }
    ends[chain].last = link
    ends[chain].count += 1
  }

  /// The last claim of a list, in constant time.
  func last(of chain: Int) -> ClaimID? {
    ends[chain].count == 0 ? nil : ClaimID(Int(claims[Int(ends[chain].last)]))
  }

  /// How many lists there are.
  var count: Int { ends.count }

  /// How many claims a list has, in constant time.
  func count(of chain: Int) -> Int { Int(ends[chain].count) }

  /// The claims of a list in the order in which they were added.
  subscript(chain: Int) -> [ClaimID] {
    var result: [ClaimID] = []
    result.reserveCapacity(Int(ends[chain].count))
    var link = ends[chain].first
    while link != Self.end {
      result.append(ClaimID(Int(claims[Int(link)])))
      link = next[Int(link)]
    }
    return result
  }
}
