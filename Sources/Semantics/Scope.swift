/// What the user has named so far. A value: an entry that fails leaves the scope of the session as it was.
public struct Scope: Sendable {
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
  /// What `it` is.
  public var lastResult: StaticType = .unknown

  public init() {}

  /// The definition of that name; case and accents don't matter.
  public func definition(named folded: String) -> DefinitionEntry? { definitionsByName[folded] }

  public func variable(named folded: String) -> Variable? { variablesByName[folded] }

  public mutating func define(_ entry: DefinitionEntry, folded: String) { definitionsByName[folded] = entry }

  public mutating func set(_ variable: Variable, folded: String) { variablesByName[folded] = variable }

  /// Definitions in the order of their names.
  public var definitions: [DefinitionEntry] { definitionsByName.sorted { $0.key < $1.key }.map(\.value) }

  /// Names of variables, sorted.
  public var variableNames: [String] { variablesByName.keys.sorted() }
}
