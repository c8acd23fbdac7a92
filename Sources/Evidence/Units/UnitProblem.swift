/// What is wrong with the declaration of a unit.
public struct UnitProblem: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// Another unit has this identifier.
    case alreadyDeclared
    /// Another unit has this name; the unit is kept, and found by its other names.
    case nameTaken(String, by: String)
    /// No unit has the name that it is declared by.
    case unknownUnit(String)
    /// It is declared by itself, through others.
    case circular
    /// A scale that is not a positive number.
    case badFactor(Double)
    /// It is declared by a unit that it can't be declared by: money by people, a difference of what is no ratio.
    case wrongDimension(String)
    /// More than 64 units stand between it and the root.
    case tooDeep
  }
  /// The place of the declaration among those that were added.
  public var definition: Int
  /// What is wrong.
  public var reason: Reason

  /// One sentence without a full stop.
  public var message: String {
    switch reason {
    case .alreadyDeclared: "a unit of this name is already declared"
    case .nameTaken(let name, let owner): "\(name) already means the unit \(owner)"
    case .unknownUnit(let name): "no unit is called \(name)"
    case .circular: "this unit is declared by itself"
    case .badFactor: "the factor of a unit is a number above zero"
    case .wrongDimension(let name): "a unit of this sort cannot be declared by \(name)"
    case .tooDeep: "more than 64 units stand between this one and the one that it comes down to"
    }
  }
}
