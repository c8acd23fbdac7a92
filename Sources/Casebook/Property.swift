public import Evidence

/// Something that may be said of an entity, and what kind of value it takes.
public struct Property: Hashable, Sendable {
  /// Its number.
  public let id: PropertyID
  /// The first word of a claim, and what stands after the dot.
  public let name: String
  /// What people read.
  public var title: String
  /// The kinds of which it may be said; empty for any.
  public var domain: [KindID] = []
  /// The values that it takes.
  public var value: ValueType
  /// The same relation read from the other end: `has_part` for `part_of`.
  public var inverse: PropertyID?
  /// Whether a part of a part is a part.
  public var isTransitive = false
  /// Whether several values may hold at one time without disagreeing.
  public var allowsMany = false
  /// What a claim's time means for the value.
  public var timeMeaning = TimeMeaning.throughout
  /// What the casebook itself reads out of this property, if anything.
  public var role: PropertyRole?
  /// How a claim reads as a sentence: `is part of`.
  public var phrase: String?
  /// How it reads from the other end: `has as a part`.
  public var inversePhrase: String?
  /// Properties worth offering where this one has no claim.
  public var seeAlso: [PropertyID] = []
  /// What its declaration says of it.
  public var documentation: String?
  /// How the thing is counted; two counts that are built differently are two properties.
  public var definition: String?
  /// Where it was declared.
  public var declaration: TextRange

  /// Whether it takes numbers, which change with time and can be merged.
  public var isQuantity: Bool {
    if case .quantity = value { return true }
    return false
  }
}

/// The values that a property takes.
public enum ValueType: Hashable, Sendable {
  /// Numbers in a unit, of a sort that says what may be done with them.
  case quantity(unit: Unit, sort: Sort)
  /// Texts.
  case text
  /// Times.
  case time
  /// Entities, of one kind or of any.
  case entity(KindID?)
  /// Yes or no.
  case truth
  /// A bare word out of a small vocabulary, such as a language code.
  case word
}

/// What may be done with a quantity.
public enum Sort: String, Hashable, Sendable, CaseIterable {
  /// Sums over places and over time.
  case count
  /// Sums over places, not over time.
  case stock
  /// Never summed: recomputed from its parts.
  case rate
  /// Never summed: recomputed from its parts.
  case share
  /// Never summed.
  case index
  /// No arithmetic at all.
  case code
}

/// How a claim's time is to be read.
public enum TimeMeaning: String, Hashable, Sendable, CaseIterable {
  /// The value held all through it, as a membership or a strength does.
  case throughout
  /// It happened some time within it, as an event does.
  case within
}

/// The properties that the casebook itself reads: how an entity is called, when it was.
public enum PropertyRole: String, Hashable, Sendable, CaseIterable {
  /// A text that is another name of the entity.
  case alias
  /// A text that is the entity's name in its own language.
  case native
  /// An entity whose names and nationality an everyday name leaves out: *the army* for *the Mexican Army*.
  case country
  /// A text by which things of this country are called: `Mexican`.
  case nationality
  /// The time of an event, the span of a period.
  case validTime
  /// The time at which the entity began.
  case validStart
  /// The time at which the entity ended.
  case validEnd
}

extension ValueType {
  /// Whether values are entities, so that a claim is a tie.
  public var namesEntities: Bool {
    if case .entity = self { return true }
    return false
  }
}
