/// The signs that make a number of two.
public enum ArithmeticOperator: String, Sendable, CaseIterable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"
  case power = "^"
  /// The rest of a division, with the sign of the divisor.
  case remainder = "%"
}
