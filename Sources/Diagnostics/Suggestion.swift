import Names

/// Which known names a misspelt one may have meant.
public enum Suggestion {
  /// The nearest of `candidates`, best first, at most `limit`; none rather than a far-fetched one.
  ///
  /// Names compare folded. A candidate is near when at most a third of the letters of the longer name differ (one letter of a name of
  /// two or three, where the first agrees), or when it has the misspelt name as a part: `infantry` for `naval_infantry`.
  /// Ties go to the order of `candidates`.
  public static func nearest(to name: String, among candidates: some Sequence<String>, limit: Int = 3) -> [String] {
    let wanted = Array(foldName(name).unicodeScalars.prefix(longestName))
    guard !wanted.isEmpty, limit > 0 else { return [] }
    var found: [(score: Int, order: Int, name: String)] = []
    for (order, candidate) in candidates.enumerated() {
      let letters = Array(foldName(candidate).unicodeScalars.prefix(longestName))
      guard let score = score(of: letters, for: wanted) else { continue }
      found.append((score, order, candidate))
    }
    found.sort { ($0.score, $0.order) < ($1.score, $1.order) }
    var names: [String] = []
    for entry in found where !names.contains(entry.name) {
      names.append(entry.name)
      if names.count == limit { break }
    }
    return names
  }

  /// The note `did you mean …?` for the names that `nearest` found; nil where there are none.
  public static func note(_ names: [String]) -> String? {
    // A name of several words has its back-ticks already.
    let quoted = names.map { $0.hasPrefix("`") ? $0 : "`\($0)`" }
    guard let last = quoted.last else { return nil }
    guard quoted.count > 1 else { return "did you mean \(last)?" }
    return "did you mean " + quoted.dropLast().joined(separator: ", ") + " or \(last)?"
  }

  /// Longer names are compared by their beginning only, so that a suggestion never takes long.
  private static let longestName = 64

  /// Twice the number of differing letters, less a bonus for a shared beginning; nil where the names are not near.
  private static func score(of candidate: [Unicode.Scalar], for wanted: [Unicode.Scalar]) -> Int? {
    guard !candidate.isEmpty else { return nil }
    let longest = max(candidate.count, wanted.count)
    var allowed = longest / 3
    if longest == 2, candidate[0] == wanted[0] { allowed = 1 }
    if abs(candidate.count - wanted.count) <= allowed {
      if let distance = editDistance(wanted, candidate, limit: allowed) {
        return distance * 2 - (candidate[0] == wanted[0] ? 1 : 0)
      }
    }
    // A whole part of a longer name, or a part of at least four letters: after every name that is near by its letters.
    if wanted.count >= 3, candidate.split(separator: "_").contains(where: { Array($0) == wanted }) { return longest + 2 }
    if wanted.count >= 4, contains(candidate, wanted) { return longest * 2 + 2 }
    return nil
  }

  private static func contains(_ whole: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    guard part.count <= whole.count else { return false }
    return (0...(whole.count - part.count)).contains { whole[$0...].starts(with: part) }
  }
}
