import Evidence

@testable import Casebook

/// A casebook about a country that does not exist, with a schema that has one property of every kind.
struct SmallCasebook {
  let casebook = Casebook()
  private(set) var position: UInt32 = 0

  init() throws {
    let thing = try kind("thing", "things")
    for name in ["institution", "unit", "place", "person", "event", "period"] { try kind(name, name + "s", parent: thing) }
    try kind("country", "countries", parent: id(ofKind: "place"))
    try property("country", .entity(nil)) { $0.role = .country }
    try property("nationality", .text) {
      $0.role = .nationality
      $0.allowsMany = true
    }
    try property("aka", .text) {
      $0.role = .alias
      $0.allowsMany = true
    }
    try property("native", .text) { $0.role = .native }
    try property("time", .time) { $0.role = .validTime }
    try property("founded", .time) { $0.role = .validStart }
    try property("dissolved", .time) { $0.role = .validEnd }
    try property("has_part", .entity(nil)) { $0.allowsMany = true }
    let inverse = casebook.property(named: "has_part")
    try property("part_of", .entity(nil)) {
      $0.isTransitive = true
      $0.allowsMany = true
      $0.inverse = inverse
    }
    try property("led_by", .entity(nil))
    try property("rival_of", .entity(nil)) { $0.allowsMany = true }
  }

  mutating func place() -> TextRange {
    position += 1
    return TextRange(file: 0, start: position, end: position)
  }

  @discardableResult
  mutating func kind(_ name: String, _ plural: String, parent: KindID? = nil) throws -> KindID {
    try casebook.addKind(name: name, plural: plural, title: name, parent: parent, declaration: place())
  }

  @discardableResult
  mutating func property(_ name: String, _ value: ValueType, _ change: (inout Property) -> Void = { _ in }) throws -> PropertyID {
    let id = try casebook.addProperty(name: name, title: name, value: value, declaration: place())
    try casebook.update(id, change)
    return id
  }

  @discardableResult
  mutating func entity(_ name: String, _ title: String, kind: String = "institution") throws -> EntityID {
    try casebook.addEntity(name: name, kind: id(ofKind: kind), title: title, declaration: place())
  }

  @discardableResult
  mutating func claim(
    _ entity: String, _ property: String, _ value: ClaimValue, _ change: (inout ClaimDraft) -> Void = { _ in }
  ) throws -> ClaimID {
    var draft = ClaimDraft(entity: try id(entity), property: try id(ofProperty: property), value: value, place: place())
    change(&draft)
    return try casebook.addClaim(draft)
  }

  func id(_ entity: String) throws -> EntityID {
    guard let found = casebook.entity(named: entity) else { throw Missing(name: entity) }
    return found
  }

  func id(ofKind kind: String) throws -> KindID {
    guard let found = casebook.kind(named: kind) else { throw Missing(name: kind) }
    return found
  }

  func id(ofProperty property: String) throws -> PropertyID {
    guard let found = casebook.property(named: property) else { throw Missing(name: property) }
    return found
  }

  struct Missing: Error { var name: String }
}
