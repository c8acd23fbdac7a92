/// What a note mark points at.
public struct Note: Hashable, Sendable {
  public var number: Int
  public var content: [Inline]

  public init(number: Int, content: [Inline]) {
    self.number = number
    self.content = content
  }
}
