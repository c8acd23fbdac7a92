/// A formula with the name of the column that it becomes.
public struct NamedExpression: Sendable {
  public var name: String
  public var expression: TableExpression

  /// A formula under a name.
  public init(_ name: String, _ expression: TableExpression) {
    self.name = name
    self.expression = expression
  }

  /// A column under its own name.
  public init(column name: String) { self.init(name, .column(name)) }
}
