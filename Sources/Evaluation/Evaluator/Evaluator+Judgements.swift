import Analysis
import Casebook
import Diagnostics
import Evidence
import Semantics
import Syntax
import Names

extension Evaluator {
  /// The verdict of an expression that is one: yes, no, maybe, or that it can't be told.
  func judge(_ expression: CheckedExpression, in frame: Frame) throws(Diagnostic) -> Judgement {
    switch expression.node {
    case .comparison(let sign, let left, let right): return try compare(sign, left, right, in: frame)
    case .between(let value, let low, let high):
      let lower = try compare(.greaterOrEqual, value, low, in: frame)
      return lower.and(try compare(.lessOrEqual, value, high, in: frame))
    case .oneOf(let value, let choices):
      var result = Judgement(.no)
      for choice in choices { result = result.or(try compare(.equal, value, choice, in: frame)) }
      return result
    case .textTest(let test, let value, let pattern): return try check(test, value, pattern, in: frame)
    case .includes(let collection, let member): return try includes(collection, member, in: frame)
    case .and(let left, let right):
      let first = try judged(left, in: frame)
      if !first.cannotTell, first.verdict.truth == .no, !first.verdict.restsOnSoftBound { return first }
      return try joined(first.and(try judged(right, in: frame)), expression, in: frame)
    case .or(let left, let right):
      let first = try judged(left, in: frame)
      if !first.cannotTell, first.verdict.truth == .yes, !first.verdict.restsOnSoftBound { return first }
      return try joined(first.or(try judged(right, in: frame)), expression, in: frame)
    case .not(let operand): return try judged(operand, in: frame).negated()
    case .surely(let operand): return try judged(operand, in: frame).settled { $0.surely }
    case .perhaps(let operand): return try judged(operand, in: frame).settled { $0.perhaps }
    case .isMissing(let operand, let negated):
      let isMissing = self.isMissing(try evaluate(operand, in: frame))
      return Judgement(isMissing != negated ? .yes : .no)
    default: return try judgement(of: try evaluate(expression, in: frame), at: expression.range)
    }
  }

  /// What comparisons leave open one by one may be settled when they are taken together.
  private func joined(_ judgement: Judgement, _ expression: CheckedExpression, in frame: Frame) throws(Diagnostic) -> Judgement {
    guard !judgement.cannotTell, judgement.verdict.truth == .maybe, let verdict = try judgeAsSet(expression, in: frame) else {
      return judgement
    }
    return Judgement(verdict, grounds: judgement.grounds)
  }

  /// Goes one level deeper, at the cost of a step.
  private func judged(_ expression: CheckedExpression, in frame: Frame) throws(Diagnostic) -> Judgement {
    try judgement(of: try evaluate(expression, in: frame), at: expression.range)
  }

  /// The verdict that a value is.
  func judgement(of value: Value, at range: SourceRange) throws(Diagnostic) -> Judgement {
    switch value {
    case .verdict(let judgement): return judgement
    case .missing(let missing): return Judgement(missing: missing)
    case .answer(let answer): return truth(of: answer)
    default: throw Diagnostic(.wrongType, "a yes or no is needed here", at: range, "this is \(value.description)")
    }
  }

  /// What the claims of a property that is true or not say; where they differ it is a maybe.
  private func truth(of answer: PropertyAnswer) -> Judgement {
    var result: Verdict?
    for claim in answer.answer.claims {
      guard case .truth(var truth) = casebook[claim].value else { continue }
      if casebook[claim].mode == .denied { truth.toggle() }
      let verdict: Verdict = truth ? .yes : .no
      result = result.map { $0 == verdict ? verdict : .maybe } ?? verdict
    }
    return result.map { Judgement($0) } ?? Judgement(missing: [.noClaim(answer)])
  }

  /// Whether nothing is known that would give a value.
  func isMissing(_ value: Value) -> Bool {
    switch value {
    case .missing: return true
    case .answer(let answer): return answer.answer.claims.allSatisfy { casebook[$0].value == .unknown }
    case .verdict(let judgement): return judgement.cannotTell
    default: return false
    }
  }

  // MARK: Comparing

  private func compare(_ sign: ComparisonOperator, _ left: CheckedExpression, _ right: CheckedExpression, in frame: Frame)
    throws(Diagnostic) -> Judgement
  {
    if left.isClaimColumn || right.isClaimColumn { return try compare(sign, column: left, with: right, in: frame) }
    let first = try evaluate(left, in: frame)
    let second = try evaluate(right, in: frame)
    if frame.because == nil, let obstacle = holes(between: first, second) {
      let words = Presenter(evaluator: self, builder: DocumentBuilder()).words(obstacle)
      return Judgement(missing: [.stopped("these figures cannot be compared, because \(words)")])
    }
    return try compare(sign, floor(first, beside: second), left.range, floor(second, beside: first), right.range)
  }

  /// A sum over a time or a place of which something is missing, as what it is beside a number: at least so much. Two that lack the same are
  /// compared by what they have.
  private func floor(_ value: Value, beside other: Value) -> Value {
    if case .figure(let other) = other, !other.bases.isEmpty { return value }
    guard case .figure(var figure) = value, let basis = figure.bases.first, figure.bases.count == 1, basis.isSum,
      !basis.holes.isEmpty,
      case .literal = figure.figure.lineage.operation, figure.quantity.low >= 0
    else { return value }
    figure.figure.quantity = Quantity(low: figure.quantity.low, high: .infinity, unit: figure.quantity.unit)
    return .figure(figure)
  }

  /// What two figures of files lack, where it isn't the same: a year of eleven months is no more or less than one of twelve.
  private func holes(between first: Value, _ second: Value) -> Obstacle? {
    guard case .figure(let one) = first, case .figure(let other) = second, !one.bases.isEmpty, !other.bases.isEmpty else {
      return nil
    }
    let (lacking, otherLacking) = (Set(one.bases.flatMap(\.holes)).sorted(), Set(other.bases.flatMap(\.holes)).sorted())
    return lacking == otherLacking ? nil : .holes(lacking, otherLacking)
  }

  func compare(_ sign: ComparisonOperator, _ first: Value, _ range: SourceRange, _ second: Value, _ otherRange: SourceRange)
    throws(Diagnostic) -> Judgement
  {
    let missing = missing(in: first).union(missing(in: second))
    if !missing.isEmpty { return Judgement(missing: missing) }
    let (one, other) = (operand(first), operand(second))
    switch (one.content, other.content) {
    case (.figure, .figure): return try compareFigures(sign, first, range, second, otherRange)
    case (.truth(let one), .truth(let other)):
      guard !sign.isOrdering else { throw incomparable(first, range, second, otherRange) }
      let same = one.and(other).or(one.negated().and(other.negated()))
      return sign == .equal ? same : same.negated()
    default: break
    }
    // Of several values one may be the other's equal and another not, so "is not" is the opposite of "is".
    if sign == .notEqual { return try compare(.equal, first, range, second, otherRange).negated() }
    switch (one.content, other.content) {
    case (.times(let times), .times(let others)): return judge(one, other, times, others) { $0.compare(sign, $1, policies) }
    case (.times(let times), .figure):
      let year = try span(of: second, at: otherRange)
      return judge(one, other, times, [year]) { $0.compare(sign, $1, policies) }
    case (.figure, .times(let times)):
      let year = try span(of: first, at: range)
      return judge(one, other, [year], times) { $0.compare(sign, $1, policies) }
    case (.times(let times), .entities(let entities)):
      let others = try self.times(of: entities, at: otherRange)
      return judge(one, other, times, others) { $0.compare(sign, $1, policies) }
    case (.entities(let entities), .times(let times)):
      let others = try self.times(of: entities, at: range)
      return judge(one, other, others, times) { $0.compare(sign, $1, policies) }
    case (.words(let words), .words(let others)): return judge(one, other, words, others) { sign.compare($0, $1) }
    case (.entities(let entities), .entities(let others)) where !sign.isOrdering:
      return judge(one, other, entities, others) { sign.compare($0, $1) }
    case (.entities(let entities), .words(let words)) where !sign.isOrdering:
      return judge(one, other, entities, words) { compare(sign, $0, named: $1) }
    case (.words(let words), .entities(let entities)) where !sign.isOrdering:
      return judge(one, other, words, entities) { compare(sign, $1, named: $0) }
    default: throw incomparable(first, range, second, otherRange)
    }
  }

  /// An entity beside a text: the same if the text is any of its names.
  private func compare(_ sign: ComparisonOperator, _ entity: EntityID, named text: String) -> Verdict {
    let title = casebook[entity].title
    if sign.compare(title, text) == .yes { return .yes }
    var names = [casebook[entity].name]
    let others = casebook.names(of: entity)
    names += others.natives + others.aliases
    if let source = casebook.source(of: entity) { names.append(casebook[source].shortForm) }
    let wanted = foldName(text)
    guard names.contains(where: { foldName($0) == wanted }) else { return sign.compare(title, text) }
    return sign == .equal ? .yes : .no
  }

  /// A side of a comparison that may have several values, because several claims answer.
  private struct Operand {
    enum Content {
      case figure
      case times([TimeSpan])
      case words([String])
      case entities([EntityID])
      case truth(Judgement)
      case other
    }
    var content: Content
    /// What is not known of it.
    var gaps: [Missing] = []
    /// The claims contradict one another: one of the values holds, not all.
    var holdsOne = false
  }

  private func operand(_ value: Value) -> Operand {
    switch value {
    case .figure, .change: Operand(content: .figure)
    case .time(let span): Operand(content: .times([span]))
    case .text(let text): Operand(content: .words([plain(text)]))
    case .entity(let entity): Operand(content: .entities([entity]))
    case .verdict(let judgement): Operand(content: .truth(judgement))
    case .answer(let answer): operand(answer)
    case .entities(let table) where table.columns.isEmpty && table.claims == nil:
      Operand(content: .entities(table.rows.compactMap(\.entity)))
    case .entities, .claim, .extreme, .document, .missing, .table: Operand(content: .other)
    }
  }

  private func operand(_ answer: PropertyAnswer) -> Operand {
    let claims = answer.answer.claims.filter { casebook[$0].mode != .denied }
    var operand = Operand(content: .other)
    switch casebook[answer.query.property].value {
    case .quantity: return Operand(content: .figure)
    case .truth: return Operand(content: .truth(truth(of: answer)))
    case .time: operand.content = .times(claims.compactMap { if case .time(let span) = casebook[$0].value { span } else { nil } })
    case .entity: operand.content = .entities(withWholes(entities(in: answer), along: casebook[answer.query.property]))
    case .text, .word: operand.content = .words(claims.flatMap { wordsClaimed(by: $0) })
    }
    operand.gaps =
      claims.isEmpty ? [.noClaim(answer)] : claims.compactMap { casebook[$0].value == .unknown ? .statedUnknown($0) : nil }
    if case .claimSet(.conflict) = answer.answer.relation { operand.holdsOne = true }
    return operand
  }

  /// What is part of a part is part of the whole: a tie that carries over is followed to its end.
  private func withWholes(_ entities: [EntityID], along property: Property) -> [EntityID] {
    guard property.isTransitive else { return entities }
    return (entities + entities.flatMap { casebook.closure(from: $0, along: property.id) }).eachOnce
  }

  private func wordsClaimed(by claim: ClaimID) -> [String] {
    switch casebook[claim].value {
    case .text(let texts): texts
    case .word(let word): [word]
    default: []
    }
  }

  /// Where several values hold, the comparison is a yes if one of them makes it so; where one of several holds and nobody knows which,
  /// it is a maybe unless all agree. What is not known leaves it open.
  private func judge<First, Second>(
    _ one: Operand, _ other: Operand, _ values: [First], _ others: [Second], _ compare: (First, Second) -> Verdict
  ) -> Judgement {
    var verdicts: [Verdict] = []
    for value in values {
      for other in others { verdicts.append(compare(value, other)) }
    }
    let gaps = one.gaps.union(other.gaps)
    var result = verdicts.reduce(Verdict.no) { $0.or($1) }
    if one.holdsOne || other.holdsOne, Set(verdicts.map(\.truth)).count > 1 { result = .maybe }
    return gaps.isEmpty ? Judgement(result) : Judgement(result).or(Judgement(missing: gaps))
  }

  private func times(of entities: [EntityID], at range: SourceRange) throws(Diagnostic) -> [TimeSpan] {
    var spans: [TimeSpan] = []
    for entity in entities { spans.append(try span(of: .entity(entity), at: range)) }
    return spans
  }

  private func compareFigures(
    _ sign: ComparisonOperator, _ first: Value, _ range: SourceRange, _ second: Value, _ otherRange: SourceRange
  )
    throws(Diagnostic) -> Judgement
  {
    switch (try figure(first, at: range), try figure(second, at: otherRange)) {
    case (.found(let one), .found(let other)):
      let (one, other) = inOneUnit(one, other)
      do {
        let verdict = try sign.compare(one.quantity, other.quantity, policies)
        return Judgement(verdict, grounds: [ComparisonGround(sign: sign, left: one, right: other, verdict: verdict)])
      } catch {
        throw explain(error, "compared", one, range, other, otherRange)
      }
    case (.missing(let one), .missing(let other)): return Judgement(missing: one.union(other))
    case (.missing(let missing), .found), (.found, .missing(let missing)): return Judgement(missing: missing)
    }
  }

  private func incomparable(_ first: Value, _ range: SourceRange, _ second: Value, _ otherRange: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongType, "\(first.description) cannot be compared with \(second.description)", at: range, first.description,
      also: [Diagnostic.Label(otherRange, second.description)])
  }

  // MARK: Texts and members

  private func check(_ test: TextTest, _ value: CheckedExpression, _ pattern: CheckedExpression, in frame: Frame)
    throws(Diagnostic)
    -> Judgement
  {
    let subject = try evaluate(value, in: frame)
    let wanted = try evaluate(pattern, in: frame)
    let missing = missing(in: subject).union(self.missing(in: wanted))
    if !missing.isEmpty { return Judgement(missing: missing) }
    // A claim without a note has none that would hold the words.
    if value.isClaimColumn, isMissing(subject) || !isText(subject) { return Judgement(.no) }
    let (texts, textWords) = try words(subject, at: value.range)
    let (patterns, patternWords) = try words(wanted, at: pattern.range)
    return judge(texts, patterns, textWords, patternWords) { text, pattern in
      let text = foldName(text)
      let pattern = foldName(pattern)
      let holds: Bool
      switch test {
      case .contains: holds = pattern.isEmpty || text.contains(pattern)
      case .startsWith: holds = text.hasPrefix(pattern)
      case .endsWith: holds = text.hasSuffix(pattern)
      }
      return holds ? .yes : .no
    }
  }

  private func isText(_ value: Value) -> Bool {
    switch operand(value).content {
    case .words, .entities: true
    default: false
    }
  }

  private func words(_ value: Value, at range: SourceRange) throws(Diagnostic) -> (Operand, [String]) {
    let operand = operand(value)
    switch operand.content {
    case .words(let words): return (operand, words)
    case .entities(let entities): return (operand, entities.map { casebook[$0].title })
    default: throw Diagnostic(.wrongType, "a text is needed here", at: range, "this is \(value.description)")
    }
  }

  /// Whether an entity is among those that a property names, or in a collection.
  private func includes(_ collection: CheckedExpression, _ member: CheckedExpression, in frame: Frame) throws(Diagnostic)
    -> Judgement
  {
    let whole = try evaluate(collection, in: frame)
    let part = try evaluate(member, in: frame)
    let missing = missing(in: whole).union(self.missing(in: part))
    if !missing.isEmpty { return Judgement(missing: missing) }
    switch whole {
    case .entities(let table):
      let entity = try entity(part, at: member.range)
      guard let row = table.rows.first(where: { $0.entity == entity }) else { return Judgement(.no) }
      return Judgement(row.band == .certain ? .yes : .maybe)
    case .answer: return try compare(.equal, whole, collection.range, part, member.range)
    default:
      throw Diagnostic(.wrongType, "a collection is needed before includes", at: collection.range, "this is \(whole.description)")
    }
  }
}

extension Judgement {
  /// A maybe made a yes or a no; what can't be told stays so.
  fileprivate func settled(_ settle: (Verdict) -> Bool) -> Judgement {
    if cannotTell { return self }
    var settled = Judgement(settle(verdict) ? .yes : .no, grounds: grounds)
    settled.isSettled = true
    return settled
  }
}

extension ComparisonOperator {
  /// For values that are exactly what they are: names, letters.
  fileprivate func compare<Exact: Comparable>(_ one: Exact, _ other: Exact) -> Verdict {
    let holds: Bool
    switch self {
    case .equal: holds = one == other
    case .notEqual: holds = one != other
    case .less: holds = one < other
    case .lessOrEqual: holds = one <= other
    case .greater: holds = one > other
    case .greaterOrEqual: holds = one >= other
    }
    return holds ? .yes : .no
  }
}
