/// Which months each group of a group by years has.
struct MonthMasks {
  private(set) var masks: [UInt16] = []

  /// Adds the rows of a batch. `absent` are those whose cell is empty: their month is not there.
  mutating func add(_ months: [Int32], _ groups: [Int32], groupCount: Int, absent: [Bool]?) {
    masks.grow(to: groupCount, 0)
    masks.withUnsafeMutableBufferPointer { masks in
      for (row, month) in months.enumerated() where month >= 0 && !(absent.map { $0[row] } ?? false) {
        masks[Int(groups[row])] |= 1 << UInt16(truncatingIfNeeded: month)
      }
    }
  }

  /// Adds rows that are all of one month.
  mutating func add(month: Int, _ groups: [Int32], groupCount: Int, absent: [Bool]?) {
    masks.grow(to: groupCount, 0)
    let mask: UInt16 = 1 << UInt16(truncatingIfNeeded: month)
    masks.withUnsafeMutableBufferPointer { masks in
      guard let absent else {
        for group in groups { masks[Int(group)] |= mask }
        return
      }
      for (row, group) in groups.enumerated() { masks[Int(group)] |= absent[row] ? 0 : mask }
    }
  }

  /// Takes in what another worker has, whose groups have these numbers here.
  mutating func absorb(_ other: MonthMasks, numbers: [Int32], groupCount: Int) {
    masks.grow(to: groupCount, 0)
    for (group, mask) in other.masks.enumerated() { masks[Int(numbers[group])] |= mask }
  }

  /// The places of groups that lack months which others of their year have.
  func shortRows(_ order: [Int32], years: [Int], than months: [Int: UInt16]) -> [Int] {
    order.indices.filter { row in
      guard row < years.count, Int(order[row]) < masks.count, let all = months[years[row]] else { return false }
      // Nothing at all is no figure, which is said elsewhere.
      let mask = masks[Int(order[row])]
      return mask != 0 && mask != all
    }
  }

  /// The months of each year, where the groups in this order are of these years.
  func months(_ order: [Int32], years: [Int]) -> [Int: UInt16] {
    var months: [Int: UInt16] = [:]
    for (row, group) in order.enumerated() where row < years.count && Int(group) < masks.count && years[row] != .min {
      months[years[row], default: 0] |= masks[Int(group)]
    }
    return months
  }
}
