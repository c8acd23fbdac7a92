import Casebook

/// What a row of a table is about.
enum RowSubject: Hashable {
  case entity(EntityID)
  case claim(ClaimID)

  /// What the columns of the row are asked of.
  var value: Value {
    switch self {
    case .entity(let entity): .entity(entity)
    case .claim(let claim): .claim(claim)
    }
  }
}
