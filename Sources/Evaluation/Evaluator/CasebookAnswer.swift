import Casebook
import Evidence

/// What came of a question to the whole casebook.
enum CasebookAnswer {
  case hits(String, [SearchHit])
  /// Nil where no claims tie the two.
  case path(from: EntityID, to: EntityID, [Tie]?)
  /// Sets of claims that don't agree, and the disagreements that the casebook keeps a list of.
  case conflicts([ClaimSet], listed: [EntityID])
  case sources(EntityID, [ClaimID])
  case timeline(EntityID, [TimelineEntry], undated: [TimelineEntry])
  case audit(SourceAudit)
}

/// An event or a dated claim.
struct TimelineEntry {
  enum Subject {
    case event(EntityID)
    case claim(ClaimID)
  }
  var subject: Subject
  var time: TimeSpan?
  /// Whether it only possibly was in the time asked for.
  var isPossible: Bool
}

/// On what the claims from one source stand.
struct SourceAudit {
  var source: SourceID
  /// The source cites nothing for them.
  var uncited: [ClaimID] = []
  /// It cites a note.
  var cited: [ClaimID] = []
  /// Some of what it cites is anonymous.
  var anonymous: [ClaimID] = []
  /// All that they stand on is older than the time they speak of.
  var older: [ClaimID] = []
}
