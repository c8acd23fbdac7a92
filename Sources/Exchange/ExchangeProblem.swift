/// Something wrong with a file from elsewhere, with its place.
public struct ExchangeProblem: Error, Hashable, Sendable {
  /// One sentence without a full stop.
  public var message: String
  /// The bytes concerned.
  public var range: Range<Int>
  /// What was found there; may be empty.
  public var label: String
  /// The next step.
  public var hint: String?
  /// Whether the rest can be used all the same.
  public var isWarning: Bool

  /// An error, unless it is said to be a warning.
  public init(_ message: String, at range: Range<Int>, _ label: String = "", hint: String? = nil, isWarning: Bool = false) {
    self.message = message
    self.range = range
    self.label = label
    self.hint = hint
    self.isWarning = isWarning
  }
}
