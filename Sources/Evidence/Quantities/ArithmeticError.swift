/// Why two quantities or figures have no sum, quotient or order.
public enum ArithmeticError: Error, Hashable, Sendable {
  /// They measure different things.
  case unitMismatch(Unit, Unit)
  /// They are of unlike status, such as planned and actual.
  case statusMismatch(Status, Status)
  /// The divisor is zero, whatever the world is like.
  case divisionByZero
  /// The result is too large or too small for a number to hold.
  case overflow
}
