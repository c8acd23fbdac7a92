public import Casebook
public import Evidence

/// Why two figures must not be set against each other as they stand.
public enum Obstacle: Hashable, Sendable {
  case units(Unit, Unit)
  case definitions([PropertyID], [PropertyID])
  case statuses(Status, Status)
  case scopes([String], [String])
  /// Their times lie this many years apart, which is more than `comparableYears`.
  case yearsApart(Int)
  /// One takes in less of its time or place than the other.
  case holes([String], [String])
  /// They speak of unlike things or people.
  case populations([EntityID], [EntityID])

  /// The same seen from the other figure.
  var reversed: Obstacle {
    switch self {
    case .units(let one, let other): .units(other, one)
    case .definitions(let one, let other): .definitions(other, one)
    case .statuses(let one, let other): .statuses(other, one)
    case .scopes(let one, let other): .scopes(other, one)
    case .yearsApart: self
    case .holes(let one, let other): .holes(other, one)
    case .populations(let one, let other): .populations(other, one)
    }
  }

  /// Whether a reason can set it aside. A difference of unlike units has no meaning whatever the reason.
  public var canBeSetAside: Bool {
    if case .units = self { return false }
    return true
  }
}

/// How many years apart figures of different subjects may lie and still be set against each other without being told apart.
public let comparableYears = 3

extension Obstacle {
  /// What stands between two figures that were asked for along an axis.
  public static func between(_ one: ComparedFigure, _ other: ComparedFigure, asked axis: ComparisonAxis) -> [Obstacle] {
    var found: [Obstacle] = []
    let (unit, otherUnit) = (one.figure.quantity.unit, other.figure.quantity.unit)
    if !unit.isCompatible(with: otherUnit) { found.append(.units(unit, otherUnit)) }
    if one.definitions != other.definitions { found.append(.definitions(one.definitions, other.definitions)) }
    if case .statuses = axis {
    } else if let status = one.figure.status, let otherStatus = other.figure.status, status != otherStatus {
      found.append(.statuses(status, otherStatus))
    }
    if one.scopes != other.scopes { found.append(.scopes(one.scopes, other.scopes)) }
    if one.holes != other.holes { found.append(.holes(one.holes, other.holes)) }
    if axis == .subjects, let time = one.time, let otherTime = other.time, let years = time.yearsApart(from: otherTime),
      years > comparableYears
    {
      found.append(.yearsApart(years))
    }
    return found
  }
}
