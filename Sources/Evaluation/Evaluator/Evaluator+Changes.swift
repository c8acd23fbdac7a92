import Casebook
import Diagnostics
import Evidence
import Semantics

extension Evaluator {
  /// Which claims were first made since a time, going by when their sources came out, and what had been said of the same things before.
  ///
  /// A claim that an earlier source makes too is not new. Where a source has no date, or one that reaches to both sides of the time, it can't
  /// be told.
  func changes(since time: TimeSpan) -> ClaimChanges {
    struct Key: Hashable {
      var entity: EntityID
      var property: PropertyID
      var status: Status
    }
    var changes = ClaimChanges(time: time)
    var places: [Key: Int] = [:]
    var isBefore: [SourceID: Verdict.Truth] = [:]
    func cameOutBefore(_ source: SourceID) -> Verdict.Truth {
      if let known = isBefore[source] { return known }
      let verdict = casebook[source].published.map { $0.isBefore(time, policies).truth } ?? .maybe
      isBefore[source] = verdict
      return verdict
    }
    for id in casebook.allClaims() {
      let claim = casebook[id]
      guard claim.details?.deprecatedBecause == nil else { continue }
      let verdicts = casebook.sourceIDs(of: claim).map(cameOutBefore)
      guard let first = verdicts.max(by: { $0.rawValue < $1.rawValue }) else { continue }
      if first == .maybe {
        changes.unclear += 1
        continue
      }
      let key = Key(entity: claim.entity, property: claim.property, status: claim.status)
      let place = places[key] ?? changes.subjects.count
      if place == changes.subjects.count {
        changes.subjects.append(ClaimChanges.Subject(entity: claim.entity, property: claim.property))
        places[key] = place
      }
      if first == .yes { changes.subjects[place].before.append(id) } else { changes.subjects[place].since.append(id) }
    }
    changes.subjects.removeAll { $0.since.isEmpty }
    return changes
  }

  /// What hangs below an entity by one kind of tie, each in full once, however the ties run in circles.
  func tree(of root: EntityID, by property: PropertyID, at range: SourceRange) throws(Diagnostic) -> [TreeBranch] {
    var branches: [TreeBranch] = []
    var seen: Set<EntityID> = [root]
    var waiting = casebook.tiesInto(root, along: property).reversed().map { (depth: 1, tie: $0) }
    while let (depth, tie) = waiting.popLast() {
      try meter.add(rows: 1, at: range) { host.isInterrupted }
      let isNew = seen.insert(tie.other).inserted
      let below = casebook[property].isTransitive ? casebook.tiesInto(tie.other, along: property) : []
      branches.append(TreeBranch(depth: depth, tie: tie, isRepeated: !isNew && !below.isEmpty))
      if isNew { waiting += below.reversed().map { (depth: depth + 1, tie: $0) } }
    }
    return branches
  }
}
