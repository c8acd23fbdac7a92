/// A number as a source printed it: `22.5` has one decimal.
public struct Number: Hashable, Sendable {
  /// The number itself.
  public let value: Double
  /// How many digits were printed after the decimal point.
  public let printedDecimals: UInt8

  /// How many digits were printed after the decimal point.
  public var decimals: Int { Int(printedDecimals) }

  /// `decimals` is held between 0 and 255.
  public init(_ value: Double, decimals: Int = 0) {
    self.value = value.withoutNegativeZero
    printedDecimals = UInt8(clamping: decimals)
  }

  /// Whether it was printed without a decimal point.
  public var isWhole: Bool { printedDecimals == 0 && value.isExactInteger }

  /// With as many decimals as were printed: `22.50`, `15,000`.
  public func text(grouped: Bool = true) -> String { NumberText.fixed(value, decimals: decimals, grouped: grouped) }
}
