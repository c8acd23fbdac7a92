import Casebook
import Diagnostics
import Evidence
import Semantics

/// Tables whose rows are claims.
extension Evaluator {
  /// Every claim, or every tie; of one entity, its own claims, and for ties those of others that name it.
  func claims(_ collection: ClaimCollection, of subject: EntityID?, at range: SourceRange, in frame: Frame) throws(Diagnostic)
    -> EntityTable
  {
    var claims = subject.map { casebook.claims(of: $0) } ?? casebook.allClaims()
    try meter.add(rows: claims.count, at: range) { host.isInterrupted }
    if collection == .relations {
      if let subject { claims = (claims + casebook.claims(pointingAt: subject)).eachOnce }
      claims = claims.filter { if case .entities = casebook[$0].value { true } else { false } }
    }
    let name = subject.map { "\(collection.rawValue) of \(casebook[$0].title)" } ?? collection.rawValue
    var table = EntityTable(
      name: name, kind: nil, claims: collection, rows: claims.map { EntityTable.Row($0) }, ambient: frame.ambient)
    table.about = subject
    try keepClaims(of: &table, under: frame.ambient, at: range)
    return table
  }

  /// Keeps the claims that fit what was said of the collection as a whole: their status, when they held, when they had been said by.
  private func keepClaims(of table: inout EntityTable, under ambient: Ambient, at range: SourceRange) throws(Diagnostic) {
    if let resolver = ambient.resolver {
      throw Diagnostic(
        .wrongType, "claims in a table are not chosen among", at: range, resolver.words,
        notes: ["a time, a status and `as stated by` narrow a collection of claims"])
    }
    if let status = ambient.status {
      table.rows.removeAll { row in claim(of: row).map { casebook[$0].status != status } ?? false }
    }
    let asked: TimeSpan? =
      switch ambient.time {
      case nil, .any: nil
      case .during(let span), .over(let span): span
      case .asOf(let span): TimeSpan(from: nil, to: span) ?? span
      }
    if let asked {
      keepClaims(of: &table, "without a time") { claim in casebook.time(of: claim).map { $0.overlaps(asked, policies).truth } }
    }
    if let statedBy = ambient.statedBy {
      keepClaims(of: &table, "from sources without a date") { claim in
        let dates = casebook.sourceIDs(of: claim).compactMap { casebook[$0].published }
        return dates.map { statedBy.isBefore($0, policies).not().truth }.max { $0.rawValue < $1.rawValue }
      }
    }
  }

  /// Keeps the claims of which something is so or may be so; those of which it is not known are counted.
  private func keepClaims(of table: inout EntityTable, _ unknown: String, where holds: (Claim) -> Verdict.Truth?) {
    var kept: [EntityTable.Row] = []
    var leftOut: [RowSubject] = []
    for var row in table.rows {
      guard let claim = claim(of: row) else { continue }
      switch holds(casebook[claim]) {
      case nil: leftOut.append(row.subject)
      case .no: continue
      case .maybe:
        row.band = .possible
        kept.append(row)
      case .yes: kept.append(row)
      }
    }
    table.rows = kept
    if !leftOut.isEmpty { table.leftOut.append(EntityTable.LeftOut(words: unknown, rows: leftOut)) }
  }

  private func claim(of row: EntityTable.Row) -> ClaimID? {
    if case .claim(let claim) = row.subject { claim } else { nil }
  }

  /// What stands in a column of a claim; nothing known is an empty list of gaps.
  func value(of column: ClaimColumn, at range: SourceRange, in frame: Frame) throws(Diagnostic) -> Value {
    guard case .claim(let id) = frame.subject else {
      throw Diagnostic(.wrongType, "a column of claims stands here without a claim", at: range)
    }
    let claim = casebook[id]
    switch column {
    case .entity: return .entity(claim.entity)
    case .property: return .text(RichText(casebook[claim.property].name))
    case .value: return .answer(answer(of: id))
    case .kind: return .text(RichText(casebook[casebook[claim.entity].kind].name))
    case .status: return .text(RichText(claim.status.word))
    case .mode: return .text(RichText(claim.mode.word))
    case .time: return casebook.time(of: claim).map { .time($0) } ?? .missing([])
    case .source: return sources(casebook.sourceIDs(of: claim))
    case .published: return casebook.citations(of: claim).first?.source.published.map { .time($0) } ?? .missing([])
    case .supportedBy: return sources((claim.details?.supportedBy ?? []).map(\.source).eachOnce)
    case .via: return sources(claim.details?.via ?? [])
    case .preferred: return .verdict(Judgement(claim.isPreferred ? .yes : .no))
    case .locator: return text(casebook.citations(of: claim).compactMap(\.locator).eachOnce)
    case .caveat: return text(claim.details?.caveats ?? [])
    case .grade: return text([claim.details?.grade?.description].compactMap(\.self))
    case .scope: return text([claim.details?.scope].compactMap(\.self))
    case .words: return text([claim.details?.words].compactMap(\.self))
    case .note: return text([claim.details?.documentation].compactMap(\.self))
    case .deprecated: return text([claim.details?.deprecatedBecause].compactMap(\.self))
    }
  }

  /// A claim as the answer to the question that it answers.
  private func answer(of id: ClaimID) -> PropertyAnswer {
    let claim = casebook[id]
    return PropertyAnswer(
      query: Query(entity: claim.entity, property: claim.property, status: claim.status), answer: ClaimAnswer(alone: id))
  }

  private func text(_ texts: [String]) -> Value {
    texts.isEmpty ? .missing([]) : .text(RichText(texts.map(oneLine).joined(separator: "; ")))
  }

  private func sources(_ sources: [SourceID]) -> Value {
    let entities = sources.compactMap { casebook.entity(of: $0) }
    if entities.count < sources.count { return text(sources.map { casebook[$0].id }) }
    switch entities.count {
    case 0: return .missing([])
    case 1: return .entity(entities[0])
    default:
      return .entities(EntityTable(name: "sources", kind: nil, rows: entities.map { EntityTable.Row($0) }, ambient: .none))
    }
  }

  // MARK: Comparing

  /// A comparison with a column of claims. The values of a column are of many types: one that is none of the sort asked for is not equal,
  /// greater or less, and a cell with nothing in it neither.
  func compare(
    _ sign: ComparisonOperator, column left: CheckedExpression, with right: CheckedExpression, in frame: Frame
  ) throws(Diagnostic) -> Judgement {
    let first = try evaluate(left, in: frame)
    let second = try evaluate(right, in: frame)
    let otherwise = Judgement(sign == .notEqual ? .yes : .no)
    if isMissing(first) || isMissing(second) { return otherwise }
    guard areComparable(first, second) else { return otherwise }
    return try compare(sign, first, left.range, second, right.range)
  }

  private func areComparable(_ first: Value, _ second: Value) -> Bool {
    switch (sort(of: first), sort(of: second)) {
    case (.figure(let one), .figure(let other)):
      one.isCompatible(with: other) || one.completed(by: other) != nil || other.completed(by: one) != nil
    case (.words, .words), (.entities, .entities), (.entities, .words), (.words, .entities), (.times, .times),
      (.times, .entities),
      (.entities, .times), (.truth, .truth):
      true
    case (.times, .figure): isYear(second)
    case (.figure, .times): isYear(first)
    default: false
    }
  }

  private func isYear(_ value: Value) -> Bool {
    guard case .figure(let figure) = value, figure.quantity.isExact, figure.quantity.unit == .none else { return false }
    return Int(exactly: figure.quantity.low).flatMap { TimeSpan(checkedYear: $0) } != nil
  }

  private enum Sort {
    case figure(Unit)
    case words, entities, times, truth, other
  }

  private func sort(of value: Value) -> Sort {
    switch value {
    case .figure(let figure): return .figure(figure.quantity.unit)
    case .text: return .words
    case .time: return .times
    case .entity: return .entities
    case .entities(let table): return table.columns.isEmpty ? .entities : .other
    case .verdict: return .truth
    case .answer(let answer):
      guard let claim = answer.answer.claims.first else { return .other }
      switch casebook[claim].value {
      case .number(_, let unit): return .figure(unit)
      case .text, .word: return .words
      case .time: return .times
      case .entities: return .entities
      case .truth: return .truth
      case .derived: return (try? figure(of: claim, at: statementRange)).flatMap(Self.unit).map { .figure($0) } ?? .other
      case .none, .unknown: return .other
      }
    case .claim, .change, .extreme, .document, .missing, .table: return .other
    }
  }

  private static func unit(of result: FigureResult) -> Unit? {
    if case .found(let figure) = result { figure.quantity.unit } else { nil }
  }

  /// What a row is about, in a few words: `Mexican Navy`; of a claim what it answers, `navy.personnel`.
  func words(_ subject: RowSubject) -> String {
    switch subject {
    case .entity(let entity): casebook[entity].title
    case .claim(let claim): "\(casebook[casebook[claim].entity].name).\(casebook[casebook[claim].property].name)"
    }
  }
}

extension CheckedExpression {
  /// Whether it is a column of claims, or a function of one, such as `year(time)`.
  var isClaimColumn: Bool {
    switch node {
    case .claimColumn: true
    case .call(_, let arguments): arguments.contains { $0.isClaimColumn }
    default: false
    }
  }
}
