import Casebook
import Diagnostics
import Evidence
import Reports

/// Names, trees and what was said since.
extension Presenter {
  /// Deeper levels of a tree are counted, not drawn.
  private static let deepest = 24

  /// Everything that may be called so, with what to type for it and its other names.
  func who(_ words: String, _ found: [EntityID], _ near: [EntityID]) -> Block {
    guard !found.isEmpty else {
      let suggestions: [Inline] = near.isEmpty ? [] : [.text("; nearest: ")] + names(near)
      return .remark(kind: .note, [.text("nothing is called “\(words)”")] + suggestions)
    }
    let rows = found.prefix(Self.rowLimit).map { entity in
      let called = casebook.names(of: entity)
      let others = (called.natives + called.aliases).map(oneLine).joined(separator: ", ")
      return TableBlock.Row(cells: [
        TableBlock.Cell([name(entity)]), TableBlock.Cell([.code(casebook[entity].name)]),
        TableBlock.Cell(casebook[casebook[entity].kind].name), TableBlock.Cell(others),
      ])
    }
    return table(["called", "name", "kind", "also"], rows, all: found.count, "entities")
  }

  /// What hangs together by one kind of tie, as a tree with its sources.
  func tree(of root: EntityID, by property: PropertyID, _ branches: [TreeBranch]) -> Block {
    guard !branches.isEmpty else {
      let words = casebook[property].phrase ?? casebook[property].title
      return .remark(kind: .note, [.text("no claim says of anything that it \(words) "), name(root)])
    }
    var tree = Tree([name(root)])
    for branch in branches where branch.depth <= Self.deepest {
      let again: [Inline] = branch.isRepeated ? [.text(" (see above)")] : []
      tree.append(
        [name(branch.tie.other), .text(evaluator.timePhrase(branch.tie.claim))] + again + mark([branch.tie.claim]),
        depth: branch.depth)
    }
    let deeper = branches.count { $0.depth > Self.deepest }
    if deeper > 0 { tree.append([.text("… and \(deeper) further down")], depth: Self.deepest) }
    return .tree(tree)
  }

  /// What was said since a time: first what had been said otherwise or alike before, then what is new.
  func changes(_ changes: ClaimChanges) -> [Block] {
    let again = changes.subjects.filter { !$0.before.isEmpty }
    let new = changes.subjects.filter { $0.before.isEmpty }
    var blocks: [Block] = []
    let time = changes.time.words
    if !again.isEmpty {
      blocks.append(
        changeTable(again, headed: "Said before \(time) and since", ["of", "what", "before", "since"], showsBefore: true))
    }
    if !new.isEmpty {
      blocks.append(changeTable(new, headed: "Said for the first time", ["of", "what", "since"], showsBefore: false))
    }
    if blocks.isEmpty { blocks = [.remark(kind: .note, [.text("no claim stands on a source that came out since \(time)")])] }
    if changes.unclear > 0 {
      let claims = changes.unclear == 1 ? "1 claim stands on a source" : "\(changes.unclear) claims stand on sources"
      blocks.append(
        .remark(kind: .note, [.text("\(claims) of which it can't be told whether they came out before")]))
    }
    return blocks
  }

  private func changeTable(_ subjects: [ClaimChanges.Subject], headed title: String, _ columns: [String], showsBefore: Bool)
    -> Block
  {
    let rows = subjects.prefix(Self.rowLimit).map { subject in
      var cells = [TableBlock.Cell([name(subject.entity)]), TableBlock.Cell(casebook[subject.property].title)]
      if showsBefore { cells.append(TableBlock.Cell(said(subject.before))) }
      return TableBlock.Row(cells: cells + [TableBlock.Cell(said(subject.since))])
    }
    return .section(title: [.text(title)], blocks: [table(columns, rows, all: subjects.count, "things")])
  }

  /// Claims one after the other, those that read alike once.
  private func said(_ claims: [ClaimID]) -> [Inline] {
    var words: [Inline] = []
    for (index, group) in alike(claims, { self.words(claim: $0) }).enumerated() {
      words += (index > 0 ? [.text("; ")] : []) + group.words + mark(group.claims.flatMap { sources(of: $0) })
    }
    return words
  }
}
