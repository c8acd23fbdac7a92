public import Casebook
public import Diagnostics
public import Evidence
public import Semantics

/// Evaluates checked statements against one casebook.
///
/// It survives every error: a statement that fails changes neither the variables nor the last result. It holds no file, no terminal and
/// no clock; what it needs of those comes through its host. It must run on a thread whose stack has room for `Budget.depth` expressions
/// within one another: up to 20 KB each when optimised, 70 KB when not.
public final class Evaluator {
  let casebook: Casebook
  let derivation: (RuleID) -> Derivation?
  let sourceMap: SourceMap
  let host: any Host
  let budget: Budget

  /// How wide "about" is, and so on. What was derived under other policies is forgotten.
  public var policies: Policies {
    didSet {
      if policies != oldValue {
        derivedFigures = [:]
        measured = [:]
        // A condition on rows may ask the casebook for figures that a policy makes wider.
        for table in tables.values { table.forgetFigures() }
      }
    }
  }

  /// What the user named with `let` and `param`.
  public internal(set) var variables: [String: Value] = [:]
  /// Values for parameters of a script, in place of their defaults.
  public var parameterValues: [String: CheckedExpression] = [:]
  /// The parameters that the script declared, in order, with the values they got.
  var parameters: [(name: String, value: Value)] = []
  /// `it`
  public internal(set) var lastResult: Value?
  /// What `it` was asked as, and under which names, so that `why it` can go down to the claims.
  var lastExpression: (expression: CheckedExpression, frame: Frame)?
  /// The same for what was defined by `let`.
  var definitions: [String: (expression: CheckedExpression, frame: Frame)] = [:]
  /// Where the statement stands that is being evaluated, for what goes wrong with the whole of it.
  var statementRange = SourceRange(file: SourceFileID(0), start: 0, end: 0)
  /// What was asked for so far and no claim answers.
  var gaps = GapList()
  /// Statements whose verdicts and figures were shown, to say what a policy flips among them.
  var shown: [ShownStatement] = []

  /// Loaded files by their folded names, and the names of those that provide properties, in the order of loading.
  var tables: [String: LoadedTable] = [:]
  var providers: [String] = []
  /// Those that a pipeline asks for properties of its entities, while it is put together.
  var askedTables: [LoadedTable] = []
  /// Figures of files that were asked for and not shown yet.
  var heard = FiguresHeard()

  var meter: Meter
  /// Derived figures that were asked for under the present policies, by rule and the time by which they were to be stated.
  var derivedFigures: [DerivedKey: DerivedFigure] = [:]
  /// The rules that are being evaluated, to stop a circle.
  var derivationsUnderWay: [RuleID] = []
  /// What the `why` under way has explained already: each is shown in full once.
  var explained = ExplainedNodes()
  /// Measures and filters without parameters that the statement under way has asked for.
  var measured: [MeasuredKey: Value] = [:]

  public init(
    casebook: Casebook, sourceMap: SourceMap, host: any Host, policies: Policies = Policies(), budget: Budget = Budget(),
    derivation: @escaping (RuleID) -> Derivation?
  ) {
    self.casebook = casebook
    self.sourceMap = sourceMap
    self.host = host
    self.policies = policies
    self.budget = budget
    self.derivation = derivation
    meter = Meter(budget)
  }

  /// Evaluates one statement and says what is to be printed.
  public func run(_ statement: CheckedStatement) -> Outcome {
    let before = (variables, lastResult, parameters, gaps, lastExpression, definitions)
    let tablesBefore = (tables, providers)
    meter = Meter(budget)
    derivationsUnderWay = []
    measured = [:]
    let builder = DocumentBuilder()
    do throws(Diagnostic) {
      let result = try execute(statement, in: Frame(variables: variables), into: builder)
      if let result { lastResult = result }
      gaps.add(builder.gaps)
      remember(statement, Frame(variables: variables), it: before.1)
      return Outcome(document: builder.isEmpty ? nil : builder.document(), diagnostics: builder.warnings, result: result)
    } catch {
      (variables, lastResult, parameters, gaps, lastExpression, definitions) = before
      (tables, providers) = tablesBefore
      return Outcome(diagnostics: builder.warnings + [error])
    }
  }

  /// Evaluates one expression, with the variables of the session.
  public func evaluate(_ expression: CheckedExpression) throws(Diagnostic) -> Value {
    meter = Meter(budget)
    derivationsUnderWay = []
    measured = [:]
    return try evaluate(expression, in: Frame(variables: variables))
  }

  /// Forgets what was derived: claims were added to the casebook.
  public func casebookChanged() {
    derivedFigures = [:]
    for table in tables.values { table.forgetFigures() }
  }
}
