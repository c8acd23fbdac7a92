public import Casebook

/// A question to one property of one entity, and what the casebook said to it.
public struct PropertyAnswer {
  public var query: Query
  public var answer: ClaimAnswer

  init(query: Query, answer: ClaimAnswer) {
    self.query = query
    self.answer = answer
  }
}
