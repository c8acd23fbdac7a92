import Casebook

extension Resolver {
  /// As it is written, with what it chooses.
  var words: String {
    switch self {
    case .preferred: "as preferred, by whoever keeps the casebook"
    case .latestStated: "as latest stated, by the sources published last"
    case .each: "as each, nothing merged"
    }
  }
}

extension Sort {
  /// What may be done with it.
  var words: String {
    switch self {
    case .count: "adds over places and over time"
    case .stock: "adds over places, not over time"
    case .rate, .share: "never added, recomputed from its parts"
    case .index: "never added"
    case .code: "no arithmetic"
    }
  }
}

extension Sequence where Element: Hashable {
  /// Its elements in order, each once.
  var eachOnce: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
