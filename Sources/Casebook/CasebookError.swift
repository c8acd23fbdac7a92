/// Why something could not be put into a casebook. Nothing was changed.
public enum CasebookError: Error, Hashable, Sendable {
  /// The name or the plural is taken, by this kind.
  case duplicateKind(KindID)
  /// The name is taken, by this property.
  case duplicateProperty(PropertyID)
  /// The id is taken, by this entity.
  case duplicateEntity(EntityID)
  /// The id is taken, by this source.
  case duplicateSource(SourceID)
  /// A kind would be its own ancestor.
  case cyclicKind(KindID)
  /// An id that this casebook never gave out.
  case unknownID
  /// More entries than 32 bits can number.
  case full
}
