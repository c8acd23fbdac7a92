/// A span of text that says what it is. Renderers decide how that looks; the words are the same everywhere.
public indirect enum Inline: Hashable, Sendable {
  /// Words that are nothing in particular.
  case text(String)
  /// A figure as it is to be read, and its bounds at full precision for CSV, JSON and the reader who points at it.
  case value(String, exact: ValueExport?)
  /// A unit, where it stands apart from its figure (a column's heading).
  case unit(String)
  /// An entity, under the name it is called here; `id` is its name in the language.
  case name(String, id: String)
  /// A property, by its title or its name.
  case property(String)
  /// A word of the language or of its answers: `yes`, `planned`, `as of`.
  case keyword(String)
  case emphasis([Inline])
  case strong([Inline])
  /// Text of the language, in a fixed-width face.
  case code(String)
  /// Someone's own words; renderers add the quotation marks.
  case quote(String)
  /// Numbers of notes that stand in the document's list.
  case noteMark([Int])
  /// The claims behind the figure before it contradict one another.
  case conflictMark
  /// The verdict before it rests on a soft bound.
  case softMark
  /// Nothing is there, and this says which nothing: `no claim`, `missing`.
  case absent(String)
  /// An address to follow, under a text. Only web and mail addresses become links.
  case link(url: String, text: String)
}

/// The words of a text as the reader sees them without marks for notes: for names of columns, tab titles and exports.
public func plainText(_ inlines: [Inline]) -> String {
  var result = ""
  for run in inlineRuns(inlines) {
    switch run.leaf {
    case .noteMark: continue
    default: result += run.leaf.words
    }
  }
  return result
}

extension Inline {
  /// What a leaf says, marks included, before any renderer escapes or decorates it. A container says nothing by itself.
  var words: String {
    switch self {
    case .text(let text), .value(let text, _), .unit(let text), .name(let text, _), .property(let text), .keyword(let text),
      .code(let text), .absent(let text), .link(_, let text):
      text
    case .quote(let text): "“" + text + "”"
    case .noteMark(let numbers): "[" + numbers.map { String($0) }.joined(separator: ", ") + "]"
    case .conflictMark: " " + conflictSign
    case .softMark: softSign
    case .emphasis, .strong: ""
    }
  }
}

/// Stands after a figure whose claims contradict one another.
let conflictSign = "≠"
/// Stands after a verdict that rests on a soft bound.
let softSign = "*"
