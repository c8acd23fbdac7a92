import Analysis
import Casebook
import Diagnostics
import Semantics

extension Evaluator {
  /// Looks up what was rated. The ratings are what somebody thought of it, so nothing here depends on a value.
  func weigh(_ hypotheses: CheckedHypotheses, in frame: Frame) throws(Diagnostic) -> HypothesesTable {
    var items: [HypothesesTable.Item] = []
    for item in hypotheses.items {
      let value = try evaluate(item.evidence, in: frame)
      items.append(
        HypothesesTable.Item(label: item.label, value: value, claims: claims(behind: value), because: item.because))
    }
    return HypothesesTable(
      title: hypotheses.title, alternatives: hypotheses.alternatives, items: items,
      matrix: HypothesisMatrix(hypotheses: hypotheses.alternatives.count, items: hypotheses.items.map(\.ratings)),
      origins: casebook.origins(of: items.flatMap(\.claims)).filter { !$0.sources.isEmpty })
  }
}
