import Names

/// A text of the casebook in which some words were found.
public struct SearchHit: Hashable, Sendable {
  /// The entity whose title it is, or of which the claim is made.
  public var entity: EntityID
  /// The claim whose text it is; nil for a title.
  public var claim: ClaimID?
  /// The whole text.
  public var text: String
  /// Where in it the words stand.
  let place: PhraseFinder.Place
  /// How many words were found.
  let wordCount: Int

  /// The words that were found and some of what stands around them, as three parts of the text; an ellipsis where it was cut.
  public func snippet(around width: Int = 60) -> (before: String, found: String, after: String) {
    let scalars = text.unicodeScalars
    var starts: [String.Index] = []
    var ends: [String.Index] = []
    var isWithinWord = false
    var index = scalars.startIndex
    while index < scalars.endIndex, ends.count < place.wordsBefore + wordCount {
      let scalar = scalars[index]
      if Self.isOfWord(scalar) {
        if !isWithinWord { starts.append(index) }
        isWithinWord = true
      } else if isWithinWord, scalar != ".", scalar != "'", scalar != "\u{2019}" {
        ends.append(index)
        isWithinWord = false
      }
      index = scalars.index(after: index)
    }
    if isWithinWord { ends.append(index) }
    guard place.wordsBefore < starts.count, let end = ends.last else { return ("", "", cut(text[...], to: width * 2)) }
    let start = starts[place.wordsBefore]
    return (cutFront(text[..<start], to: width), String(text[start..<end]), cut(text[end...], to: width))
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || (0x300...0x36F).contains(scalar.value)
  }

  private func cut(_ part: Substring, to width: Int) -> String {
    guard part.unicodeScalars.count > width else { return String(part) }
    let kept = part.prefix(width)
    return String(kept.lastIndex(of: " ").map { kept[..<$0] } ?? kept) + " …"
  }

  private func cutFront(_ part: Substring, to width: Int) -> String {
    guard part.unicodeScalars.count > width else { return String(part) }
    let kept = part.suffix(width)
    return "… " + String(kept.firstIndex(of: " ").map { kept[kept.index(after: $0)...] } ?? kept)
  }
}
