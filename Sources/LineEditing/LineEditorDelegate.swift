/// What the line editor asks of the language it edits. Every method gets the whole entry; offsets count its UTF-8 bytes.
///
/// Only `completeness(of:)` is required. The others are asked for at most once for each pause in typing, on the thread that
/// called `LineEditor.readEntry`.
public protocol LineEditorDelegate: AnyObject {
  /// Whether Enter runs the entry or starts a new line.
  func completeness(of text: String) -> EntryCompleteness

  /// What could stand at the cursor.
  func completions(in text: String, at cursor: Int) -> CompletionList

  /// The styles of the text; ranges may overlap, and then the later one counts.
  func highlights(in text: String) -> [StyledRange]

  /// The brackets to mark while the cursor is where it is.
  func brackets(in text: String, at cursor: Int) -> BracketMarks

  /// What would probably follow the text, shown faintly behind it and taken over with the right arrow; nil for the latest entry
  /// of the history that begins with the text. Asked only when the cursor stands at the end. A hint for the empty text is
  /// taken over by Tab, too.
  func hint(after text: String) -> String?
}

extension LineEditorDelegate {
  public func completions(in text: String, at cursor: Int) -> CompletionList { .none(at: cursor) }
  public func highlights(in text: String) -> [StyledRange] { [] }
  public func brackets(in text: String, at cursor: Int) -> BracketMarks { BracketMarks() }
  public func hint(after text: String) -> String? { nil }
}

/// Whether an entry can be run as it stands.
public enum EntryCompleteness: Hashable, Sendable {
  case complete
  /// Something is still open: the blanks with which the next line begins, and a short word for the innermost open bracket, such
  /// as `{ 2` for one of line 2, shown before the next line.
  case incomplete(indentation: Int, open: String?)
}

/// One way to go on at the cursor.
public struct Candidate: Hashable, Sendable {
  /// What replaces the range of the list.
  public var text: String
  /// What the list shows for it.
  public var display: String
  /// What it is, in a few words: a title, a unit, a kind. May be empty.
  public var detail: String

  public init(text: String, display: String? = nil, detail: String = "") {
    self.text = text
    self.display = display ?? text
    self.detail = detail
  }
}

/// The candidates at a cursor, in the order in which they are shown, and what each would replace.
public struct CompletionList: Hashable, Sendable {
  public var replacement: Range<Int>
  public var candidates: [Candidate]

  public init(replacing replacement: Range<Int>, with candidates: [Candidate]) {
    self.replacement = replacement
    self.candidates = candidates
  }

  public static func none(at cursor: Int) -> CompletionList { CompletionList(replacing: cursor..<cursor, with: []) }
}

/// A stretch of the entry and how it is shown.
public struct StyledRange: Hashable, Sendable {
  public var range: Range<Int>
  public var style: TextStyle

  public init(_ range: Range<Int>, _ style: TextStyle) {
    self.range = range
    self.style = style
  }
}

/// Where brackets stand that deserve a mark.
public struct BracketMarks: Hashable, Sendable {
  /// The bracket at the cursor and its partner.
  public var matching: [Int]
  /// Brackets without a partner that no further typing at the end could give them.
  public var unmatched: [Int]

  public init(matching: [Int] = [], unmatched: [Int] = []) {
    self.matching = matching
    self.unmatched = unmatched
  }
}
