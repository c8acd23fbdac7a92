/// The columns of a sheet of claims, in the order in which they are written. Each cell holds what the language would have there.
public enum ClaimColumn: String, CaseIterable, Sendable {
  /// The id of what is spoken of.
  case entity
  case property
  /// With its hedge: `about 1200`, `12 to 14`, a text, a date, names.
  case value
  /// The hedge, where a sheet has it in a column of its own: `about`.
  case hedge
  case unit
  /// `planned`, `target`, `authorised`, `projected`; empty for actual.
  case status
  /// `reportedly`, `allegedly`, `estimated`, `denied`; empty for stated.
  case mode
  /// A date, an interval or the id of a period or event.
  case time
  /// The id of a source; several, with their places, as in `herald p. 2, report ¶4`.
  case source
  /// `p. 14`, `¶19`, `note 5`, or any other words.
  case locator
  case scope
  /// The source's own words.
  case words
  case caveat
  case grade
  case via
  case supportedBy = "supported_by"
  /// `yes`, where it goes before others.
  case preferred
  case deprecatedBecause = "deprecated_because"
  /// A remark of whoever keeps the casebook.
  case remark

  /// Whether a cell is a text of its own words, which needs no quotation marks.
  var isText: Bool {
    switch self {
    case .scope, .words, .caveat, .deprecatedBecause, .remark, .locator: true
    default: false
    }
  }

  /// Other headings that are understood.
  private static let others: [String: ClaimColumn] = [
    "subject": .entity, "id": .entity, "date": .time, "when": .time, "page": .locator, "place": .locator, "quote": .words,
    "caveats": .caveat, "note": .remark, "comment": .remark, "documentation": .remark,
  ]

  /// The column that a heading stands for.
  init?(heading: String) {
    let name = heading.trimmed.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }.joined(separator: "_")
    guard let column = ClaimColumn(rawValue: name) ?? Self.others[name] else { return nil }
    self = column
  }
}
