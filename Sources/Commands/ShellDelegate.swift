import LineEditing
import Session
import Syntax

/// What the line editor asks of the language: it translates between the editor's words and the session's.
final class ShellDelegate: LineEditorDelegate {
  private let session: Session

  init(_ session: Session) { self.session = session }

  func completeness(of text: String) -> EntryCompleteness {
    switch Syntax.completeness(of: text) {
    case .complete: return .complete
    case .incomplete(let open):
      let last = open.last
      return .incomplete(indentation: 2 * open.count, open: last.map { "\($0.sign) \($0.line)" })
    }
  }

  func completions(in text: String, at cursor: Int) -> CompletionList {
    let found = session.completions(in: text, at: cursor)
    return CompletionList(
      replacing: found.replacement, with: found.candidates.map { Candidate(text: $0.text, detail: $0.detail) })
  }

  func highlights(in text: String) -> [StyledRange] {
    highlight(Array(text.utf8)).map { StyledRange($0.range, Self.style(of: $0.style)) }
  }

  private static func style(of style: HighlightStyle) -> TextStyle {
    switch style {
    case .plain: return .plain
    case .keyword: return TextStyle(.blue, bold: true)
    case .kind, .function: return TextStyle(.blue)
    case .property, .variable: return TextStyle(.cyan)
    case .text: return TextStyle(.green)
    case .number, .time, .unit: return TextStyle(.magenta)
    case .locator, .comment, .documentation: return TextStyle(faint: true)
    case .error: return TextStyle(.red, underlined: true)
    }
  }
}
