import Casebook
import Diagnostics
import Evidence
import Semantics

extension Evaluator {
  /// A property of an entity, under the qualifiers that hold there.
  func ask(_ property: PropertyID, of subject: CheckedExpression, at range: SourceRange, in frame: Frame) throws(Diagnostic)
    -> Value
  {
    let value = try evaluate(subject, in: frame)
    if case .missing = value { return value }
    let entity = try entity(value, at: subject.range)
    guard casebook.allows(property, of: casebook[entity].kind) else {
      // Rows of a comparison may be of several kinds; one that can't have the property has no claim of it.
      return .missing([.noClaim(ask(Query(entity: entity, property: property)))])
    }
    return try answerOrProvided(property, of: entity, under: frame.ambient, at: range)
  }

  func ask(_ property: PropertyID, of entity: EntityID, under ambient: Ambient) -> PropertyAnswer {
    ask(
      Query(
        entity: entity, property: property, status: ambient.status, time: ambient.time ?? .any, statedBy: ambient.statedBy,
        resolver: ambient.resolver))
  }

  func ask(_ query: Query) -> PropertyAnswer {
    var answer = casebook.answer(query, policies: policies)
    if let inverse = casebook[query.property].inverse { answer.join(answersFromTheOtherEnd(query, inverse)) }
    return PropertyAnswer(query: query, answer: answer)
  }

  /// What other entities' claims say of a tie that is asked for from its other end: the same question to each of them, as far as the
  /// answer points here.
  private func answersFromTheOtherEnd(_ query: Query, _ inverse: PropertyID) -> [ClaimAnswer] {
    let others = casebook.ties(of: query.entity).filter { !$0.isForward && $0.property == inverse }.map(\.other).eachOnce
    return others.map { other in
      var question = query
      question.entity = other
      question.property = inverse
      let answer = casebook.answer(question, policies: policies)
      return answer.keeping(answer.claims.filter { points(at: query.entity, $0) })
    }
  }

  private func points(at entity: EntityID, _ claim: ClaimID) -> Bool {
    if case .entities(let named) = casebook[claim].value { return named.contains(entity) }
    return false
  }

  /// One entity: itself, or the only one that a property names.
  func entity(_ value: Value, at range: SourceRange) throws(Diagnostic) -> EntityID {
    switch value {
    case .entity(let entity): return entity
    case .answer(let answer):
      let named = entities(in: answer)
      if named.count == 1 { return named[0] }
      guard named.isEmpty else {
        let names = named.prefix(5).map { casebook[$0].name }.joined(separator: ", ")
        throw Diagnostic(
          .severalTimes, "one entity is needed here, and \(casebook[answer.query.property].name) names \(named.count)", at: range,
          names,
          notes: ["name the one that is meant, or give a time if they follow one another"])
      }
      throw Diagnostic(
        .noClaim, "no claim says what \(casebook[answer.query.property].name) of \(casebook[answer.query.entity].name) is",
        at: range,
        "no claim")
    case .entities(let table) where table.rows.count == 1:
      if let entity = table.rows[0].entity { return entity }
      throw Diagnostic(.wrongType, "an entity is needed here", at: range, "this is a claim")
    default:
      throw Diagnostic(.wrongType, "an entity is needed here", at: range, "this is \(value.description)")
    }
  }

  /// The entities that the claims of an answer name, each once, in order.
  func entities(in answer: PropertyAnswer) -> [EntityID] {
    var found: [EntityID] = []
    for claim in answer.answer.claims where casebook[claim].mode != .denied {
      for entity in entities(of: claim, seenFrom: answer.query.entity) where !found.contains(entity) { found.append(entity) }
    }
    return found
  }

  /// The entities that a claim names, or the one that it is made of, seen from one that it names.
  func entities(of claim: ClaimID, seenFrom entity: EntityID) -> [EntityID] {
    if casebook[claim].entity != entity { return [casebook[claim].entity] }
    if case .entities(let named) = casebook[claim].value { return named }
    return []
  }

  // MARK: Qualifiers

  func ambient(_ qualifiers: [CheckedQualifier], in frame: Frame) throws(Diagnostic) -> Ambient {
    var ambient = Ambient.none
    for qualifier in qualifiers {
      switch qualifier {
      case .during(let time): ambient.time = .during(try span(time, in: frame))
      case .over(let time): ambient.time = .over(try span(time, in: frame))
      case .asOf(let time): ambient.time = .asOf(try span(time, in: frame))
      case .asStatedBy(let time): ambient.statedBy = try span(time, in: frame)
      case .status(let status): ambient.status = status
      case .preferred: ambient.resolver = .preferred
      case .latestStated: ambient.resolver = .latestStated
      case .each: ambient.resolver = .each
      }
    }
    return ambient
  }

  // MARK: Times

  /// The time that an expression after a time word means: a time, a year, or the time of an event or a period.
  func span(_ expression: CheckedExpression, in frame: Frame) throws(Diagnostic) -> TimeSpan {
    var outside = frame
    outside.ambient = Ambient(statedBy: frame.ambient.statedBy)
    return try span(of: try evaluate(expression, in: outside), at: expression.range)
  }

  func span(of value: Value, at range: SourceRange) throws(Diagnostic) -> TimeSpan {
    switch value {
    case .time(let span): return span
    case .entity(let entity):
      if let span = casebook.time(of: entity) { return span }
      throw Diagnostic(
        .timeNeeded, "no claim says when \(casebook[entity].name) was", at: range, "without a time",
        notes: ["give the time itself, for example `in 2018`"])
    case .figure(let figure):
      let quantity = figure.quantity
      if quantity.isExact, quantity.unit == .none, let year = Int(exactly: quantity.low), let span = TimeSpan(checkedYear: year) {
        return span
      }
      throw Diagnostic(
        .timeNeeded, "a time is needed here", at: range, text(figure), notes: ["a year is a whole number, such as 2018"])
    case .answer(let answer):
      let times = answer.answer.claims.compactMap { claim -> TimeSpan? in
        if case .time(let span) = casebook[claim].value { span } else { nil }
      }
      let named = entities(in: answer)
      if times.count == 1, named.isEmpty { return times[0] }
      if times.isEmpty, named.count == 1 { return try span(of: .entity(named[0]), at: range) }
      let count = times.count + named.count
      throw Diagnostic(
        .timeNeeded, count == 0 ? "no claim gives this time" : "one time is needed here, and \(count) claims answer", at: range,
        "\(casebook[answer.query.entity].name).\(casebook[answer.query.property].name)")
    case .missing:
      throw Diagnostic(.timeNeeded, "no claim gives this time", at: range, "no claim")
    default: throw Diagnostic(.timeNeeded, "a time is needed here", at: range, "this is \(value.description)")
    }
  }

  /// An interval from the beginning of one time to the end of another.
  func span(_ start: CheckedExpression?, _ end: CheckedExpression?, at range: SourceRange, in frame: Frame) throws(Diagnostic)
    -> TimeSpan
  {
    var first: TimeSpan?
    var last: TimeSpan?
    if let start { first = try span(start, in: frame) }
    if let end { last = try span(end, in: frame) }
    if let span = TimeSpan(from: first, to: last) { return span }
    throw Diagnostic(
      .impossibleTime, "this interval ends before it begins", at: range, "", notes: ["the earlier side stands first"])
  }
}
