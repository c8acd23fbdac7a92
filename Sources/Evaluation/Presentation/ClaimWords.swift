import Casebook
import Diagnostics
import Evidence

extension Evaluator {
  /// What a claim says, as its source printed it: `about 15,000 people`, `Mexican Navy, Mexican Army`.
  func valueWords(_ id: ClaimID) -> String {
    let claim = casebook[id]
    switch claim.value {
    case .number(let number, let unit): return number.phrase(unit: unit)
    case .text(let texts): return texts.map(oneLine).joined(separator: "; ")
    case .time(let span): return span.words
    case .entities(let entities): return entities.map { casebook[$0].title }.joined(separator: ", ")
    case .truth(let truth): return truth ? "yes" : "no"
    case .word(let word): return word
    case .none: return "none"
    case .unknown: return "unknown"
    case .derived:
      // A rule that fails has been reported where it was asked for; here its claim is only listed.
      guard let result = try? figure(of: id, at: placeOfClaim(claim)), case .found(let figure) = result else {
        return "not derivable"
      }
      return text(figure)
    }
  }

  /// What goes with a claim's value wherever it is printed: status, mode, scope.
  func reservations(_ id: ClaimID) -> [String] {
    let claim = casebook[id]
    var words: [String] = []
    if claim.status != .actual { words.append(claim.status.word) }
    if claim.mode != .stated { words.append(claim.mode.word) }
    if let scope = claim.details?.scope { words.append(scope) }
    if case .derived = claim.value { words.append("derived") }
    return words
  }

  /// When a claim held, after its value: ` in 2018`, ` in the Fox administration`.
  func timePhrase(_ id: ClaimID) -> String {
    let claim = casebook[id]
    if let period = claim.timeEntity { return " in \(casebook[period].title)" }
    guard let time = casebook.time(of: claim) else { return "" }
    return " " + time.phrase
  }

  /// A claim in one phrase: `about 1,200 people in 2018~ (Ellis 2018 ¶30)`.
  func claimPhrase(_ id: ClaimID) -> String {
    let claim = casebook[id]
    let sources = casebook.citations(of: claim).map(\.shortForm).eachOnce.joined(separator: "; ")
    let reservations = reservations(id)
    var phrase = (reservations.isEmpty ? "" : reservations.joined(separator: ", ") + ", ") + valueWords(id) + timePhrase(id)
    if !sources.isEmpty { phrase += " (\(sources))" }
    return phrase
  }

  func placeOfClaim(_ claim: Claim) -> SourceRange {
    SourceRange(file: SourceFileID(claim.place.file), start: Int(claim.place.start), end: Int(claim.place.end))
  }

  /// How a gap says what was asked for.
  enum GapName {
    /// Not at all: the reader has just asked for it.
    case none
    /// `prisoners`
    case property
    /// `federal_prisons.prisoners`
    case full
  }

  /// Why there is no value, in a phrase: `no claim of prisoners in 2018`.
  func missingWords(_ missing: [Missing], named name: GapName) -> String {
    guard let first = missing.first else { return "missing" }
    switch first {
    case .noClaim(let answer):
      let property = casebook[answer.query.property].name
      switch name {
      case .none: return "no claim" + questionTime(answer)
      case .property: return "no claim of \(property)" + questionTime(answer)
      case .full: return "no claim of \(casebook[answer.query.entity].name).\(property)" + questionTime(answer)
      }
    case .denied: return "denied"
    case .statedAbsent: return "none"
    case .statedUnknown: return "unknown"
    case .noNumber: return "in words only"
    case .noBest: return "no best value"
    case .noBound: return "no bound"
    case .openTime: return "no one year"
    case .notOfOneSource: return "of no one source"
    case .oneFigureOnly: return "no change"
    case .noExtreme(_, let extreme): return "no \(extreme.words)"
    case .stopped: return "not comparable"
    case .noRow: return "no row"
    case .noTime: return "no time"
    }
  }

  /// ` in 2016`, ` as of 2018`, ` as planned in 2018`; empty for a question without a time.
  func questionTime(_ answer: PropertyAnswer) -> String {
    let time: String
    switch answer.query.time {
    case .any: time = ""
    case .during(let span): time = " " + span.phrase
    case .over(let span): time = " over \(span.words)"
    case .asOf(let span): time = span.startIsOpen ? " \(span.words)" : " as of \(span.words)"
    }
    let status = answer.query.status.map { $0 == .actual ? "" : " as \($0.word)" } ?? ""
    let stated = answer.query.statedBy.map { " stated by \($0.words)" } ?? ""
    return status + time + stated
  }
}
