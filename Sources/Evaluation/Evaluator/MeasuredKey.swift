import Casebook

/// A measure or a filter of an entity, asked for under some qualifiers.
struct MeasuredKey: Hashable {
  var definition: ObjectIdentifier
  var entity: EntityID
  var ambient: Ambient
  /// A reason that lets figures through changes what is said of them.
  var because: String?
}
