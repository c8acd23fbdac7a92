import Casebook
import Evidence

/// The qualifiers that hold for every property asked within. An inner one wins over an outer one.
struct Ambient: Hashable {
  var time: TimeQuestion?
  var statedBy: TimeSpan?
  var status: Status?
  var resolver: Resolver?

  static let none = Ambient()

  /// These qualifiers where they say something, otherwise the outer ones.
  func within(_ outer: Ambient) -> Ambient {
    Ambient(
      time: time ?? outer.time, statedBy: statedBy ?? outer.statedBy, status: status ?? outer.status,
      resolver: resolver ?? outer.resolver)
  }
}
