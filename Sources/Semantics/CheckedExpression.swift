public import Casebook
public import Diagnostics
public import Evidence

/// An expression whose names are found, whose units and statuses fit, and whose literals are values.
///
/// Ranges are those of the text it was read from, for messages and for `why`.
public struct CheckedExpression: Sendable {
  public indirect enum Node: Sendable {
    /// A number as written, before a policy gives "about" a width.
    case quantity(HedgedNumber, Unit)
    case text([CheckedTextSegment])
    case time(TimeSpan)
    case truth(Bool)
    /// `$name`
    case variable(String)
    /// The last result.
    case lastResult
    case entity(EntityID)
    /// Every entity of a kind and of the kinds below it.
    case collection(KindID)
    /// Claims as rows: all of a casebook, or those about one entity.
    case claims(ClaimCollection, of: CheckedExpression?)
    /// What stands in a column of a row that is a claim.
    case claimColumn(ClaimColumn)
    /// The entity of which a measure, a filter, a row of a pipeline or a column of a comparison speaks.
    case subject
    case property(CheckedExpression, PropertyID)
    /// A measure or filter of an entity, with one argument for each parameter (nil: its default).
    case defined(CheckedExpression, DefinitionEntry, [CheckedExpression?])
    case call(Builtin, [CheckedExpression])
    case extreme(Extreme)
    /// An interval whose sides are evaluated. A nil side is open.
    case span(CheckedExpression?, CheckedExpression?)
    case qualified(CheckedExpression, [CheckedQualifier])
    case negate(CheckedExpression)
    case arithmetic(ArithmeticOperator, CheckedExpression, CheckedExpression)
    case comparison(ComparisonOperator, CheckedExpression, CheckedExpression)
    case textTest(TextTest, CheckedExpression, CheckedExpression)
    /// An entity is one of the values of a property that has many.
    case includes(CheckedExpression, CheckedExpression)
    case and(CheckedExpression, CheckedExpression)
    case or(CheckedExpression, CheckedExpression)
    case not(CheckedExpression)
    case surely(CheckedExpression)
    case perhaps(CheckedExpression)
    case between(CheckedExpression, CheckedExpression, CheckedExpression)
    case oneOf(CheckedExpression, [CheckedExpression])
    case isMissing(CheckedExpression, negated: Bool)
    /// The value converted to this unit (`per 100_000 people`).
    case inUnit(CheckedExpression, Unit)
    /// A bare number that takes this unit from what it meets.
    case adoptUnit(CheckedExpression, Unit)
    case conditional(condition: CheckedExpression, then: CheckedExpression, otherwise: CheckedExpression)
    case pipeline(CheckedExpression, [CheckedVerb])
    /// A loaded table, by its folded name.
    case table(String)
    /// A column of the row.
    case column(String)
    case columnCall(CheckedColumnCall)
    /// A pipeline over rows.
    case rows(CheckedExpression, [CheckedRowStep])
    /// Entities as rows with one column.
    case entityRows(CheckedExpression, column: String)
    /// Claims as rows with these columns.
    case claimRows(CheckedExpression, ClaimRows)
    /// The one cell of a column of a table of one row.
    case cell(CheckedExpression, column: String)
    case tableFigure(CheckedTableFigure)
    /// Already reported. Never evaluated.
    case invalid
  }

  public var node: Node
  public var type: StaticType
  public var range: SourceRange

  public init(_ node: Node, type: StaticType, at range: SourceRange) {
    self.node = node
    self.type = type
    self.range = range
  }
}

public enum CheckedTextSegment: Sendable {
  case literal(String)
  case expression(CheckedExpression)
}

public enum ArithmeticOperator: String, Sendable { case add = "+", subtract = "-", multiply = "*", divide = "/" }

public enum TextTest: String, Sendable { case contains, startsWith = "starts with", endsWith = "ends with" }

/// A qualifier with its time checked; the evaluator applies it to every property within.
public enum CheckedQualifier: Sendable {
  case during(CheckedExpression)
  case over(CheckedExpression)
  case asOf(CheckedExpression)
  case asStatedBy(CheckedExpression)
  case status(Status)
  case preferred
  case latestStated
  case each
}

public enum CheckedVerb: Sendable {
  case `where`(CheckedExpression)
  case select([CheckedColumn])
  /// Keys in order of weight; true for descending.
  case sort([(key: CheckedExpression, descending: Bool)])
  case take(Int)
  case skip(Int)
  case count
}

/// A column of a result and what it is called.
public struct CheckedColumn: Sendable {
  public var label: String
  public var value: CheckedExpression
  /// Why it is made so.
  public var because: String?
  public init(label: String, value: CheckedExpression, because: String? = nil) {
    self.label = label
    self.value = value
    self.because = because
  }
}
