public import Casebook
public import Diagnostics

/// A statement that can be evaluated. Declarations and claims are not among them: they are in the casebook by the time that checking is done.
public struct CheckedStatement: Sendable {
  public indirect enum Node: Sendable {
    case parameter(name: String, defaultValue: CheckedExpression, description: String?)
    case define(name: String, CheckedExpression, because: String?)
    case expression(CheckedExpression, because: String?)
    /// What several words or a name were found to mean: its card, with the others they could have meant.
    case card(EntityID, others: [EntityID], asked: String)
    case why(CheckedExpression)
    case compare(CheckedComparison)
    /// A comparison or a report by name, with one argument for each parameter (nil: its default).
    case run(DefinitionEntry, [CheckedExpression?])
    case expect(CheckedExpression)
    case save(CheckedExpression, to: CheckedExpression)
    case saveRun(DefinitionEntry, [CheckedExpression?], to: CheckedExpression)
    case forEach(name: String, in: CheckedExpression, body: [CheckedStatement])
    case say(CheckedExpression)
    case show(CheckedExpression)
    case section(CheckedExpression, [CheckedStatement])
    case gaps
    case sources
    /// The shell's own words, which the session answers.
    case shell(ShellRequest)
    case describe(CheckedExpression)
    case describeKind(KindID)
    case describeProperty(PropertyID)
    case describeDefinition(DefinitionEntry)
    case load(CheckedLoad)
    case revisions(CheckedRevisions)
    /// A figure beside each of the series that could be meant by it.
    case check(CheckedCheck)
    /// The last statement under another policy; its value as written.
    case whatIf(policy: String, value: String, at: SourceRange)
    case question(CheckedQuestion)
  }
  public var node: Node
  public var range: SourceRange
  public init(_ node: Node, at range: SourceRange) {
    self.node = node
    self.range = range
  }
}

/// What is asked of the session itself.
public enum ShellRequest: Sendable, Hashable {
  case help([String])
  case list([String])
  case explain(String)
  /// A policy and its new value as written; nil asks what it is.
  case set(name: String, value: String?)
  case quit
}
