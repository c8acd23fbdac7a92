/// Why something could not be put into a casebook. Nothing was changed.
public enum CasebookError: Error, Hashable, Sendable {
  /// The name or the plural is taken, by this kind.
  case duplicateKind(KindID)
  case duplicateProperty(PropertyID)
  case duplicateEntity(EntityID)
  case duplicateSource(SourceID)
  /// A kind would be its own ancestor.
  case cyclicKind(KindID)
  /// An id that this casebook never gave out.
  case unknownID
  /// More entries than 32 bits can number.
  case full
}
