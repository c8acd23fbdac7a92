/// With which signs things are printed.
public enum DisplayStyle: Hashable, Sendable {
  /// With all signs.
  case plain
  /// For terminals without the signs – ± ¶ and ∞.
  case ascii

  /// Between the ends of a range.
  public var rangeDash: String { self == .ascii ? "-" : "–" }
  /// Before the width of a range.
  public var plusMinus: String { self == .ascii ? "+-" : "±" }
  /// Where nothing bounds a number.
  public var infinity: String { self == .ascii ? "infinity" : "∞" }

  /// A place within a source with signs that the style has: `¶19` is `p19` in ASCII, as it may be typed (`p. 19` is a page).
  public func locator(_ text: String) -> String {
    guard self == .ascii else { return text }
    var result = ""
    for character in text {
      switch character {
      case "¶": result += "p"
      case "§": result += "sec. "
      case "–", "‑", "−": result += "-"
      case "…": result += "..."
      default: result.append(character)
      }
    }
    return result
  }
}
