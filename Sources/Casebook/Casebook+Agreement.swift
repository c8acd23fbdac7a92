import Evidence

extension Casebook {
  /// How far claims about one thing agree. Unknown values speak for and against nothing. Linear in the claims.
  func agreement(_ claims: [ClaimID], policies: Policies) -> Agreement {
    guard claims.count > 1 else { return .single }
    let said = claims.map { self[$0] }
    let asserted = Assertions(said.filter { $0.mode != .denied }.map(\.value))
    let denied = Set(said.filter { $0.mode == .denied }.map(\.value.inOrder))
    let agreement = asserted.agreement(policies: policies)
    guard !denied.isEmpty, !asserted.values.isEmpty else { return agreement }
    // What one source says and another denies cannot both be true; beside a denial of something else it merely differs.
    if !denied.isDisjoint(with: asserted.values) { return .conflict }
    return agreement == .agree ? .differ : agreement
  }
}

/// The values that claims about one thing assert.
struct Assertions {
  /// What is said, each value once.
  let values: Set<ClaimValue>
  private var numbers: [ClaimValue] = []
  private var times: [TimeSpan] = []
  private var entities: [Set<EntityID>] = []
  private var types: Set<Int> = []

  /// Leaves out what is unknown; takes lists without regard to their order.
  init(_ said: [ClaimValue]) {
    values = Set(said.filter { $0 != .unknown }.map(\.inOrder))
    for value in values {
      switch value {
      case .number:
        numbers.append(value)
        types.insert(0)
      case .time(let time):
        times.append(time)
        types.insert(1)
      case .entities(let list):
        entities.append(Set(list))
        types.insert(2)
      case .text: types.insert(3)
      case .truth: types.insert(4)
      case .word: types.insert(5)
      case .none, .unknown, .derived: break
      }
    }
  }

  /// See `Casebook.agreement`.
  func agreement(policies: Policies) -> Agreement {
    guard values.count > 1 else { return .agree }
    guard types.count <= 1 else { return .notComparable }
    let quantities = numbers.compactMap { $0.quantity(policies: policies) }
    // Known absence goes with a number only if that may be zero.
    if values.contains(.none) { return !quantities.isEmpty && quantities.allSatisfy { $0.contains(0) } ? .differ : .conflict }
    switch types.first {
    case 0:
      switch Quantity.agreement(among: quantities) {
      case .agree: return .agree
      case .differ: return .differ
      case .conflict: return .conflict
      case .notComparable: return .notComparable
      }
    case 1:
      let days = times.compactMap(DayRange.init)
      let latestBeginning = days.map(\.first).max() ?? .min
      let earliestEnd = days.map(\.last).min() ?? .max
      return latestBeginning > earliestEnd ? .conflict : .differ
    case 2:
      let common = entities.dropFirst().reduce(entities.first ?? []) { $0.intersection($1) }
      return common.isEmpty ? .conflict : .differ
    case 3: return .differ
    default: return .conflict
    }
  }
}

extension ClaimValue {
  /// The same value, lists in an order of their own: who is named first makes no difference to what is said.
  fileprivate var inOrder: ClaimValue {
    switch self {
    case .entities(let entities): .entities(entities.sorted())
    case .text(let texts): .text(texts.sorted())
    default: self
    }
  }
}
