import Analysis
import Casebook
import Semantics

/// Hypotheses with their evidence evaluated and their matrix worked out.
struct HypothesesTable {
  struct Item {
    var label: String
    var value: Value
    /// The claims that the evidence is; empty where nobody says it.
    var claims: [ClaimID]
    var because: String?
  }

  var title: String
  var alternatives: [CheckedHypotheses.Alternative]
  var items: [Item]
  var matrix: HypothesisMatrix
  /// The independent origins of all the evidence.
  var origins: [Origin]
}
