import Analysis
import Casebook
import Diagnostics
import Evidence
import Semantics

/// One row of a comparison: a question, to whom it was put where cells are facets, its cells and what follows from them.
struct ComparedMeasure {
  var label: String
  /// Nil where the cells are the subjects.
  var subject: EntityID?
  var values: [Value]
  /// For each value, the question that was answered in place of the one that was asked and has no claim.
  var substitutes: [Query?]
  var cells: [ComparedCell]
  var finding: MeasureFinding
  /// The same claims answer for both times.
  var isOneClaim = false
}

/// A comparison with its cells evaluated.
struct ComparedTable {
  /// What heads the cells: subjects or facets.
  var columns: [ComparedColumn]
  var measures: [ComparedMeasure]
  var axis: ComparisonAxis
  var because: String?
  /// What holds for all of it: ` in 2018`.
  var ambient: Ambient
  var subjects: [EntityID]
  /// What must be said of how it was asked.
  var remarks: [String] = []
}

enum ComparedColumn {
  case entity(EntityID)
  case words(String)
}

extension Evaluator {
  /// Puts every question to every subject, under every facet.
  func compare(_ comparison: CheckedComparison, in frame: Frame) throws(Diagnostic) -> ComparedTable {
    var inner = frame.with(try ambient(comparison.qualifiers, in: frame))
    inner.because = comparison.because ?? frame.because
    var subjects: [EntityID] = []
    for subject in comparison.subjects {
      let value = try evaluate(subject, in: inner)
      if case .entities(let table) = value {
        for entity in table.rows.compactMap(\.entity) where !subjects.contains(entity) { subjects.append(entity) }
      } else {
        let entity = try entity(value, at: subject.range)
        if !subjects.contains(entity) { subjects.append(entity) }
      }
    }
    var comparison = comparison
    var remarks: [String] = []
    if comparison.items.isEmpty {
      let shared = sharedItems(of: subjects, comparison.facets, in: inner)
      comparison.items = chosen(shared)
      remarks += choice(shared)
    }
    if let resolver = inner.ambient.resolver { remarks.append("chosen: \(resolver.words)") }
    if subjects.count == 1, comparison.facets == nil {
      remarks.append("one subject is set beside nothing: name a second one, or facets after `across`")
    }
    var table = try compare(subjects, comparison, in: inner)
    table.remarks += remarks
    return table
  }

  private func compare(_ subjects: [EntityID], _ comparison: CheckedComparison, in inner: Frame) throws(Diagnostic)
    -> ComparedTable
  {
    if let facets = comparison.facets { return try compare(subjects, comparison, facets, in: inner) }
    var measures: [ComparedMeasure] = []
    for item in comparison.items {
      var values: [Value] = []
      for subject in subjects { values.append(try evaluateForTable(item.value, in: inner.about(.entity(subject)))) }
      measures.append(
        try measured(written(item.label, in: inner), nil, values, .subjects, comparison.because, at: item.value.range))
    }
    return ComparedTable(
      columns: subjects.map { .entity($0) }, measures: measures, axis: .subjects, because: comparison.because,
      ambient: inner.ambient,
      subjects: subjects)
  }

  private func compare(
    _ subjects: [EntityID], _ comparison: CheckedComparison, _ facets: CheckedComparison.Facets, in frame: Frame
  ) throws(Diagnostic) -> ComparedTable {
    if case .sources = facets { return try compareSources(subjects, comparison, in: frame) }
    let axis: ComparisonAxis
    var columns: [ComparedColumn] = []
    var ambients: [Ambient] = []
    var remarks: [String] = []
    switch facets {
    case .statuses(let statuses):
      axis = .statuses(statuses)
      columns = statuses.map { .words($0.word) }
      ambients = statuses.map { Ambient(status: $0) }
    case .times(let times):
      axis = .times
      for (label, time) in times {
        if case .entity(let period) = time.node {
          columns.append(.entity(period))
        } else {
          columns.append(.words(written(label, in: frame)))
        }
        ambients.append(Ambient(time: .during(try span(time, in: frame))))
      }
    case .beforeAfter(let event):
      axis = .times
      columns = [.words("before \(casebook[event].title)"), .words("after \(casebook[event].title)")]
      let span = try span(of: .entity(event), at: statementRange)
      guard let before = span.before, let after = span.after ?? span.afterBeginning else {
        throw Diagnostic(
          .timeNeeded, "\(casebook[event].title) has no beginning that is known, so nothing lies before it", at: statementRange,
          "",
          notes: ["two times can be set against each other: across 2012 vs 2018"])
      }
      if span.after == nil {
        remarks.append("\(casebook[event].title) goes on, or nobody says when it ended: after is counted from its beginning")
      }
      ambients = [Ambient(time: .asOf(before)), Ambient(time: .over(after))]
    case .sources: axis = .sources
    }
    var measures: [ComparedMeasure] = []
    for item in comparison.items {
      for subject in subjects {
        var values: [Value] = []
        for ambient in ambients {
          values.append(try evaluateForTable(item.value, in: frame.with(ambient).about(.entity(subject))))
        }
        if case .beforeAfter = facets { values[0] = surelyThen(values[0]) }
        measures.append(
          try measured(written(item.label, in: frame), subject, values, axis, comparison.because, at: item.value.range))
      }
    }
    return ComparedTable(
      columns: columns, measures: measures, axis: axis, because: comparison.because, ambient: frame.ambient,
      subjects: subjects, remarks: remarks)
  }

  /// Without the claims that may only have held after the event, where others surely held before it.
  private func surelyThen(_ value: Value) -> Value {
    guard case .answer(let answer) = value else { return value }
    let sure = answer.answer.claims.filter { !answer.answer.marks(of: $0).contains(.possiblyThen) }
    return sure.isEmpty ? value : .answer(PropertyAnswer(query: answer.query, answer: answer.answer.keeping(sure)))
  }

  /// One column for each independent origin of the claims that answer any of the questions.
  private func compareSources(_ subjects: [EntityID], _ comparison: CheckedComparison, in frame: Frame) throws(Diagnostic)
    -> ComparedTable
  {
    var asked: [(label: String, subject: EntityID, value: Value, range: SourceRange)] = []
    var claims: [ClaimID] = []
    for item in comparison.items {
      for subject in subjects {
        let value = try evaluateForTable(item.value, in: frame.about(.entity(subject)))
        if case .answer(let answer) = value { claims += answer.answer.claims }
        asked.append((written(item.label, in: frame), subject, value, item.value.range))
      }
    }
    let origins = casebook.origins(of: claims)
    var columns = origins.map { origin -> ComparedColumn in
      .words(origin.sources.isEmpty ? "no source" : origin.sources.map { casebook[$0].shortForm }.joined(separator: ", "))
    }
    // Files of data are sources too; a figure that rests on one of them alone is what its publisher says.
    var tables: [String] = []
    for case .some(let table) in asked.map({ onlyTable(behind: $0.value) }) where !tables.contains(table) { tables.append(table) }
    columns += tables.map { .words($0) }
    var measures: [ComparedMeasure] = []
    for (label, subject, value, range) in asked {
      let values =
        origins.map { origin -> Value in
          // A figure made from claims of several origins is of no one's saying.
          guard case .answer(let answer) = value else {
            return .missing(onlyTable(behind: value) == nil ? [.notOfOneSource] : [])
          }
          return .answer(PropertyAnswer(query: answer.query, answer: answer.answer.keeping(origin.claims)))
        } + tables.map { $0 == onlyTable(behind: value) ? value : .missing([]) }
      measures.append(try measured(label, subject, values, .sources, comparison.because, at: range))
    }
    return ComparedTable(
      columns: columns, measures: measures, axis: .sources, because: comparison.because, ambient: frame.ambient,
      subjects: subjects,
      remarks: columns.isEmpty ? ["no one source says any of it: there is no claim, or it is made from several"] : [])
  }

  /// The one file of data that a figure rests on; nil where it rests on several, or on claims.
  private func onlyTable(behind value: Value) -> String? {
    guard case .figure(let figure) = value, let first = figure.bases.first, claims(behind: value).isEmpty,
      figure.bases.allSatisfy({ $0.table == first.table })
    else { return nil }
    return first.table
  }

  private func measured(
    _ label: String, _ subject: EntityID?, _ values: [Value], _ axis: ComparisonAxis, _ because: String?, at range: SourceRange
  ) throws(Diagnostic) -> ComparedMeasure {
    var cells: [ComparedCell] = []
    var shown: [Value] = []
    var substitutes: [Query?] = []
    for value in values {
      let substitute = substitute(for: value, axis)
      shown.append(substitute.map { .answer($0) } ?? value)
      substitutes.append(substitute?.query)
      cells.append(try cell(shown[shown.count - 1], at: range))
    }
    var finding = MeasureFinding(of: cells, asked: axis, because: because, policies: policies)
    let isOneClaim = axis == .times && shown.count == 2 && isSameEvidence(shown[0], shown[1])
    if isOneClaim { finding.withdraw() }
    if values.contains(where: \.isStopped) { finding.mark = .notComparable }
    return ComparedMeasure(
      label: label, subject: subject, values: shown, substitutes: substitutes, cells: cells, finding: finding,
      isOneClaim: isOneClaim)
  }

  /// Whether two times are answered by the same claims: one that reaches over both says nothing of a change between them.
  private func isSameEvidence(_ one: Value, _ other: Value) -> Bool {
    let claims = claims(behind: one)
    return !claims.isEmpty && claims == self.claims(behind: other)
  }

  /// Where no claim answers: what is planned or aimed at, or the one claim of a property like it. Either is another thing than was asked for,
  /// so it is shown and not ranked.
  private func substitute(for value: Value, _ axis: ComparisonAxis) -> PropertyAnswer? {
    if case .statuses = axis {} else if let other = otherStatus(for: value) { return other }
    return relatedProperty(for: value)
  }

  /// What one other status has to say where nothing is said of what is.
  private func otherStatus(for value: Value) -> PropertyAnswer? {
    guard case .answer(let answer) = value, answer.answer.claims.isEmpty, answer.query.status == nil,
      casebook[answer.query.property].value.isQuantity
    else { return nil }
    var found: [PropertyAnswer] = []
    for status in Status.allCases where status != .actual {
      var query = answer.query
      query.status = status
      let other = ask(query)
      if !other.answer.claims.isEmpty { found.append(other) }
    }
    return found.count == 1 ? found[0] : nil
  }

  private func relatedProperty(for value: Value) -> PropertyAnswer? {
    guard case .answer(let answer) = value, answer.answer.claims.isEmpty, answer.answer.relatedByProperty.count == 1,
      let related = answer.answer.relatedByProperty.first, casebook[casebook[related].property].value.isQuantity
    else { return nil }
    var query = answer.query
    query.property = casebook[related].property
    let substitute = ask(query)
    return substitute.answer.claims == [related] ? substitute : nil
  }

  // MARK: Cells

  func cell(_ value: Value, at range: SourceRange) throws(Diagnostic) -> ComparedCell {
    switch value {
    case .missing: return .absent
    // The same formula for every cell is one definition.
    case .figure(let figure): return .figure(compared(figure, definitions: []))
    case .change(let change): return .figure(compared(change.figureValue, definitions: []))
    case .answer(let answer): return try cell(answer, at: range)
    case .verdict(let judgement): return judgement.cannotTell ? .absent : .verdict(judgement.verdict)
    case .text(let text): return .words([plain(text)])
    case .time(let span): return .words([span.words])
    case .entity(let entity): return .entities([entity])
    case .entities(let table): return .entities(table.rows.compactMap(\.entity))
    case .claim(let claim): return .words([claimPhrase(claim)])
    case .extreme, .document, .table: return .absent
    }
  }

  private func cell(_ answer: PropertyAnswer, at range: SourceRange) throws(Diagnostic) -> ComparedCell {
    let claims = answer.answer.claims
    if claims.isEmpty { return .absent }
    switch casebook[answer.query.property].value {
    case .entity:
      let sure = claims.filter { !answer.answer.marks(of: $0).contains(.possiblyThen) }
      let named = entities(in: PropertyAnswer(query: answer.query, answer: answer.answer.keeping(sure)))
      return .entities(named, possible: entities(in: answer).filter { !named.contains($0) })
    case .text, .word, .time: return .words(claims.map { valueWords($0) })
    case .truth:
      let judgement = try judgement(of: .answer(answer), at: range)
      return judgement.cannotTell ? .absent : .verdict(judgement.verdict)
    case .quantity: break
    }
    do throws(Diagnostic) {
      switch try figure(of: answer, at: range) {
      case .found(let figure): return .figure(compared(figure, definitions: [answer.query.property]))
      case .missing: return .absent
      }
    } catch {
      // Claims of several times stand in the cell one by one.
      if error.code == .severalTimes { return .several }
      throw error
    }
  }

  func compared(_ figure: FigureValue, definitions: [PropertyID]) -> ComparedFigure {
    let claims = figure.figure.lineage.claims().compactMap { casebook.claim(number: $0) }
    var times: [TimeSpan] = []
    for claim in claims {
      if let time = casebook.time(of: casebook[claim]), !times.contains(time) { times.append(time) }
    }
    for time in figure.bases.compactMap(\.time) where !times.contains(time) { times.append(time) }
    return ComparedFigure(
      figure: figure.figure, definitions: definitions,
      scopes: Set(claims.compactMap { casebook[$0].details?.scope }).sorted(), time: times.count == 1 ? times[0] : nil,
      subjects: Set(claims.map { casebook[$0].entity } + figure.bases.map(\.entity)).sorted(),
      holes: Set(figure.bases.flatMap(\.holes)).sorted())
  }
}
