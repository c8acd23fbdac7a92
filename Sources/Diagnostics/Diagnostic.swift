/// One message to the user about one place in what they wrote.
///
/// `message` is one sentence without a full stop; the place follows when it is rendered. What was found and what would be accepted
/// belongs in the labels; the next step in `notes`.
public struct Diagnostic: Sendable, Error, Hashable {
  public enum Severity: Int, Sendable, Comparable {
    case note, warning, error
    public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
  }

  /// An underlined range. The first label of a diagnostic is its place.
  public struct Label: Sendable, Hashable {
    public var range: SourceRange
    /// What the range is: `planned, 40,000 people (Ellis 2018 ¶8)`. May be empty.
    public var text: String
    public init(_ range: SourceRange, _ text: String = "") {
      self.range = range
      self.text = text
    }
  }

  /// A change of the text that would mend it.
  public struct FixIt: Sendable, Hashable {
    public var range: SourceRange
    public var replacement: String
    public init(_ range: SourceRange, replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  public var code: DiagnosticCode
  public var severity: Severity
  public var message: String
  public var labels: [Label]
  /// Further lines, shown after `=`: the next step, near names, the policy that mattered.
  public var notes: [String]
  public var fixIts: [FixIt]

  public init(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange, _ label: String = "", also: [Label] = [],
    notes: [String] = [], fixIts: [FixIt] = [], severity: Severity = .error
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.labels = [Label(range, label)] + also
    self.notes = notes
    self.fixIts = fixIts
  }
}
