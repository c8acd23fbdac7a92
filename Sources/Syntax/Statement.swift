public import Diagnostics

/// A file, or one entry at the prompt, as a tree. Always complete: what could not be read is `Statement.Node.invalid`.
public struct Program: Sendable {
  public var file: SourceFile
  public var statements: [Statement]

  public init(file: SourceFile, statements: [Statement]) {
    self.file = file
    self.statements = statements
  }
}

public struct Statement: Sendable, Hashable {
  public indirect enum Node: Sendable, Hashable {
    case language(NumberLiteral)
    /// A casebook by name, or by path (`use ./my_case`, `use "my case"`).
    case use(name: String)
    case parameter(Identifier, defaultValue: Expression, description: String?)
    case define(Identifier, Expression, because: Reason?)  // let
    case declaration(Declaration)
    /// The source of everything in the block, or of the rest of the file where there is none.
    case citing(Identifier, locators: [Locator], block: [Statement]?)
    case claim(subject: Path, line: ClaimLine)
    case derived(DerivedClaim)
    case tension(Path, Path, because: Reason)
    /// A line of words that is no statement.
    case lookup([String])
    case expression(Expression, because: Reason?)
    case why(Expression)
    case compare(Comparison)
    /// `compare prisons`, `compare prisons(2016)`
    case compareNamed(Identifier, [Argument])
    case expect(Expression)
    case save(Expression, to: TextLiteral)
    case forEach(Identifier, in: Expression, body: [Statement])
    case measure(Definition)
    case filter(Definition)
    case comparison(NamedComparison)
    case report(Report)
    case load(LoadStatement)
    case revisions(Revisions)
    /// Several claims about one entity, outside its declaration.
    case claims(subject: Path, lines: [ClaimLine])
    case deprecate(Deprecation)
    // In reports, and at the prompt
    case say(TextLiteral)
    case show(Expression)
    case section(TextLiteral, [Statement])
    case gaps
    case sources
    // The shell's own words
    case help(topic: [String])
    case list(words: [String])
    case describe(Expression)
    case explain(String)
    case set(Identifier, Expression?)
    case quit
    case question(Question)
    // Comparisons of other shapes
    case hypotheses(Hypotheses)
    case check(Check)
    /// `what if about = 25%`
    case whatIf(Identifier, Expression)
    case invalid
  }
  public var node: Node
  public var range: SourceRange
  /// The text of the `##` lines before it, without the signs.
  public var documentation: [String]

  public init(_ node: Node, at range: SourceRange, documentation: [String] = []) {
    self.node = node
    self.range = range
    self.documentation = documentation
  }
}

/// `unit naval_infantry "Naval Infantry" { … }`; also `kind`, `property`, `source`, `unit_of_measure`.
public struct Declaration: Sendable, Hashable {
  public var kind: Identifier
  public var id: Identifier
  public var title: TextLiteral
  public var lines: [ClaimLine]

  public init(kind: Identifier, id: Identifier, title: TextLiteral, lines: [ClaimLine]) {
    self.kind = kind
    self.id = id
    self.title = title
    self.lines = lines
  }
}

/// One claim: a property, its value and the clauses that say when, how surely and on whose word.
public struct ClaimLine: Sendable, Hashable {
  public var property: Identifier
  public var value: ClaimValueExpression
  public var clauses: ClaimClauses
  public var range: SourceRange
  public var documentation: [String]

  public init(
    property: Identifier, value: ClaimValueExpression, clauses: ClaimClauses, at range: SourceRange, documentation: [String] = []
  ) {
    self.property = property
    self.value = value
    self.clauses = clauses
    self.range = range
    self.documentation = documentation
  }
}

/// What a claim says.
public enum ClaimValueExpression: Sendable, Hashable {
  case quantity(QuantityLiteral)
  case texts([TextLiteral])
  case time(TimeLiteral)
  /// Exists, size unknown.
  case unquantified(SourceRange)
  /// Stated to be absent.
  case none(SourceRange)
  case unknown(SourceRange)
  case truth(Bool, SourceRange)
  /// Entities, or words such as a sort or a language code.
  case names([Path])
  /// Unreadable; already reported.
  case invalid(SourceRange)
}

/// The mode in which a thing is said. No word means stated.
public enum ModeWord: String, Sendable, CaseIterable { case reportedly, allegedly, estimated, denied }

/// The clauses of a claim. Most claims have only a time and a citation; the rest is kept apart so that those stay small.
public struct ClaimClauses: Sendable, Hashable {
  public var status: StatusWord?
  /// A literal, or the name of a period or event.
  public var time: ClaimTime?
  public var mode: ModeWord?
  public var citations: [CitationExpression] = []
  /// A locator without `from`: the place within the source that `citing` set.
  public var locators: [Locator] = []
  public var isPreferred = false
  /// Few claims have any.
  public var rare: RareClauses? {
    get { rareApart?.value }
    set { rareApart = Apart(newValue) }
  }
  private var rareApart: Apart<RareClauses>?
  public init() {}
}

public struct RareClauses: Sendable, Hashable {
  public var scope: String?
  /// What is not certain about the claim itself; travels to every figure made from it.
  public var caveats: [String] = []
  public var via: [Path] = []
  public var supportedBy: [CitationExpression] = []
  public var words: String?
  public var grade: Identifier?
  public var deprecatedBecause: String?
  public init() {}
}

public enum ClaimTime: Sendable, Hashable {
  case literal(TimeLiteral)
  case named(Path)
  public var range: SourceRange {
    switch self {
    case .literal(let time): return time.range
    case .named(let path): return path.range
    }
  }
}

/// `ellis_2018 ¶19`
public struct CitationExpression: Sendable, Hashable {
  public var source: Path
  public var locators: [Locator]
  public init(source: Path, locators: [Locator]) {
    self.source = source
    self.locators = locators
  }
}

/// A place within a source. `text` is canonical: `¶19`, `p. 31`, `pp. 4-6`, `note 5`, `caption C1`.
public struct Locator: Sendable, Hashable {
  public var text: String
  public var range: SourceRange
  public init(_ text: String, at range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// `derive mexico.homicide_rate in 2016 = EXPRESSION because "…" caveat "…"`: a figure that follows from others by arithmetic,
/// never stored as stated.
public struct DerivedClaim: Sendable, Hashable {
  public var subject: Path
  public var property: Identifier
  public var time: ClaimTime?
  public var value: Expression
  public var because: String?
  public var caveats: [String]
  public init(subject: Path, property: Identifier, time: ClaimTime?, value: Expression, because: String?, caveats: [String]) {
    self.subject = subject
    self.property = property
    self.time = time
    self.value = value
    self.because = because
    self.caveats = caveats
  }
}

/// `deprecate navy.personnel as planned in 2018 from ellis_2018 ¶19 because "…"`: claims made elsewhere that no longer answer. What is left
/// out doesn't matter: without a time, the claims of all times are meant.
public struct Deprecation: Sendable, Hashable {
  public var subject: Path
  public var property: Identifier
  public var status: StatusWord?
  public var time: ClaimTime?
  public var citation: CitationExpression?
  public var because: String
  public init(
    subject: Path, property: Identifier, status: StatusWord? = nil, time: ClaimTime? = nil, citation: CitationExpression? = nil,
    because: String
  ) {
    self.subject = subject
    self.property = property
    self.status = status
    self.time = time
    self.citation = citation
    self.because = because
  }
}

/// Why a thing is let through or set against another: words, or the names of claims.
public enum Reason: Sendable, Hashable {
  case text(String, SourceRange)
  case claims([Path])
}

/// `compare SUBJECTS on ITEMS in TIME across FACETS`
public struct Comparison: Sendable, Hashable {
  public struct Item: Sendable, Hashable {
    public var value: Expression
    public var label: TextLiteral?
    public init(value: Expression, label: TextLiteral? = nil) {
      self.value = value
      self.label = label
    }
  }
  public enum Facets: Sendable, Hashable {
    case statuses([StatusWord])
    case times([Expression])
    case beforeAfter(Path)
    case sources
  }
  public var subjects: [Path]
  public var items: [Item]
  public var qualifiers: [Qualifier]
  public var facets: Facets?
  public var because: Reason?
  public init(
    subjects: [Path], items: [Item], qualifiers: [Qualifier] = [], facets: Facets? = nil, because: Reason? = nil
  ) {
    self.subjects = subjects
    self.items = items
    self.qualifiers = qualifiers
    self.facets = facets
    self.because = because
  }
}

/// A parameter of a definition and its default.
public struct FormalParameter: Sendable, Hashable {
  public var name: Identifier
  public var defaultValue: Expression?
  public init(name: Identifier, defaultValue: Expression?) {
    self.name = name
    self.defaultValue = defaultValue
  }
}

/// `measure crowding for prison_system = prisoners / beds`; filters have the same shape.
public struct Definition: Sendable, Hashable {
  public var name: Identifier
  public var parameters: [FormalParameter]
  /// The kind it is for.
  public var kind: Identifier
  public var body: Expression
  public init(name: Identifier, parameters: [FormalParameter], kind: Identifier, body: Expression) {
    self.name = name
    self.parameters = parameters
    self.kind = kind
    self.body = body
  }
}

/// `comparison prisons(when = 2018) { … }`
public struct NamedComparison: Sendable, Hashable {
  public var name: Identifier
  public var parameters: [FormalParameter]
  public var title: String?
  public var body: Comparison
  public init(name: Identifier, parameters: [FormalParameter], title: String?, body: Comparison) {
    self.name = name
    self.parameters = parameters
    self.title = title
    self.body = body
  }
}

/// `report fragmentation(since = 2006) "How the landscape splintered" { … }`
public struct Report: Sendable, Hashable {
  public var name: Identifier
  public var parameters: [FormalParameter]
  public var title: TextLiteral?
  public var body: [Statement]
  public init(name: Identifier, parameters: [FormalParameter], title: TextLiteral?, body: [Statement]) {
    self.name = name
    self.parameters = parameters
    self.title = title
    self.body = body
  }
}
