public import Casebook
public import Evidence

/// Why there is no value where one was asked for.
public enum Missing {
  /// No claim answers; the answer names what is nearest.
  case noClaim(PropertyAnswer)
  /// The claim says that there is none: known absence, which is no number.
  case statedAbsent(ClaimID)
  /// The claim says that it is not known.
  case statedUnknown(ClaimID)
  /// The only claims that answer are denied by their source.
  case denied(PropertyAnswer)
  /// The claim is one in words.
  case noNumber(ClaimID)
  /// `best` of a figure for which sources print only bounds.
  case noBest
  /// A bound that no source gives.
  case noBound
  /// A time without a beginning or an end has no one year.
  case openTime
  /// A figure that is made from claims is of no one source.
  case notOfOneSource
  /// A change that was asked of a property with fewer than two dated figures.
  case oneFigureOnly(PropertyAnswer)
  /// A low point or a peak that no claim states.
  case noExtreme(PropertyAnswer, Extreme)
  /// Figures that must not be put together, and why; it stands for the figure in a table.
  case stopped(String)
  /// A file of data has no row of an entity, at the time that was asked for; what is near a literal that no cell is.
  case noRow(String, EntityID, TimeSpan?, [String])
  /// An entity whose time no claim states.
  case noTime(EntityID)

  /// What makes two of them the same gap.
  var key: MissingKey {
    switch self {
    case .noClaim(let answer), .denied(let answer): MissingKey(query: answer.query)
    case .oneFigureOnly(let answer): MissingKey(query: answer.query, isSeries: true)
    case .noExtreme(let answer, let extreme): MissingKey(query: answer.query, isSeries: true, extreme: extreme)
    case .statedAbsent(let claim), .statedUnknown(let claim), .noNumber(let claim): MissingKey(claim: claim)
    case .noTime(let entity): MissingKey(entity: entity)
    case .noRow(let table, let entity, let span, _): MissingKey(entity: entity, table: table, span: span)
    case .stopped(let why): MissingKey(table: why)
    case .noBest, .noBound, .openTime, .notOfOneSource: MissingKey()
    }
  }
}

/// Tells gaps apart, so that each is listed once.
struct MissingKey: Hashable {
  var query: Query?
  var claim: ClaimID?
  var entity: EntityID?
  /// The name of a table, or why figures were stopped.
  var table: String?
  var span: TimeSpan?
  var isSeries = false
  var extreme: Extreme?
}

extension [Missing] {
  /// Both lists, each gap once.
  func union(_ others: [Missing]) -> [Missing] {
    var seen = Set(map(\.key))
    return self + others.filter { seen.insert($0.key).inserted }
  }
}
