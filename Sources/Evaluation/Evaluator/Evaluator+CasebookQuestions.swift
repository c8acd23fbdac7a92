import Casebook
import Diagnostics
import Evidence
import Semantics

extension Evaluator {
  /// Answers a question to the whole casebook.
  func answer(_ question: CheckedQuestion, in frame: Frame) throws(Diagnostic) -> CasebookAnswer {
    func subject(_ expression: CheckedExpression) throws(Diagnostic) -> EntityID {
      try entity(try evaluate(expression, in: frame), at: expression.range)
    }
    switch question {
    case .search(let text):
      let wanted = words(try evaluate(text, in: frame))
      return .hits(wanted, casebook.search(wanted))
    case .path(let start, let goal, let kinds):
      let (from, to) = (try subject(start), try subject(goal))
      return .path(from: from, to: to, casebook.path(from: from, to: to, along: kinds))
    case .conflicts(let about):
      return conflicts(of: try about.map(subject))
    case .sources(let about):
      let entity = try subject(about)
      return .sources(entity, casebook.claims(of: entity) + casebook.claims(pointingAt: entity))
    case .timeline(let about, let time):
      return timeline(of: try subject(about), during: try time.map { (time) throws(Diagnostic) in try span(time, in: frame) })
    case .audit(let source):
      let entity = try subject(source)
      guard let id = casebook.source(of: entity) else {
        throw Diagnostic(
          .wrongType, "a source is needed here", at: source.range, "\(casebook[entity].title) is none",
          notes: ["`sources` lists them"])
      }
      return .audit(audit(id))
    case .who(let words, let found, let near): return .who(words, found, near: near)
    case .changed(let time): return .changed(changes(since: try span(time, in: frame)))
    case .tree(let root, let property):
      guard let property else {
        throw Diagnostic(
          .unknownName, "this casebook has no ties to draw as a tree", at: root.range, "",
          notes: ["name the kind of tie: tree of navy by part_of"])
      }
      return .tree(try subject(root), property, try tree(of: try subject(root), by: property, at: root.range))
    }
  }

  /// The claims that don't agree, and the listed disagreements; of one entity, those that are about it.
  private func conflicts(of entity: EntityID?) -> CasebookAnswer {
    let sets = casebook.claimSets(of: entity, policies: policies).filter { set in
      switch set.agreement {
      case .single, .agree: false
      case .differ, .conflict, .notComparable: true
      }
    }
    var listed = casebook.kind(named: "disagreement").map { casebook.entities(of: $0) } ?? []
    if let entity {
      let pointing = Set(casebook.claims(pointingAt: entity).map { casebook[$0].entity })
      listed.removeAll { !pointing.contains($0) }
    }
    return .conflicts(sets, tensions: tensions(of: entity), listed: listed)
  }

  /// The claims that set two things against each other; of one entity, those that name it, whichever end they are made of.
  private func tensions(of entity: EntityID?) -> [ClaimID] {
    guard let property = casebook.property(named: "in_tension_with") else { return [] }
    let claims =
      entity.map { casebook.claims(of: $0) + casebook.claims(pointingAt: $0) } ?? casebook.claims(withProperty: property)
    return claims.filter { casebook[$0].property == property && casebook[$0].details?.deprecatedBecause == nil }.eachOnce
  }

  /// The events that an entity or a part of it is tied to, and the dated claims about them, in order of their beginnings.
  private func timeline(of entity: EntityID, during span: TimeSpan?) -> CasebookAnswer {
    let parts = casebook.property(named: "part_of").map { casebook.closure(from: entity, along: $0, inverse: true) } ?? []
    let eventKind = casebook.kind(named: "event")
    var entries: [TimelineEntry] = []
    var seen: Set<EntityID> = []
    func add(_ subject: TimelineEntry.Subject, _ time: TimeSpan?) {
      guard let span, let time else {
        entries.append(TimelineEntry(subject: subject, time: time, isPossible: false))
        return
      }
      let verdict = time.overlaps(span, policies).truth
      if verdict != .no { entries.append(TimelineEntry(subject: subject, time: time, isPossible: verdict == .maybe)) }
    }
    for member in [entity] + parts {
      for tie in casebook.ties(of: member) {
        guard let eventKind, casebook.is(casebook[tie.other].kind, a: eventKind), seen.insert(tie.other).inserted else {
          continue
        }
        add(.event(tie.other), casebook.time(of: tie.other))
      }
      for claim in casebook.claims(of: member) where casebook[claim].details?.deprecatedBecause == nil {
        if let time = casebook.time(of: casebook[claim]) { add(.claim(claim), time) }
      }
    }
    let dated = entries.filter { $0.time != nil && $0.time != .unknown }.enumerated().sorted { left, right in
      let (first, second) = (Self.beginning(left.element.time), Self.beginning(right.element.time))
      return first == second ? left.offset < right.offset : first < second
    }
    return .timeline(entity, dated.map(\.element), undated: entries.filter { $0.time == nil || $0.time == .unknown })
  }

  /// Where a time stands in an order: its earliest beginning, or where nothing is said of that its end.
  private static func beginning(_ time: TimeSpan?) -> Double {
    guard let time else { return -.infinity }
    return Double((time.start.earliest == .distantPast ? time.end.latest : time.start.earliest).number)
  }

  private func audit(_ source: SourceID) -> SourceAudit {
    var audit = SourceAudit(source: source)
    for claim in casebook.claims(from: source) {
      let support = casebook[claim].details?.supportedBy ?? []
      if support.isEmpty { audit.uncited.append(claim) } else { audit.cited.append(claim) }
      if support.contains(where: { casebook[$0.source].isAnonymous }) { audit.anonymous.append(claim) }
      if casebook.problems(of: claim, policies).contains(where: { $0.kind == .supportOlderThanClaim }) {
        audit.older.append(claim)
      }
    }
    return audit
  }
}
