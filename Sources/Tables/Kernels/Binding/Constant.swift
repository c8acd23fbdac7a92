/// A value that a formula states.
enum Constant: Sendable, Hashable {
  case number(Double)
  case text(String)
  case date(Int32)
  case boolean(Bool)
  case missing
  case quantity(low: Double, best: Double, high: Double)
}
