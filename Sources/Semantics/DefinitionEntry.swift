public import Casebook
public import Diagnostics
public import Evidence

/// Something that the user or the Library gave a name: a measure, a filter, a comparison, a report, hypotheses.
///
/// Definitions are checked where they stand and can use only what stands before them, so no circle of them can arise.
public final class DefinitionEntry: Sendable {
  public enum Body: Sendable {
    /// A quantity or another value of an entity of `kind`.
    case measure(kind: KindID, CheckedExpression)
    /// A verdict on an entity of `kind`.
    case filter(kind: KindID, CheckedExpression)
    case comparison(CheckedComparison)
    case report([CheckedStatement])
    case hypotheses(CheckedHypotheses)
  }

  public struct Parameter: Sendable {
    public var name: String
    public var defaultValue: CheckedExpression?
    public var type: StaticType
    public init(name: String, defaultValue: CheckedExpression?, type: StaticType) {
      self.name = name
      self.defaultValue = defaultValue
      self.type = type
    }
  }

  public let name: String
  public let title: CheckedExpression?
  public let parameters: [Parameter]
  public let body: Body
  public let documentation: [String]
  /// Where it was defined, for `help` and `why`.
  public let range: SourceRange

  public init(
    name: String, title: CheckedExpression? = nil, parameters: [Parameter], body: Body, documentation: [String],
    range: SourceRange
  ) {
    self.name = name
    self.title = title
    self.parameters = parameters
    self.body = body
    self.documentation = documentation
    self.range = range
  }

  /// What it is, in a word: `measure`, `filter`, `comparison`, `report`, `hypotheses`.
  public var category: String {
    switch body {
    case .measure: return "measure"
    case .filter: return "filter"
    case .comparison: return "comparison"
    case .report: return "report"
    case .hypotheses: return "hypotheses"
    }
  }
}

/// The same questions put to every subject.
public struct CheckedComparison: Sendable {
  public struct Item: Sendable {
    /// As the user wrote it, or the label they gave.
    public var label: String
    /// Evaluated once for each subject (`CheckedExpression.Node.subject`).
    public var value: CheckedExpression
    public init(label: String, value: CheckedExpression) {
      self.label = label
      self.value = value
    }
  }
  public enum Facets: Sendable {
    case statuses([Status])
    /// Each with the words it was written in.
    case times([(label: String, time: CheckedExpression)])
    /// Before and after the time of this event.
    case beforeAfter(EntityID)
    /// One column for each independent origin.
    case sources
  }
  public var subjects: [CheckedExpression]
  public var items: [Item]
  public var qualifiers: [CheckedQualifier]
  public var facets: Facets?
  /// What lets a figure through that the guard would stop; printed as its note.
  public var because: String?
  public init(subjects: [CheckedExpression], items: [Item], qualifiers: [CheckedQualifier], facets: Facets?, because: String?) {
    self.subjects = subjects
    self.items = items
    self.qualifiers = qualifiers
    self.facets = facets
    self.because = because
  }
}
