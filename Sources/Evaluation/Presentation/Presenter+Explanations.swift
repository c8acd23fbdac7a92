import Casebook
import Diagnostics
import Evidence
import Reports

extension Presenter {
  /// The answer to `why`: the derivation as a tree, then what it rests on as a whole.
  func why(_ explanation: Explanation) throws(Diagnostic) -> [Block] {
    var tree = Tree()
    var claims: [ClaimID] = []
    try append(explanation, to: &tree, depth: 0, &claims)
    var blocks: [Block] = [.tree(tree)]
    if case .missing(let missing) = explanation.value { blocks += self.blocks(missing) }
    if case .answer(let answer) = explanation.value, answer.answer.claims.isEmpty {
      blocks += self.blocks([.noClaim(answer)], named: .none)
    }
    if case .answer(let answer) = explanation.value { blocks += hidden(answer) }
    let stated = claims.filter { if case .derived = casebook[$0].value { false } else { true } }
    if !stated.isEmpty { blocks.append(.remark(kind: .note, summary(stated))) }
    let isSoft = restsOnAbout(explanation)
    if isSoft { blocks.append(.remark(kind: .note, [.text("* rests on \(evaluator.aboutPolicy)")])) }
    for caution in stated.compactMap({ evaluator.caution(on: $0) }).eachOnce {
      blocks.append(.remark(kind: .caution, [.text(caution)]))
    }
    return blocks
  }

  private func append(_ explanation: Explanation, to tree: inout Tree, depth: Int, _ claims: inout [ClaimID]) throws(Diagnostic) {
    if let claim = explanation.claim {
      let isRepeated = claims.contains(claim)
      let record = casebook[claim]
      var row: [Inline] = [
        name(record.entity), .text(", "), .property(casebook[record.property].title.lowercased()), .text(": "),
      ]
      row += inlines(claim: claim)
      if isRepeated { row.append(.text(" (as above)")) }
      tree.append(row, depth: depth)
      if isRepeated { return }
      claims.append(claim)
      for detail in details(claim) { tree.append(detail, depth: depth + 1) }
      for reason in explanation.reasons { tree.append([.text("because: \(oneLine(reason))")], depth: depth + 1) }
      for caveat in explanation.caveats where casebook[claim].details?.caveats.contains(caveat) != true {
        tree.append([.text("caveat: \(oneLine(caveat))")], depth: depth + 1)
      }
    } else {
      var row: [Inline] = [.code(explanation.text ?? "")]
      if let value = explanation.value {
        row += [.text(" = ")] + (try inlines(value))
        if case .figure(let figure) = value { row += range(of: figure) }
      }
      if explanation.isRepeated { row.append(.text(" (as above)")) }
      tree.append(row, depth: depth)
      // A figure that no claim stands behind was read from a file, and says from which.
      if explanation.parts.isEmpty, case .figure(let figure)? = explanation.value {
        for remark in figure.remarks { tree.append([.text(remark)], depth: depth + 1) }
      }
    }
    for part in explanation.parts { try append(part, to: &tree, depth: depth + 1, &claims) }
  }

  /// Everything that is recorded of a claim beside its value: where it stands, whose word it is, how surely.
  private func details(_ id: ClaimID) -> [[Inline]] {
    let claim = casebook[id]
    var rows: [[Inline]] = []
    for citation in casebook.citations(of: claim) { rows.append([.text("from ")] + chicagoNote(citation)) }
    if case .derived = claim.value { rows.append([.text("derived, not stated")]) }
    guard let details = claim.details else { return rows }
    if let words = details.words { rows.append([.text("in the source's words: "), .quote(oneLine(words))]) }
    if let scope = details.scope { rows.append([.text("holds \(oneLine(scope))")]) }
    for caveat in details.caveats { rows.append([.text("caveat: \(oneLine(caveat))")]) }
    if let grade = details.grade { rows.append([.text("grade \(grade.description): \(grade.words)")]) }
    if let documentation = details.documentation { rows.append([.text(oneLine(documentation))]) }
    return rows
  }

  /// `rests on 2 claims of 1 independent origin; weakest grade B3`
  private func summary(_ claims: [ClaimID]) -> [Inline] {
    let origins = casebook.origins(of: claims).filter { !$0.sources.isEmpty }.count
    var words =
      "rests on \(claims.count) \(claims.count == 1 ? "claim" : "claims") of \(origins) independent \(origins == 1 ? "origin" : "origins")"
    let grades = claims.compactMap { casebook[$0].details?.grade }
    if let weakest = Grade.weakest(grades) {
      words += "; weakest grade \(weakest.description), \(weakest.words)"
      if grades.count < claims.count { words += " (\(claims.count - grades.count) not graded)" }
    }
    return [.text(words)]
  }

  private func restsOnAbout(_ explanation: Explanation) -> Bool {
    switch explanation.value {
    case .figure(let figure): figure.quantity.isSoft && isComputed(figure)
    case .change(let change): change.fold.quantity.isSoft
    case .verdict(let judgement): judgement.verdict.restsOnSoftBound
    default: false
    }
  }

  /// Claims that did not answer stay visible here.
  private func hidden(_ answer: PropertyAnswer) -> [Block] {
    answer.answer.hidden.map { hidden in
      var line: [Inline] = [.text("left out, \(hidden.reason.words): ")] + inlines(claim: hidden.claim)
      if let because = casebook[hidden.claim].details?.deprecatedBecause { line.append(.text(", because \(oneLine(because))")) }
      return .remark(kind: .note, line)
    }
  }
}

extension HiddenClaim.Reason {
  var words: String {
    switch self {
    case .deprecated: "withdrawn"
    case .saidLater: "said only later"
    case .notChosen: "not chosen"
    }
  }
}
