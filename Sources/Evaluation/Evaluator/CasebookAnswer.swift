import Casebook
import Evidence

/// What came of a question to the whole casebook.
enum CasebookAnswer {
  case hits(String, [SearchHit])
  /// Nil where no claims tie the two.
  case path(from: EntityID, to: EntityID, [Tie]?)
  /// Sets of claims that don't agree, claims that say what pulls against what, and the disagreements that the casebook keeps a list of.
  case conflicts([ClaimSet], tensions: [ClaimID], listed: [EntityID])
  case sources(EntityID, [ClaimID])
  case timeline(EntityID, [TimelineEntry], undated: [TimelineEntry])
  case audit(SourceAudit)
  case who(String, [EntityID], near: [EntityID])
  case changed(ClaimChanges)
  case tree(EntityID, PropertyID, [TreeBranch])
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

/// What has been said since a time, beside what was said of the same things before.
struct ClaimChanges {
  /// About one property of one entity, of one status.
  struct Subject {
    var entity: EntityID
    var property: PropertyID
    var before: [ClaimID] = []
    /// Said since: all of their sources came out then or later.
    var since: [ClaimID] = []
  }
  var time: TimeSpan
  var subjects: [Subject] = []
  /// How many claims stand on sources of which it can't be told whether they came out before.
  var unclear = 0
}

/// An entity in a tree of ties.
struct TreeBranch {
  /// The root is at depth 0 and left out.
  var depth: Int
  var tie: Tie
  /// What is below it has been shown further up.
  var isRepeated: Bool
}
