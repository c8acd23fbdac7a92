public import Casebook
public import Evidence

/// What an expression will give, as far as that is known before anything is evaluated.
public enum StaticType: Hashable, Sendable {
  case quantity(QuantityType)
  case verdict
  case text
  case time
  /// One entity, of this kind where it is known.
  case entity(KindID?)
  /// Several entities.
  case entities(KindID?)
  /// The claims of a property that is no quantity: texts, times, entities, words.
  case claims(PropertyID)
  /// Rows that are claims.
  case claimRows(ClaimCollection)
  /// Rows and columns.
  case table
  /// Rows of these columns.
  case rows(TableShape)
  /// `low_point`, `peak`: which extreme of a varying quantity is meant.
  case extreme
  /// Already reported, or known only when evaluated; nothing more is said about it.
  case unknown

  /// Whether it is rows with columns.
  public var isRows: Bool {
    if case .rows = self { return true }
    return false
  }

  /// For messages: `a quantity`, `a verdict`.
  public var description: String {
    switch self {
    case .quantity: return "a quantity"
    case .verdict: return "a yes, no or maybe"
    case .text: return "a text"
    case .time: return "a time"
    case .entity: return "an entity"
    case .entities: return "a collection of entities"
    case .claims: return "claims in words"
    case .claimRows: return "a collection of claims"
    case .table, .rows: return "a table"
    case .extreme: return "an extreme"
    case .unknown: return "something not known yet"
    }
  }
}

/// A quantity's unit and status before its value is known.
public struct QuantityType: Hashable, Sendable {
  /// Nil where only evaluation can tell.
  public var unit: Unit?
  /// A number written without a unit, or `per N unit` without what is counted: it takes the rest from what it meets.
  public var isBare: Bool
  /// Nil where it doesn't matter (a number written by the user, a ratio of unlike statuses, a share) or isn't known.
  public var status: Status?

  public init(unit: Unit?, isBare: Bool = false, status: Status? = nil) {
    self.unit = unit
    self.isBare = isBare
    self.status = status
  }

  public static let any = QuantityType(unit: nil)
}
