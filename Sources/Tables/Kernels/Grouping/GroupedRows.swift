/// Some rows, as an accumulator is given them.
struct GroupedRows {
  /// The number of each row's group.
  var groups: [Int32]
  var groupCount: Int
  /// The value of each row; nil where the aggregate has none.
  var values: Column?
  /// Where each row stands; empty where nobody asked for it.
  var positions: [Int] = []
  /// Whether each row is only possible; nil where none is.
  var possible: [UInt8]?

  /// Whether each row is only possible.
  var band: [UInt8] { possible ?? [UInt8](repeating: 0, count: groups.count) }
}
