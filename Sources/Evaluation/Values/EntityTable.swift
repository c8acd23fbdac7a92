import Casebook
import Evidence
import Semantics

/// Entities or claims in an order, with the columns that were selected of them, and an account of those that were left out.
public struct EntityTable {
  struct Column {
    var label: String
  }

  struct Row {
    var subject: RowSubject
    var band: Band
    /// One for each column.
    var cells: [Value] = []
    /// One for each sort key; empty where nothing was sorted.
    var keys: [SortKey] = []

    init(_ entity: EntityID, band: Band = .certain, keys: [SortKey] = []) {
      subject = .entity(entity)
      self.band = band
      self.keys = keys
    }

    init(_ claim: ClaimID) {
      subject = .claim(claim)
      band = .certain
    }

    /// Nil where the row is a claim.
    var entity: EntityID? {
      if case .entity(let entity) = subject { entity } else { nil }
    }
  }

  /// Whether a row belongs to the result in every world that the sources allow, or only in some.
  enum Band: Hashable { case certain, possible }

  /// Why rows are no longer there.
  struct LeftOut {
    var words: String
    var rows: [RowSubject]
  }

  /// What its members are called: `institutions`.
  var name: String
  var kind: KindID?
  /// Set where the rows are claims.
  var claims: ClaimCollection?
  /// The entity that all claims are about, or that they name.
  var about: EntityID?
  var columns: [Column] = []
  var rows: [Row]
  /// The time and other qualifiers that hold for every property asked of its rows.
  var ambient: Ambient
  var leftOut: [LeftOut] = []
  /// Lines on coverage, ties and policies, in the order of the steps.
  var remarks: [String] = []
  /// Whether rows carry keys, so that ranks can be shown.
  var isSorted: Bool { rows.contains { !$0.keys.isEmpty } }

  var certain: [Row] { rows.filter { $0.band == .certain } }
  var possible: [Row] { rows.filter { $0.band == .possible } }
}
