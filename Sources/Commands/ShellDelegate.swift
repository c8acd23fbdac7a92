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
    case .incomplete(let indentation, let open): return .incomplete(indentation: indentation, open: open)
    }
  }

  func completions(in text: String, at cursor: Int) -> CompletionList {
    let found = session.completions(in: text, at: cursor)
    return CompletionList(replacing: found.replacement, with: found.candidates.map { Candidate(text: $0.text, detail: $0.detail) })
  }

  func highlights(in text: String) -> [StyledRange] {
    highlight(Array(text.utf8)).map { StyledRange($0.range, Self.style(of: $0.style)) }
  }

  private static func style(of style: HighlightStyle) -> TextStyle {
    switch style {
    case .keyword: return TextStyle(.blue, bold: true)
    case .text: return TextStyle(.green)
    case .number, .time: return TextStyle(.magenta)
    case .comment: return TextStyle(.default, faint: true)
    case .variable: return TextStyle(.cyan)
    case .error: return TextStyle(.red, underlined: true)
    }
  }
}
