/// A value kept on the heap, for what few of many nodes have: the node itself then stays small.
indirect enum Apart<Value: Hashable & Sendable>: Hashable, Sendable {
  case value(Value)

  init?(_ value: Value?) {
    guard let value else { return nil }
    self = .value(value)
  }

  var value: Value {
    switch self {
    case .value(let value): value
    }
  }
}
