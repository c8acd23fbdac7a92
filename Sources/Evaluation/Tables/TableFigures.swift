import Casebook
import Evidence

/// Figures of a table by entity and year, and those of entities that hold others as their parts.
struct TableFigures {
  struct Key: Hashable {
    var entity: String
    /// Nil where the figure is for all of the time that was asked for.
    var year: Int?
  }

  /// A figure with what is to be said of how it came about.
  struct Found {
    var quantity: Quantity
    /// `added up over 32 states`, where it was.
    var parts: String?
    /// Parts that have no figure.
    var holes: [String] = []
  }

  /// In the place of an entity for rows that are of none.
  static let nobody = ""

  var values: [Key: Quantity] = [:]
  /// How many months each year has rows of, where the table has months.
  var monthsByYear: [Int: Int] = [:]
  /// The same for each entity.
  var months: [Key: Int] = [:]
  /// What the pipeline says of literals that no cell matches.
  var remarks: [String] = []
  /// Entities and years for which there are several rows where one is due.
  var repeated: Set<Key> = []
  /// What was added up, each once.
  private var sums: [Key: Found?] = [:]
  /// The entities of the table that lie in each country, each in order.
  private var members: [EntityID: [EntityID]]?

  /// Years that any figure is of, in order.
  var years: [Int] { Set(values.keys.compactMap(\.year)).sorted() }

  /// The figure of an entity. One that has no row gets the sum of those that lie in it, where figures of this sort add up.
  mutating func figure(_ key: Key, adds: Bool, in casebook: Casebook) -> Found? {
    if let quantity = values[key] { return Found(quantity: Self.limited(quantity)) }
    guard adds else { return nil }
    if let known = sums[key] { return known }
    let sum = sum(key, in: casebook)
    sums[key] = .some(sum)
    return sum
  }

  /// A broken number with no more than six digits: files hold more than their publishers know, and a mean has digits without end.
  private static func limited(_ quantity: Quantity) -> Quantity {
    guard quantity.isExact, quantity.low.rounded() != quantity.low else { return quantity }
    let text = NumberText.shortest(quantity.low.magnitude)
    guard let point = text.firstIndex(of: "."), !text.contains("e") else { return quantity }
    let whole = text[..<point].count { $0 != "0" }
    let decimals = min(text[text.index(after: point)...].count, max(1, 6 - whole))
    return HedgedNumber.exact(Number(quantity.low, decimals: decimals)).quantity(
      unit: quantity.unit, isCount: false, policies: Policies())
  }

  private mutating func sum(_ key: Key, in casebook: Casebook) -> Found? {
    guard let whole = casebook.entity(named: key.entity), let members = members(in: casebook)[whole], let first = members.first
    else { return nil }
    let kind = casebook[first].kind
    var total: Quantity?
    var count = 0
    for member in members where casebook[member].kind == kind {
      let key = Key(entity: casebook[member].name, year: key.year)
      guard !repeated.contains(key), let quantity = values[key] else { continue }
      guard let sofar = total else {
        (total, count) = (quantity, 1)
        continue
      }
      guard let sum = try? Quantity.add(sofar, quantity) else { return nil }
      (total, count) = (sum, count + 1)
    }
    guard let total else { return nil }
    // All that the casebook knows to lie in it ought to be there, whether the table speaks of them or not.
    let due = max(count, casebook.entities(of: kind).count { casebook.countries(of: $0).contains(whole) })
    let name = casebook[kind].plural
    return Found(
      quantity: total, parts: count == due ? "added up over \(count) \(name)" : "added up over \(count) of \(due) \(name)",
      holes: count == due ? [] : ["\(count) of \(due) \(name)"])
  }

  /// What a year lacks of its months, for an entity or, where its figure is a sum, for those that it is a sum of: `11 of 12 months`. Nil
  /// where it has all, or the file has no column of months.
  mutating func monthsHole(of key: Key, isSum: Bool, in casebook: Casebook) -> String? {
    guard let year = key.year, let all = monthsByYear[year] else { return nil }
    guard isSum else { return Self.hole(months[key] ?? all) }
    guard all == 12, let whole = casebook.entity(named: key.entity) else { return Self.hole(all) }
    let parts = (members(in: casebook)[whole] ?? []).map { Key(entity: casebook[$0].name, year: year) }.filter {
      values[$0] != nil
    }
    let short = parts.count { months[$0].map { $0 < all } ?? false }
    return short == 0 ? nil : "fewer than 12 months (\(short) of \(parts.count) parts)"
  }

  private static func hole(_ months: Int) -> String? { months < 12 ? "\(months) of 12 months" : nil }

  /// How many of the entities that lie in one have a figure.
  mutating func partCount(of key: Key, in casebook: Casebook) -> Int {
    guard let whole = casebook.entity(named: key.entity) else { return 0 }
    return (members(in: casebook)[whole] ?? []).count { values[Key(entity: casebook[$0].name, year: key.year)] != nil }
  }

  private mutating func members(in casebook: Casebook) -> [EntityID: [EntityID]] {
    if let members { return members }
    var found: [EntityID: [EntityID]] = [:]
    for name in Set(values.keys.map(\.entity)).sorted() {
      guard let entity = casebook.entity(named: name) else { continue }
      for country in casebook.countries(of: entity) { found[country, default: []].append(entity) }
    }
    members = found
    return found
  }
}
