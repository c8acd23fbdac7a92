import Casebook
import Diagnostics
import Evidence

/// What one explanation has shown so far. Terms that are used twice are explained where they first stand and referred to from then on, so a
/// chain of sums of shared terms takes as many lines as it has terms.
struct ExplainedNodes {
  /// Values with a name, by where they were defined.
  private var definitions: Set<SourceRange> = []
  private var claims: Set<ClaimID> = []
  private var lineages: Set<ObjectIdentifier> = []

  /// Whether a named value is met for the first time.
  mutating func begin(_ definition: SourceRange) -> Bool { definitions.insert(definition).inserted }

  /// Whether a claim is met for the first time.
  mutating func begin(_ claim: ClaimID) -> Bool { claims.insert(claim).inserted }

  /// Whether a step is met for the first time.
  mutating func begin(_ lineage: Lineage) -> Bool { lineages.insert(ObjectIdentifier(lineage)).inserted }
}
