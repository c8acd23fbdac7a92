import Names

/// Finds the text that was probably meant.
enum NearText {
  /// The cell that differs only by case, accents and blanks at the ends; else one that is up to two letters off. Of several the first in
  /// order.
  static func nearest(to text: String, in dictionary: TextDictionary) -> String? {
    let wanted = fold(text)
    let letters = Array(wanted)
    // A column of names in the millions is no list to choose from.
    guard dictionary.count < 200_000 else { return nil }
    let limit = letters.count < 4 ? 1 : 2
    var best: (distance: Int, text: String)?
    for other in dictionary.texts.dropFirst() {
      let folded = fold(other)
      guard let distance = folded == wanted ? 0 : editDistance(letters, Array(folded), limit: limit) else { continue }
      if let known = best, (known.distance, known.text) <= (distance, other) { continue }
      best = (distance, other)
    }
    return best?.text
  }

  private static func fold(_ text: String) -> String {
    let kept = foldName(text).drop { $0 == " " }
    guard let last = kept.lastIndex(where: { $0 != " " }) else { return "" }
    return String(kept[...last])
  }
}
