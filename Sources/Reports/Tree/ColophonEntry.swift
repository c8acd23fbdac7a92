/// One line of the colophon: `Casebook` → `mexico_2018, sha256 3f9c…`.
public struct ColophonEntry: Hashable, Sendable {
  public var label: String
  public var value: String

  public init(_ label: String, _ value: String) {
    self.label = label
    self.value = value
  }
}
