/// The number of a kind in its casebook, in order of declaration.
public struct KindID: Hashable, Comparable, Sendable {
  /// As a bare number.
  public let raw: UInt32
  init(_ index: Int) { raw = UInt32(truncatingIfNeeded: index) }
  var index: Int { Int(raw) }
  public static func < (left: KindID, right: KindID) -> Bool { left.raw < right.raw }
}

/// The number of a property in its casebook, in order of declaration.
public struct PropertyID: Hashable, Comparable, Sendable {
  /// As a bare number.
  public let raw: UInt32
  init(_ index: Int) { raw = UInt32(truncatingIfNeeded: index) }
  var index: Int { Int(raw) }
  public static func < (left: PropertyID, right: PropertyID) -> Bool { left.raw < right.raw }
}

/// The number of an entity in its casebook, in order of declaration.
public struct EntityID: Hashable, Comparable, Sendable {
  /// As a bare number.
  public let raw: UInt32
  init(_ index: Int) { raw = UInt32(truncatingIfNeeded: index) }
  var index: Int { Int(raw) }
  public static func < (left: EntityID, right: EntityID) -> Bool { left.raw < right.raw }
}

/// The number of a claim in its casebook, in the order in which claims were read. A lineage knows claims by `raw`.
public struct ClaimID: Hashable, Comparable, Sendable {
  /// As a bare number.
  public let raw: UInt32
  init(_ index: Int) { raw = UInt32(truncatingIfNeeded: index) }
  var index: Int { Int(raw) }
  public static func < (left: ClaimID, right: ClaimID) -> Bool { left.raw < right.raw }
}

/// The number of a source in its casebook, in order of declaration.
public struct SourceID: Hashable, Comparable, Sendable {
  /// As a bare number.
  public let raw: UInt32
  init(_ index: Int) { raw = UInt32(truncatingIfNeeded: index) }
  var index: Int { Int(raw) }
  public static func < (left: SourceID, right: SourceID) -> Bool { left.raw < right.raw }
}

/// The number that whoever fills a casebook gives to a rule of derivation. The casebook keeps it and does not look inside.
public struct RuleID: Hashable, Comparable, Sendable {
  /// As a bare number.
  public let raw: UInt32
  /// Any number will do.
  public init(_ raw: UInt32) { self.raw = raw }
  public static func < (left: RuleID, right: RuleID) -> Bool { left.raw < right.raw }
}
