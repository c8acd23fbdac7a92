/// Titles as notes and bibliographies print them.
enum ChicagoTitle {
  /// Double quotation marks inside a title that stands in double ones become single (Chicago 17, 13.30).
  static func nested(_ title: String) -> String {
    var result = ""
    var isOpen = false
    for character in title {
      switch character {
      case "“", "«": result += "‘"
      case "”", "»": result += "’"
      case "\"":
        result += isOpen ? "’" : "‘"
        isOpen.toggle()
      default: result.append(character)
      }
    }
    return result
  }

  /// The title for notes after the first: without a subtitle and a leading article, at most four words that do not end in a small one
  /// (14.33). "Mexico's Fight against Transnational Organized Crime" is "Mexico's Fight".
  static func short(_ title: String) -> String {
    let main = title.split(separator: ":", maxSplits: 1).first ?? title[...]
    var words = main.split(separator: " ").map { String($0) }
    if words.count > 4, let first = words.first, articles.contains(first.lowercased()) { words.removeFirst() }
    guard words.count > 4 else { return words.isEmpty ? title : words.joined(separator: " ") }
    var kept = Array(words.prefix(4))
    if let cut = kept.indices.dropFirst(2).first(where: { connectives.contains(kept[$0].lowercased()) }) {
      kept.removeSubrange(cut...)
    }
    while kept.count > 1, let last = kept.last?.lowercased(), connectives.contains(last) || articles.contains(last) {
      kept.removeLast()
    }
    while let last = kept.last?.last, ",;–—-".contains(last) { kept[kept.count - 1].removeLast() }
    return kept.joined(separator: " ")
  }

  private static let articles: Set<String> = ["a", "an", "the", "el", "la", "los", "las", "un", "una"]

  /// Prepositions and conjunctions, English and Spanish: a short title ends before one.
  private static let connectives: Set<String> = [
    "about", "after", "against", "among", "and", "as", "at", "before", "between", "but", "by", "during", "for", "from", "in",
    "into", "of",
    "on", "or", "over", "since", "than", "through", "throughout", "to", "toward", "under", "until", "with", "within", "without",
    "al", "ante", "como", "con", "contra", "de", "del", "desde", "en", "entre", "hacia", "hasta", "ni", "o", "para", "pero",
    "pese", "por",
    "que", "según", "sin", "sobre", "tras", "y",
  ]
}
