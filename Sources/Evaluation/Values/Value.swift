public import Casebook
public import Evidence
public import Reports

/// What an expression gives.
public enum Value {
  case figure(FigureValue)
  /// The claims that a question to a property found, dated and apart.
  case answer(PropertyAnswer)
  case verdict(Judgement)
  case text(RichText)
  case time(TimeSpan)
  case entity(EntityID)
  case claim(ClaimID)
  /// Entities or claims, or a table of them where columns were selected.
  case entities(EntityTable)
  case change(ChangeValue)
  /// Rows and columns.
  case table(TableValue)
  /// `low_point`, `peak`: only an argument.
  case extreme(Extreme)
  /// A comparison or a report that was run.
  case document(Document)
  /// Nothing is known that would give a value. Never zero, never false.
  case missing([Missing])

  /// What it is, for messages: `a figure`, `an entity`.
  var description: String {
    switch self {
    case .figure: "a figure"
    case .answer: "the claims of a property"
    case .verdict: "a yes, no or maybe"
    case .text: "a text"
    case .time: "a time"
    case .entity: "an entity"
    case .claim: "a claim"
    case .entities(let table) where table.claims != nil: table.columns.isEmpty ? "a collection of claims" : "a table"
    case .entities(let table): table.columns.isEmpty ? "a collection of entities" : "a table"
    case .change: "a change"
    case .table: "a table"
    case .extreme: "an extreme"
    case .document: "a document"
    case .missing: "nothing that is known"
    }
  }
}

/// A text with values in it, which keep their sources until it is printed.
public struct RichText {
  enum Piece {
    case plain(String)
    case value(Value)
  }
  var pieces: [Piece]

  init(_ text: String) { pieces = [.plain(text)] }
  init(pieces: [Piece]) { self.pieces = pieces }
}
