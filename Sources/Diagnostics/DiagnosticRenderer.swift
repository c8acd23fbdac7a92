/// Turns diagnostics into text for a terminal or a log.
///
///     error[E031]: a planned figure cannot be added to an actual one
///       hiring.cotejo:3:1
///     3 │ $plan + $now
///       │ ^^^^^ planned, 40,000 people (Ellis 2018 ¶8)
///       │         ^^^^ actual, about 1,200 people (Ellis 2018 ¶30)
///       = to set them side by side: compare gendarmerie on personnel across planned vs actual
///
/// The sentence comes first and is wrapped to the width; a line of the file that is too long is clipped around what is underlined.
/// Whatever the texts hold, nothing steers the terminal but the renderer's own colours.
public struct DiagnosticRenderer: Sendable {
  public var sources: SourceMap
  /// The cells of a line; nil for no limit.
  public var width: Int?
  /// Whether to use ANSI colours.
  public var usesColor: Bool
  /// Whether to draw with ASCII signs only.
  public var isASCII: Bool

  public init(sources: SourceMap, width: Int? = nil, usesColor: Bool = false, isASCII: Bool = false) {
    self.sources = sources
    self.width = width.map { max($0, Self.leastWidth) }
    self.usesColor = usesColor
    self.isASCII = isASCII
  }

  /// Narrower than this nothing can be shown sensibly.
  private static let leastWidth = 20

  /// One diagnostic, each of its lines ended by `\n`.
  public func render(_ diagnostic: Diagnostic) -> String {
    var text = headline(diagnostic)
    let groups = pictureGroups(of: diagnostic)
    let gutter = groups.flatMap { $0.lines }.map { String($0.number).utf8.count }.max() ?? 1
    for group in groups { render(group, of: diagnostic, gutter: gutter, into: &text) }
    for note in diagnostic.notes {
      let wrapped = wrap(DisplayText.harmless(note), indent: gutter + 3)
      for (position, line) in wrapped.enumerated() {
        let sign = position == 0 ? paint("=", .faint) : " "
        text += String(repeating: " ", count: gutter + 1) + sign + " " + line + "\n"
      }
    }
    return text
  }

  /// Several diagnostics, a blank line between two.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(render).joined(separator: "\n")
  }

  /// `2 errors, 1 warning`; empty where there is neither.
  public static func summary(of diagnostics: [Diagnostic]) -> String {
    func phrase(_ severity: Diagnostic.Severity, _ name: String) -> String? {
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(name)\(count == 1 ? "" : "s")"
    }
    return [phrase(.error, "error"), phrase(.warning, "warning")].compactMap { $0 }.joined(separator: ", ")
  }

  private func headline(_ diagnostic: Diagnostic) -> String {
    let name = "\(diagnostic.severity)[\(diagnostic.code.rawValue)]"
    let lines = wrap(name + ": " + DisplayText.harmless(diagnostic.message), indent: 0)
    var text = ""
    for (position, line) in lines.enumerated() {
      if position == 0, line.hasPrefix(name) {
        text += paint(name, .severity(diagnostic.severity)) + paint(String(line.dropFirst(name.count)), .strong) + "\n"
      } else {
        text += paint(line, .strong) + "\n"
      }
    }
    return text
  }

  func wrap(_ text: String, indent: Int) -> [String] {
    guard let width else { return [text] }
    return DisplayText.wrap(text, width: max(1, width - indent))
  }

  // MARK: Colours

  enum Paint {
    case severity(Diagnostic.Severity)
    case strong, faint, second
  }

  func paint(_ text: String, _ paint: Paint) -> String {
    guard usesColor, !text.isEmpty else { return text }
    let code =
      switch paint {
      case .severity(.error): "1;31"
      case .severity(.warning): "1;33"
      case .severity(.note): "1;36"
      case .strong: "1"
      case .faint: "2"
      case .second: "34"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
