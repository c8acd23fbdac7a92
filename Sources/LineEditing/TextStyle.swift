/// How a stretch of text looks on a terminal. The colours are the terminal's own sixteen, so that its theme decides the shades.
public struct TextStyle: Hashable, Sendable {
  public enum Color: UInt8, Hashable, Sendable, CaseIterable {
    case black, red, green, yellow, blue, magenta, cyan, white
    case brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite
  }

  public var foreground: Color?
  public var isBold = false
  public var isFaint = false
  public var isItalic = false
  public var isUnderlined = false
  public var isReversed = false

  public init(
    _ foreground: Color? = nil, bold: Bool = false, faint: Bool = false, italic: Bool = false, underlined: Bool = false,
    reversed: Bool = false
  ) {
    self.foreground = foreground
    self.isBold = bold
    self.isFaint = faint
    self.isItalic = italic
    self.isUnderlined = underlined
    self.isReversed = reversed
  }

  public static let plain = TextStyle()
  static let faint = TextStyle(faint: true)
  static let unmatchedBracket = TextStyle(.red, bold: true, reversed: true)

  /// The control sequence that selects exactly this style, whatever was selected before (ECMA-48, SGR).
  var controlSequence: String {
    var parameters = "0"
    if isBold { parameters += ";1" }
    if isFaint { parameters += ";2" }
    if isItalic { parameters += ";3" }
    if isUnderlined { parameters += ";4" }
    if isReversed { parameters += ";7" }
    if let foreground {
      let number = Int(foreground.rawValue)
      parameters += ";\(number < 8 ? 30 + number : 82 + number)"
    }
    return "\u{1b}[\(parameters)m"
  }

  /// The same style with what another one adds.
  func adding(_ other: TextStyle) -> TextStyle {
    var style = self
    style.foreground = other.foreground ?? foreground
    style.isBold = isBold || other.isBold
    style.isFaint = isFaint || other.isFaint
    style.isItalic = isItalic || other.isItalic
    style.isUnderlined = isUnderlined || other.isUnderlined
    style.isReversed = isReversed || other.isReversed
    return style
  }
}
