import Casebook
import Diagnostics
import Evidence
import Semantics

extension Evaluator {
  /// How many properties are compared where nobody says which.
  private static let sharedLimit = 12

  /// What subjects can be compared on where nobody says: the properties that two of them have an answer to, or that one subject has for
  /// facets; figures first.
  func sharedItems(of subjects: [EntityID], _ facets: CheckedComparison.Facets?, in frame: Frame) -> [CheckedComparison.Item] {
    let needed = facets == nil ? 2 : 1
    var figures: [CheckedComparison.Item] = []
    var words: [CheckedComparison.Item] = []
    for property in casebook.properties where property.role == nil {
      var count = 0
      for subject in subjects where casebook.allows(property.id, of: casebook[subject].kind) {
        if !ask(property.id, of: subject, under: frame.ambient).answer.claims.isEmpty { count += 1 }
      }
      guard count >= needed else { continue }
      let isFigure = property.value.isQuantity
      // Facets set figures apart; texts of one subject have none.
      if facets != nil, !isFigure { continue }
      let item = CheckedComparison.Item(
        label: property.name,
        value: CheckedExpression(
          .property(CheckedExpression(.subject, type: .entity(nil), at: statementRange), property.id), type: .unknown,
          at: statementRange))
      if isFigure { figures.append(item) } else { words.append(item) }
    }
    return figures + words
  }

  /// Says what was chosen where nobody said what to compare on.
  func choice(_ items: [CheckedComparison.Item]) -> [String] {
    guard !items.isEmpty else { return [] }
    guard items.count > Self.sharedLimit else { return ["compared on what they have in common; `on` names the measures"] }
    let rest = items[Self.sharedLimit...].map(\.label).joined(separator: ", ")
    return ["compared on the first \(Self.sharedLimit) properties that they have in common; also: \(rest)"]
  }

  /// As many as fit a table.
  func chosen(_ items: [CheckedComparison.Item]) -> [CheckedComparison.Item] { Array(items.prefix(Self.sharedLimit)) }
}
