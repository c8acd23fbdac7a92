import Analysis
import Casebook
import Evidence
import Semantics

/// A figure beside the series that could be meant by it, evaluated.
struct CheckTable {
  struct Candidate {
    var label: String
    var expression: CheckedExpression
    var value: Value
    var cell: ComparedCell
    /// Nil where there is no one figure on either side.
    var finding: CandidateFinding?
    /// Whether all claims of both have one origin, so that their agreeing confirms nothing.
    var sharesOrigin: Bool
  }

  var label: String
  var value: Value
  var cell: ComparedCell
  var candidates: [Candidate]
  /// Why what is not alike is measured all the same.
  var because: String?
  /// How one of several claims was chosen for all of it; nil where nobody said.
  var resolver: Resolver?
}
