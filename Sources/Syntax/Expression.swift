public import Diagnostics

/// A name as it was written, in back-ticks or bare.
public struct Identifier: Hashable, Sendable {
  /// Without back-ticks, otherwise as written; compare through `folded`.
  public var text: String
  public var range: SourceRange
  public var isQuoted: Bool

  public init(_ text: String, at range: SourceRange, isQuoted: Bool = false) {
    self.text = text
    self.range = range
    self.isQuoted = isQuoted
  }
}

/// `navy`, `navy.personnel`, `the navy`.
public struct Path: Hashable, Sendable {
  public var names: [Identifier]
  /// Written with `the`: the entity is meant, not a column.
  public var isEntity: Bool
  public var range: SourceRange

  public init(_ names: [Identifier], isEntity: Bool = false, at range: SourceRange) {
    self.names = names
    self.isEntity = isEntity
    self.range = range
  }
}

/// A number as written. `22.5` has one decimal; printing never shows more or fewer than the sources did.
public struct NumberLiteral: Hashable, Sendable {
  public var value: Double
  /// Digits after the decimal point.
  public var decimals: Int
  public var isPercent: Bool
  public var range: SourceRange

  public init(value: Double, decimals: Int, isPercent: Bool, at range: SourceRange) {
    self.value = value
    self.decimals = decimals
    self.isPercent = isPercent
    self.range = range
  }
}

/// The words by which a source says how sure a number is.
public enum HedgeWord: String, Sendable, CaseIterable {
  case about, some
  case moreThan = "more than"
  case atLeast = "at least"
  case atMost = "at most"
  case fewerThan = "fewer than"
  case upTo = "up to"
  case asManyAs = "as many as"
  case lowPoint = "low point"
  case peak
}

/// The unit after a number: `people`, `people per prison`, `homicides per 100_000 people`, `per 100_000 people`.
public struct UnitExpression: Hashable, Sendable {
  public var numerator: Identifier?
  /// The number in `per 100_000 people`; 1 where none is written.
  public var perCount: NumberLiteral?
  public var denominator: Identifier?
  public var range: SourceRange

  public init(numerator: Identifier?, perCount: NumberLiteral?, denominator: Identifier?, at range: SourceRange) {
    self.numerator = numerator
    self.perCount = perCount
    self.denominator = denominator
    self.range = range
  }
}

/// `about 15_000 people`, `12 to 14`, `21 of 103 ports`, `15_000 ± 1_000`.
public struct QuantityLiteral: Hashable, Sendable {
  public enum Join: String, Sendable { case to, of, plusMinus = "±" }
  public var hedge: HedgeWord?
  /// The sign is already in the value.
  public var number: NumberLiteral
  public var join: Join?
  public var second: NumberLiteral?
  public var unit: UnitExpression? {
    get { unitApart?.value }
    set { unitApart = Apart(newValue) }
  }
  private var unitApart: Apart<UnitExpression>?
  public var range: SourceRange

  public init(
    hedge: HedgeWord? = nil, number: NumberLiteral, join: Join? = nil, second: NumberLiteral? = nil,
    unit: UnitExpression? = nil, at range: SourceRange
  ) {
    self.hedge = hedge
    self.number = number
    self.join = join
    self.second = second
    unitApart = Apart(unit)
    self.range = range
  }
}

/// One date of a time literal; months and days are already known to exist.
public struct DateLiteral: Hashable, Sendable {
  public var year: Int
  public var month: Int?
  public var day: Int?
  /// `~`
  public var isApproximate: Bool
  /// Every date literal but a bare year is one wherever it stands.
  public var range: SourceRange

  public init(year: Int, month: Int? = nil, day: Int? = nil, isApproximate: Bool = false, at range: SourceRange) {
    self.year = year
    self.month = month
    self.day = day
    self.isApproximate = isApproximate
    self.range = range
  }
}

/// `2017`, `2006-12..2018-11`, `2016..`, `..2012`, `unknown`.
public struct TimeLiteral: Hashable, Sendable {
  public enum Shape: Hashable, Sendable {
    case date(DateLiteral)
    /// A nil side is open.
    case interval(DateLiteral?, DateLiteral?)
    case unknown
  }
  public var shape: Shape
  public var range: SourceRange

  public init(_ shape: Shape, at range: SourceRange) {
    self.shape = shape
    self.range = range
  }
}

/// A piece of a text: its letters (escapes already undone) or an expression in braces.
public enum TextSegment: Sendable, Hashable {
  case literal(String)
  case expression(Expression)
}

/// `"Groups went from {mexico.major_groups in calderon}"`.
public struct TextLiteral: Hashable, Sendable {
  public var segments: [TextSegment]
  public var range: SourceRange

  public init(_ segments: [TextSegment], at range: SourceRange) {
    self.segments = segments
    self.range = range
  }

  /// The letters, where no expression stands in it.
  public var plain: String? {
    switch segments.count {
    case 0: return ""
    case 1: if case .literal(let text) = segments[0] { return text } else { return nil }
    default: return nil
    }
  }
}

/// How far a thing said has come about. No word means actual.
public enum StatusWord: String, Sendable, CaseIterable {
  case planned, target, authorised, projected, actual
}

/// A word that narrows what is asked: `in 2018`, `as planned`.
public struct Qualifier: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// `in`, `during`
    case during(Expression)
    case over(Expression)
    case asOf(Expression)
    case asStatedBy(Expression)
    case status(StatusWord)
    case preferred
    case latestStated
    case each
  }
  public var kind: Kind
  public var range: SourceRange

  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

public enum UnaryOperator: String, Sendable { case negate = "-", not, surely, perhaps }

public enum BinaryOperator: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contains, includes
  case startsWith = "starts with"
  case endsWith = "ends with"
  case and, or
}

/// An argument of a call; `name =` and `where` are optional.
public struct Argument: Hashable, Sendable {
  public var name: Identifier?
  public var value: Expression
  public var condition: Expression?
  /// `within place`: the figure starts anew for each of these.
  public var within: [Identifier]

  public init(name: Identifier? = nil, value: Expression, condition: Expression? = nil, within: [Identifier] = []) {
    self.name = name
    self.value = value
    self.condition = condition
    self.within = within
  }
}

/// Something that has a value. Ranges are of the whole expression, brackets included.
public struct Expression: Hashable, Sendable {
  public indirect enum Node: Hashable, Sendable {
    case quantity(QuantityLiteral)
    case text(TextLiteral)
    case time(TimeLiteral)
    /// `$name`, without the sign.
    case variable(String)
    case name(Identifier)
    /// `the navy`
    case theEntity(Identifier)
    /// `?`
    case hole
    case member(Expression, Identifier)
    case call(Expression, [Argument])
    /// `$since..$until`: an interval with a side that is no literal. A nil side is open.
    case span(Expression?, Expression?)
    case qualified(Expression, [Qualifier])
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    case between(Expression, Expression, Expression)
    case oneOf(Expression, [Expression])
    case isMissing(Expression, negated: Bool)
    /// The unit in which the left side is given.
    case per(Expression, UnitExpression)
    case conditional(condition: Expression, then: Expression, otherwise: Expression)
    case pipeline(Expression, [PipelineVerb])
    /// Written so that it could not be read; already reported.
    case invalid
  }
  public var node: Node
  public var range: SourceRange

  public init(_ node: Node, at range: SourceRange) {
    self.node = node
    self.range = range
  }
}

/// A step of a pipeline.
public struct PipelineVerb: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case `where`(Expression)
    case select([SelectedColumn])
    case sort([SortKey])
    case take(NumberLiteral)
    case skip(NumberLiteral)
    case count
    case derive([NamedColumn])
    case drop([SelectedColumn])
    case rename([RenamedColumn])
    case group(by: [NamedColumn], [NamedColumn])
    case join(JoinVerb)
    case pivot(key: Identifier, cells: Identifier)
    case unpivot([SelectedColumn], key: Identifier, value: Identifier)
    case top(NumberLiteral, by: [SortKey], within: [Identifier])
    case union(Expression)
    case distinct([SelectedColumn])
    case describe
    case sample(NumberLiteral, seed: NumberLiteral?)
    case balanced(over: Identifier)
    case wholeYears
  }
  public var kind: Kind
  public var range: SourceRange

  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

public struct SelectedColumn: Hashable, Sendable {
  public var value: Expression
  public var label: TextLiteral?
  public init(value: Expression, label: TextLiteral? = nil) {
    self.value = value
    self.label = label
  }
}

public struct SortKey: Hashable, Sendable {
  public var value: Expression
  public var isDescending: Bool
  public init(value: Expression, isDescending: Bool) {
    self.value = value
    self.isDescending = isDescending
  }
}
