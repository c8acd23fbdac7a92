/// How a piece of text is decorated on a terminal that shows colour.
struct TerminalStyle: Hashable {
  var role: Role = .plain
  var isEmphasised = false
  var isStrong = false

  /// What the text is.
  enum Role {
    case plain, heading, value, name, property, keyword, code, quote, noteMark, conflict, absent, link, caution, error, faint
  }

  static let plain = TerminalStyle()
  static let faint = TerminalStyle(role: .faint)
  static let heading = TerminalStyle(role: .heading)

  /// The parameters of the Select Graphic Rendition sequence (ECMA-48, 8.3.117), empty for plain text. Only the sixteen colours that a
  /// terminal's own theme defines are used, so they stay legible on light and dark.
  var parameters: String {
    var parts: [String] = []
    if isStrong || role == .heading { parts.append("1") }
    if isEmphasised || role == .quote { parts.append("3") }
    switch role {
    case .plain, .heading, .quote: break
    case .value: parts.append("1")
    case .name: parts.append("36")
    case .property: parts.append("34")
    case .keyword, .code: parts.append("35")
    case .noteMark, .link: parts.append("32")
    case .conflict, .error: parts.append("31")
    case .caution: parts.append("33")
    case .absent, .faint: parts.append("2")
    }
    return parts.joined(separator: ";")
  }
}
