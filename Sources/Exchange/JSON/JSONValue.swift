/// A value of a JSON text with its place.
struct JSONValue: Hashable, Sendable {
  /// What sort of value it is. Members keep their order; of two with one name both are kept.
  indirect enum Content: Hashable, Sendable {
    case null
    case truth(Bool)
    /// As it is written, so that no digit is lost.
    case number(String)
    case text(String)
    case list([JSONValue])
    case object([Member])
  }

  /// A name and its value.
  struct Member: Hashable, Sendable {
    var name: String
    var value: JSONValue
  }

  var content: Content
  /// Its bytes in the file.
  var range: Range<Int>

  /// The first member of a name; nil of anything that is no object.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// A text, or a number as it is written.
  var text: String? {
    switch content {
    case .text(let text): text
    case .number(let digits): digits
    default: nil
    }
  }

  /// Its elements, if it is a list.
  var list: [JSONValue]? {
    if case .list(let elements) = content { elements } else { nil }
  }

  /// A whole number, written as one or as a text.
  var integer: Int? { text.flatMap { Int($0) } }
}
