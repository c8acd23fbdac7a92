/// A word that the grammar knows. Words are contextual: the lexer only marks them, the parser decides whether one is a keyword or a name
/// where it stands.
///
/// `Word.none` marks every other name; the word `none` itself is `.absent`.
enum Word: String, CaseIterable, Sendable {
  case none = ""

  // Statements
  case language, use, param, citing, claim, derive, tension, why, compare, expect, save, each, measure, filter, comparison, report
  case deprecate
  case say, show, section, gaps, sources, help, list, describe, explain, set, quit, exit
  case `let` = "let"
  case `for` = "for"

  // Operators and qualifiers
  case during, over, of, stated, by, preferred, latest, and, or, not, surely, perhaps, then, per, contains, includes, starts, ends
  case with, one, between, missing, the
  case `in` = "in"
  case `as` = "as"
  case `is` = "is"
  case `if` = "if"
  case `else` = "else"

  // Status and mode
  case planned, target, authorised, authorized, projected, actual
  case reportedly, allegedly, estimated, denied

  // Verbs of a pipeline
  case keep, select, sort, take, skip, count, asc, desc
  case `where` = "where"

  // Hedges and scales
  case about, some, more, than, at, least, most, fewer, less, up, to, many, low, point, peak, approximately, around
  case thousand, million, billion, percent

  // Values and clauses of a claim
  case unquantified, unknown, yes, no
  case absent = "none"
  case scope, from, via, supported, words, grade, deprecated, because, caveat
  case note, caption, figure, table, p, pp, par

  // Comparisons
  case on, across, vs, before, after, subjects

  // Hypotheses, checks and policies tried out
  case hypotheses, rate, check, against, what

  // Questions to the whole casebook
  case search, path, conflicts, timeline, audit
  case who, changed, since, tree

  // Tables
  case load, revisions, retrieved, time, months, provides
  case drop, rename, group, join, left, anti, all, matched, pivot, columns, unpivot, top, within, union, distinct, sample, seed
  case balanced, whole, years

  /// The status that the word stands for.
  var status: StatusWord? {
    switch self {
    case .planned: .planned
    case .target: .target
    case .authorised, .authorized: .authorised
    case .projected: .projected
    case .actual: .actual
    default: nil
    }
  }

  var mode: ModeWord? {
    switch self {
    case .reportedly: .reportedly
    case .allegedly: .allegedly
    case .estimated: .estimated
    case .denied: .denied
    default: nil
    }
  }

  /// The power of ten of a scale word.
  var scale: Int? {
    switch self {
    case .thousand: 3
    case .million: 6
    case .billion: 9
    default: nil
    }
  }

  /// Whether the word goes on with the statement after a number, so that it can't be the number's unit (unless in back-ticks).
  var endsValue: Bool {
    switch self {
    case .in, .during, .over, .as, .of, .to, .by, .and, .or, .then, .else, .per, .contains, .includes, .starts, .ends, .with,
      .one,
      .between, .is, .where, .asc, .desc, .from, .via, .preferred, .deprecated, .because, .reportedly, .allegedly, .estimated,
      .denied,
      .on, .across, .vs, .caveat, .scope, .supported, .grade, .against, .within:
      true
    default: false
    }
  }

  /// Whether the word stands between a value and a text, so that two names and a text are no declaration.
  var joinsText: Bool { self == .contains || self == .includes || self == .because }

  /// Words that begin a statement of their own.
  static let statements: [Word] = [
    .language, .use, .param, .let, .citing, .claim, .derive, .tension, .why, .compare, .expect, .save, .for, .measure, .filter,
    .comparison, .report, .deprecate, .say, .show, .section, .gaps, .sources, .help, .list, .describe, .explain, .set, .quit,
    .exit, .hypotheses, .check, .search, .path, .conflicts, .timeline, .audit, .who, .changed, .tree,
    .load, .revisions,
  ]
}
