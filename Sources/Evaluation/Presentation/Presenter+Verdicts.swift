import Diagnostics
import Evidence
import Reports

extension Presenter {
  func inlines(_ judgement: Judgement) -> [Inline] {
    if judgement.cannotTell {
      builder.gaps += judgement.missing
      return [.absent("cannot tell")]
    }
    let word = Inline.keyword(Verdict(judgement.verdict.truth).description)
    return judgement.verdict.restsOnSoftBound ? [word, .softMark] : [word]
  }

  /// A verdict that stands alone, with what it rests on and what makes it a maybe.
  func blocks(_ judgement: Judgement) -> [Block] {
    var blocks: [Block] = [.paragraph(inlines(judgement))]
    if judgement.cannotTell {
      return blocks + judgement.missing.map { .remark(kind: .note, explanation($0)) }
    }
    if judgement.verdict.truth == .maybe {
      blocks += judgement.grounds.filter { $0.verdict.truth == .maybe }.map { .remark(kind: .note, reason($0)) }
    } else if judgement.verdict.restsOnSoftBound {
      blocks.append(.remark(kind: .note, [.text("* rests on \(policyWords(judgement.verdict))")]))
    } else if let soft = judgement.grounds.first(where: { $0.verdict.restsOnSoftBound }), judgement.isSettled {
      // `surely` and `perhaps` answer plainly; what they rest on is said all the same.
      blocks.append(.remark(kind: .note, [.text("rests on \(policyWords(soft.verdict))")]))
    } else if judgement.isSettled {
      blocks += judgement.grounds.filter { $0.verdict.truth == .maybe }.map { .remark(kind: .note, reason($0)) }
    }
    var lines: [[Inline]] = []
    for ground in judgement.grounds {
      for figure in [ground.left, ground.right] {
        lines += figure.remarks.map { [.text($0)] } + qualifications(claims(of: figure), areNoted: false)
      }
      if let one = ground.left.figure.status, let other = ground.right.figure.status, one != other {
        lines.append([.text("\(one.article) figure is compared with \(other.article) one")])
      }
    }
    return blocks + lines.eachOnce.map { .remark(kind: .note, $0) }
  }

  /// The policies that a verdict rests on: `"about" = ±10 %`.
  func policyWords(_ verdict: Verdict) -> String {
    let names = verdict.policies.names
    return names.isEmpty ? evaluator.aboutPolicy : names.map { $0.describe(policies) }.joined(separator: ", ")
  }

  /// What makes a comparison a maybe: a policy, where without its width the answer would be plain; otherwise what sources leave open.
  func reason(_ ground: ComparisonGround) -> [Inline] {
    let sides = [ground.left, ground.right]
    let soft = sides.filter(\.quantity.isSoft)
    let isPlainAtBest =
      (try? ground.sign.compare(ground.left.quantity.atBest, ground.right.quantity.atBest, policies)).map { $0.truth != .maybe }
      ?? false
    guard !soft.isEmpty, isPlainAtBest else {
      return [.text("the sources leave it open: ")] + inlines(ground.left) + [.text(" against ")] + inlines(ground.right)
    }
    var result: [Inline] = []
    for (index, figure) in soft.enumerated() {
      if index > 0 { result.append(.text("; ")) }
      result += inlines(figure) + [.text(" is "), .value(displayRange(figure.quantity), exact: nil)]
    }
    return result + [.text(" at \(evaluator.aboutPolicy), and that makes it a maybe")]
  }
}
