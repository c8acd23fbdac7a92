/// Functions of numbers. A missing argument makes the result missing, and so does a number that the function is not defined for.
public enum NumberFunction: String, Sendable, CaseIterable {
  /// A number, and to how many decimals (0 where that is left out); halves go away from zero.
  case round
  case floor, ceiling
  case absolute
  /// The natural logarithm, and those to the bases 10 and 2.
  case log, log10, log2
  case exponential
  case squareRoot
  case negated
  /// The smaller and the greater of two or more.
  case smaller, greater
}
