import Names

/// Fits declarations of units to each other, in whatever order they stand.
struct UnitTableBuilder {
  private static let deepest = 64

  private let added: [UnitDefinition]
  private var kindByID: [String: UnitKind] = [:]
  private var indexByID: [String: Int] = [:]
  /// One for each declaration; nil for those that are wrong.
  private(set) var kinds: [UnitKind?]
  private(set) var problems: [UnitProblem] = []
  private var wrong: Set<Int> = []

  /// Declarations to be fitted to units that are known already.
  init(known: [UnitKind], _ added: [UnitDefinition]) {
    self.added = added
    kinds = Array(repeating: nil, count: added.count)
    for kind in known { kindByID[foldName(kind.id)] = kind }
  }

  /// Fits all of them; then `kinds` and `problems` are complete.
  mutating func build() {
    for (index, definition) in added.enumerated() {
      let id = foldName(definition.id)
      if kindByID[id] != nil || indexByID[id] != nil {
        problems.append(UnitProblem(definition: index, reason: .alreadyDeclared))
      } else {
        indexByID[id] = index
      }
    }
    for index in added.indices where indexByID[foldName(added[index].id)] == index { fit(from: index) }
  }

  /// Fits a declaration after those that it rests on: down the chain to what is known, then back up.
  private mutating func fit(from start: Int) {
    var chain: [Int] = []
    var next: Int? = start
    while let index = next, kinds[index] == nil {
      guard !chain.contains(index) else { return report(chain, .circular) }
      chain.append(index)
      guard chain.count <= Self.deepest else { return report([start], .tooDeep) }
      next = base(of: added[index]).flatMap { indexByID[foldName($0)] }
    }
    for index in chain.reversed() {
      if wrong.contains(index) { return }
      guard let kind = kind(index) else { return }
      kinds[index] = kind
      kindByID[foldName(kind.id)] = kind
    }
  }

  private mutating func report(_ indexes: [Int], _ reason: UnitProblem.Reason) {
    for index in indexes where wrong.insert(index).inserted { problems.append(UnitProblem(definition: index, reason: reason)) }
  }

  private func base(of definition: UnitDefinition) -> String? {
    switch definition.dimension {
    case .counted(let wider): wider
    case .scaled(let base, _), .difference(let base): base
    case .measured, .ratio, .currency: nil
    }
  }

  private mutating func kind(_ index: Int) -> UnitKind? {
    let definition = added[index]
    var base: UnitKind?
    if let name = self.base(of: definition) {
      guard let found = kindByID[foldName(name)] else {
        // A unit that rests on a wrong one is left out silently: the wrong one is reported.
        if indexByID[foldName(name)] == nil { report([index], .unknownUnit(name)) }
        return nil
      }
      base = found
    }
    func made(
      _ dimension: String, factor: Double = 1, scale: String? = nil, wider: UnitKind? = nil, isCount: Bool = false,
      isCurrency: Bool = false
    ) -> UnitKind {
      UnitKind(
        id: definition.id, singular: definition.singular, plural: definition.plural, symbol: definition.symbol,
        dimension: dimension,
        factor: factor, scale: scale, wider: wider, isCount: isCount, isCurrency: isCurrency)
    }
    switch definition.dimension {
    case .counted:
      if let base, !base.isCount { return refused(index, .wrongDimension(base.id)) }
      // Freeing a unit frees those above it from within, so there must not be many.
      if let base, base.depth >= Self.deepest { return refused(index, .tooDeep) }
      return made(base?.dimension ?? definition.id, wider: base, isCount: true)
    case .measured: return made(definition.id)
    case .currency: return made(definition.id, isCurrency: true)
    case .ratio(let scale):
      guard scale.isFinite, scale > 0 else { return refused(index, .badFactor(scale)) }
      return made("", factor: scale)
    case .difference:
      guard let base, base.isPure else { return refused(index, .wrongDimension(base?.id ?? "")) }
      return made(definition.id)
    case .scaled(_, let factor):
      guard let base, !base.isCurrency else { return refused(index, .wrongDimension(base?.id ?? "")) }
      let whole = base.factor * factor
      guard factor > 0, whole.isFinite, whole > 0 else { return refused(index, .badFactor(factor)) }
      return made(base.dimension, factor: whole, scale: base.scale)
    }
  }

  private mutating func refused(_ index: Int, _ reason: UnitProblem.Reason) -> UnitKind? {
    report([index], reason)
    return nil
  }
}
