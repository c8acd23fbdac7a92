import Testing

@testable import Evidence

/// The quantity that a source gives by saying `about 15,000 people`; throws for what is no such text.
func said(_ text: String) throws -> Quantity { try #require(HedgedText(text), "\(text) is no number with a unit").quantity() }

/// Reads `about 15,000 people` and the like, for tables of cases.
struct HedgedText {
  var number: HedgedNumber
  var unit: Unit

  init?(_ text: String) {
    var words = text.split(separator: " ").map(String.init)
    func number(_ word: String?) -> Number? {
      guard let word, let value = Double(word.filter { $0 != "," }) else { return nil }
      let decimals = word.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
      return Number(value, decimals: decimals)
    }
    let hedges: [(String, (Number) -> HedgedNumber)] = [
      ("about", { .about($0) }), ("some", { .some($0) }), ("more than", { .moreThan($0) }), ("at least", { .atLeast($0) }),
      ("at most", { .atMost($0) }), ("fewer than", { .fewerThan($0) }), ("up to", { .upTo($0) }),
      ("as many as", { .asManyAs($0) }),
      ("low point", { .lowPoint($0) }), ("peak", { .peak($0) }),
    ]
    var made: HedgedNumber?
    if words.first == "unquantified" {
      words.removeFirst()
      made = .unquantified
    }
    for (hedge, make) in hedges where made == nil && text.hasPrefix(hedge + " ") {
      words.removeFirst(hedge.split(separator: " ").count)
      guard let first = number(words.first) else { return nil }
      words.removeFirst()
      made = make(first)
    }
    if made == nil {
      guard let first = number(words.first) else { return nil }
      words.removeFirst()
      made = .exact(first)
      if words.count > 1, let second = number(words[1]) {
        switch words[0] {
        case "to": made = .range(first, second)
        case "of": made = .portion(first, of: second)
        case "±": made = .plusMinus(first, second)
        default: return nil
        }
        words.removeFirst(2)
      }
    }
    guard let made, let unit = SampleUnits.parse(words.joined(separator: " ")) else { return nil }
    self.number = made
    self.unit = unit
  }

  func quantity(_ policies: Policies = Policies()) -> Quantity {
    number.quantity(unit: unit, isCount: unit.isCount, policies: policies)
  }
}
