public import Diagnostics

/// `load "deaths.csv" as deaths { … }`: a file of data under a name, and what is said of its columns.
public struct LoadStatement: Sendable, Hashable {
  public var path: TextLiteral
  public var name: Identifier
  public var clauses: [LoadClause]

  public init(path: TextLiteral, name: Identifier, clauses: [LoadClause]) {
    self.path = path
    self.name = name
    self.clauses = clauses
  }
}

/// One line of a load block.
public struct LoadClause: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// `source sesnsp retrieved 2025-02`
    case source(LoadSource, retrieved: TimeLiteral?)
    /// `licence "CC BY 4.0"`
    case licence(TextLiteral)
    /// `time date_start..date_end`, `time year`
    case time(Expression)
    /// `months Enero..Diciembre of Año as n`
    case months(first: Identifier, last: Identifier, year: Identifier, name: Identifier)
    case keep(Expression)
    /// `provides place.population = pob_mid_year`
    case provides(kind: Identifier, property: Identifier, Expression)
    /// `place by Clave_Ent`
    case matched(kind: Identifier, by: Identifier)
    /// `side_a, side_b -> criminal_group`
    case entities([Identifier], kind: Identifier)
    /// `n is count people`
    case sort(Identifier, sort: Identifier, unit: UnitExpression?)
    /// `deaths = range(low, best, high)`
    case column(Identifier, Expression)
    /// `delimiter ";"`, `header 2`
    case setting(Identifier, LoadSetting)
    /// Could not be read; already reported.
    case invalid
  }
  public var kind: Kind
  public var range: SourceRange

  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// Whose figures a file has.
public enum LoadSource: Sendable, Hashable {
  /// A source of the casebook.
  case name(Identifier)
  /// What it is called where no casebook has it.
  case title(TextLiteral)
}

/// What a setting of a load block is set to.
public enum LoadSetting: Sendable, Hashable {
  case numbers([NumberLiteral])
  case texts([TextLiteral])
  case word(Identifier)
}

/// `revisions OLD to NEW by place, time on n`: two vintages of a figure side by side.
public struct Revisions: Sendable, Hashable {
  public var older: Expression
  public var newer: Expression
  public var keys: [Identifier]
  public var values: [Identifier]

  public init(older: Expression, newer: Expression, keys: [Identifier], values: [Identifier]) {
    self.older = older
    self.newer = newer
    self.keys = keys
    self.values = values
  }
}
