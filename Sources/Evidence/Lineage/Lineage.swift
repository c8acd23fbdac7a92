/// Where a figure comes from: a node for each step of its derivation, down to claims and to numbers that were written into the question.
///
/// Nodes are immutable and shared, so keeping the lineage of every figure costs one small allocation for each step. Chains may be of any
/// length: they are walked and freed without recursion.
public final class Lineage: Sendable {
  /// What a step did.
  public enum Operation: Hashable, Sendable {
    /// A claim, by its number in the casebook.
    case claim(UInt32)
    /// A number that was written in the question.
    case literal
    /// A claim that follows from others by a rule; its input is what the rule gave.
    case derived(UInt32)
    /// Arithmetic, on one input or two.
    case add, subtract, multiply, divide, negate
    /// Figures set against each other.
    case ratio, share, change, difference
    /// Given in another unit.
    case convert
    /// A part of a figure: its lower bound, upper bound or best figure.
    case low, high, best
    /// The range that several figures about one thing make up.
    case hull
    /// A choice among several, or a function of them; the note says which.
    case function
  }

  /// What the step did.
  public let operation: Operation
  /// What came of the step.
  public let result: Quantity?
  /// A literal as it was written; the name of a function or a resolver.
  public let note: String?
  // Changed only while the node is freed, when nobody else can see it.
  nonisolated(unsafe) private var first: Lineage?
  nonisolated(unsafe) private var second: Lineage?
  nonisolated(unsafe) private var rest: [Lineage]

  /// A step applied to one or two inputs, or to any number of them.
  public init(
    _ operation: Operation, _ first: Lineage? = nil, _ second: Lineage? = nil, rest: [Lineage] = [], result: Quantity? = nil,
    note: String? = nil
  ) {
    self.operation = operation
    self.first = first
    self.second = second
    self.rest = rest
    self.result = result
    self.note = note
  }

  /// A claim by its number, and what it says under the policies of the moment.
  public static func claim(_ number: UInt32, _ quantity: Quantity? = nil) -> Lineage { Lineage(.claim(number), result: quantity) }

  /// A number as it was written.
  public static func literal(_ text: String, _ quantity: Quantity? = nil) -> Lineage {
    Lineage(.literal, result: quantity, note: text)
  }

  /// A derived claim by its number, and what its rule made it from.
  public static func derived(_ number: UInt32, _ quantity: Quantity? = nil, from lineage: Lineage) -> Lineage {
    Lineage(.derived(number), lineage, result: quantity)
  }

  /// Several figures about one thing taken together.
  public static func hull(_ inputs: [Lineage], _ quantity: Quantity? = nil) -> Lineage {
    Lineage(.hull, rest: inputs, result: quantity)
  }

  /// A function of several figures, or a choice among them.
  public static func function(_ name: String, _ inputs: [Lineage], _ quantity: Quantity? = nil) -> Lineage {
    Lineage(.function, rest: inputs, result: quantity, note: name)
  }

  /// What the step was applied to, in order.
  public var inputs: [Lineage] {
    var inputs: [Lineage] = []
    if let first { inputs.append(first) }
    if let second { inputs.append(second) }
    return inputs + rest
  }

  /// Whether the step was applied to nothing.
  var isLeaf: Bool { first == nil && second == nil && rest.isEmpty }

  // MARK: Walking

  /// The numbers of the claims that it rests on, each once, in the order in which the derivation names them. A derived claim stands
  /// before those that it follows from. Takes time in proportion to the steps, each of which is visited once however often it is shared.
  public func claims() -> [UInt32] {
    var claims: [UInt32] = []
    var named: Set<UInt32> = []
    visit { node in
      switch node.operation {
      case .claim(let number), .derived(let number): if named.insert(number).inserted { claims.append(number) }
      default: break
      }
    }
    return claims
  }

  /// Calls `body` for every step once, a step before its inputs and those in order.
  public func visit(_ body: (Lineage) -> Void) {
    var visited: Set<ObjectIdentifier> = []
    var waiting: [Lineage] = [self]
    while let node = waiting.popLast() {
      if !node.isLeaf, !visited.insert(ObjectIdentifier(node)).inserted { continue }
      body(node)
      for input in node.rest.reversed() { waiting.append(input) }
      if let second = node.second { waiting.append(second) }
      if let first = node.first { waiting.append(first) }
    }
  }

  // MARK: Freeing

  /// Frees inputs that nobody else holds one by one: freeing them from within each other would overflow the stack on a long chain.
  deinit {
    guard first?.isLeaf == false || second?.isLeaf == false || !rest.isEmpty else { return }
    var waiting: [Lineage] = []
    takeInputs(into: &waiting)
    while var node = waiting.popLast() {
      if isKnownUniquelyReferenced(&node) { node.takeInputs(into: &waiting) }
    }
  }

  private func takeInputs(into waiting: inout [Lineage]) {
    if let input = first {
      first = nil
      waiting.append(input)
    }
    if let input = second {
      second = nil
      waiting.append(input)
    }
    if !rest.isEmpty {
      let inputs = rest
      rest = []
      waiting.append(contentsOf: inputs)
    }
  }
}
