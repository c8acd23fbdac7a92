/// What the user has named so far. A value: an entry that fails leaves the scope of the session as it was.
public struct Scope {
  public struct Variable: Sendable {
    public var type: StaticType
    /// What it was defined as, for messages; nil for a parameter of a definition.
    public var definition: CheckedExpression?
    public init(type: StaticType, definition: CheckedExpression?) {
      self.type = type
      self.definition = definition
    }
  }

  private var definitionsByName: [String: DefinitionEntry] = [:]
  private var variablesByName: [String: Variable] = [:]
  private var tablesByName: [String: TableShape] = [:]
  /// What casebooks of the Library define, behind everything else.
  private let library: LibraryDefinitions?

  public init(library: LibraryDefinitions? = nil) { self.library = library }

  /// The definition of that name; case and accents don't matter.
  public func definition(named folded: String) -> DefinitionEntry? {
    definitionsByName[folded] ?? library?.scope.definition(named: folded)
  }

  public func variable(named folded: String) -> Variable? { variablesByName[folded] ?? library?.scope.variable(named: folded) }

  public mutating func define(_ entry: DefinitionEntry, folded: String) { definitionsByName[folded] = entry }

  /// The loaded table of that name.
  public func table(named folded: String) -> TableShape? { tablesByName[folded] }

  public mutating func set(_ table: TableShape, folded: String) { tablesByName[folded] = table }

  /// Loaded tables in the order of their names.
  public var tables: [TableShape] { tablesByName.sorted { $0.key < $1.key }.map(\.value) }

  public mutating func set(_ variable: Variable, folded: String) { variablesByName[folded] = variable }

  /// Definitions in the order of their names.
  public var definitions: [DefinitionEntry] { allDefinitions.sorted { $0.key < $1.key }.map(\.value) }

  private var allDefinitions: [String: DefinitionEntry] {
    definitionsByName.merging(library?.scope.allDefinitions ?? [:]) { own, _ in own }
  }

  /// Names of variables, sorted.
  public var variableNames: [String] { Set(variablesByName.keys).union(library?.scope.variableNames ?? []).sorted() }
}
