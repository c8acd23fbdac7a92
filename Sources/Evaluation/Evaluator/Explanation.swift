import Casebook
import Semantics

/// Why a value is what it is: what was written, what it came to, and what that rests on.
struct Explanation {
  /// As written, on one line; nil for a claim, which says itself.
  var text: String?
  var value: Value?
  /// Where the node is a claim.
  var claim: ClaimID?
  /// For a derived figure: the rule's reason and its caveats.
  var reasons: [String] = []
  var caveats: [String] = []
  var parts: [Explanation] = []
  /// It was explained further up, so its parts are left out here.
  var isRepeated = false
}
