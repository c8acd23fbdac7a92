/// Who wrote a source.
public struct Author: Hashable, Sendable {
  /// The name by which it is filed: a family name, or the whole name of an organisation.
  public var family: String
  /// Given names; nil for an organisation.
  public var given: String?
  /// Whether it is an organisation, whose name is never turned round.
  public var isOrganisation: Bool

  /// A person.
  public init(family: String, given: String?) {
    self.family = family
    self.given = given
    self.isOrganisation = false
  }

  /// An organisation.
  public init(literal: String) {
    family = literal
    given = nil
    isOrganisation = true
  }

  /// A person by the name as it is spoken, or as `Family, Given`.
  public init(name: String) {
    let parts = name.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false).map(Self.trimmed)
    if parts.count == 2 {
      self.init(family: parts[0], given: parts[1].isEmpty ? nil : parts[1])
      return
    }
    let words = name.split(separator: " ")
    self.init(family: words.last.map(String.init) ?? name, given: words.count > 1 ? words.dropLast().joined(separator: " ") : nil)
  }

  /// As it is spoken: `R. Evan Ellis`.
  public var fullName: String { given.map { "\($0) \(family)" } ?? family }

  /// As it is filed: `Ellis, R. Evan`.
  public var filedName: String { given.map { "\(family), \($0)" } ?? family }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
