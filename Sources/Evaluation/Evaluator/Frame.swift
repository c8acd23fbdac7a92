import Casebook

/// What the names in an expression stand for while it is evaluated.
struct Frame {
  var variables: [String: Value] = [:]
  /// The entity of which a measure, a filter, a row or a column speaks.
  var subject: Value?
  var ambient = Ambient.none
  /// Names that are parameters here, or run through a collection, and so hide what `let` defined.
  var parameters: Set<String> = []
  /// Why figures that the guard would stop are let through; nil where nobody said.
  var because: String?
  /// The measure or filter whose formula is evaluated: what it adds up is what it is defined as.
  var formula: String?

  /// The same names with further qualifiers.
  func with(_ ambient: Ambient) -> Frame {
    var frame = self
    frame.ambient = ambient.within(self.ambient)
    return frame
  }

  /// The same names and qualifiers, speaking of an entity.
  func about(_ subject: Value) -> Frame {
    var frame = self
    frame.subject = subject
    return frame
  }
}
