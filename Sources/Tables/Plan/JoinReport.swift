/// What a join matched, and what was left over on both sides.
public struct JoinReport: Sendable, Hashable {
  public var otherName: String
  /// Rows of each side that found one of the other, and that found none.
  public var leftMatched = 0
  public var leftUnmatched = 0
  public var rightMatched = 0
  public var rightUnmatched = 0
  /// Keys that several rows of both sides have, so that each of these meets each of those; and the rows that come of them.
  public var repeatedKeyCount = 0
  public var repeatedRows = 0
  /// The keys that matched nothing, written as text, several columns as one, in the order of their first rows; at most `shownKeys`.
  public var leftoverKeys: [String] = []
  public var otherLeftoverKeys: [String] = []
  /// How many keys there are left over in all, each counted once.
  public var leftoverKeyCount = 0
  public var otherLeftoverKeyCount = 0

  /// Nothing has matched yet.
  public init(otherName: String) { self.otherName = otherName }

  /// How many keys are named.
  public static let shownKeys = 20
}
