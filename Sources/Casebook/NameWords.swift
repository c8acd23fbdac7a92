import Names

/// A name taken apart: the forms in which two spellings of one name are the same.
struct NameWords: Hashable {
  /// Letters and digits alone, folded: `naval_infantry`, `Naval Infantry` and `naval-infantry` are one.
  var key: String
  /// Its words, folded and in the singular, without articles and prepositions; all of them if there are no others.
  var words: [String]

  /// Takes a name apart.
  init(_ name: String) {
    let all = NameWords.split(foldName(name))
    key = all.joined()
    let telling = all.filter { !NameWords.functionWords.contains($0) }
    words = (telling.isEmpty ? all : telling).map(NameWords.singular)
  }

  /// Words that tell no two names apart, in the languages of the titles.
  private static let functionWords: Set<String> = [
    "a", "an", "and", "at", "by", "de", "del", "e", "el", "for", "in", "la", "las", "los", "of", "on", "the", "to", "y",
  ]

  /// The words of a folded text: letters and digits. A full stop or an apostrophe within a word joins (`u.s.`, `o'neill`), a final `'s`
  /// is dropped.
  static func split(_ folded: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var afterApostrophe: Int?
    func finish() {
      if let start = afterApostrophe, word.count == start + 1, word.last == "s" { word.removeLast() }
      afterApostrophe = nil
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    for scalar in folded.unicodeScalars {
      switch scalar {
      case "'", "\u{2019}": afterApostrophe = word.count
      case ".": continue
      case _ where isWordScalar(scalar): word.append(scalar)
      default: finish()
      }
    }
    finish()
    return words
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value) }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// The singular of a regular English plural; a word that is none is left as it is.
  static func singular(_ word: String) -> String {
    guard word.utf8.count > 3, word.hasSuffix("s") else { return word }
    for ending in ["ss", "us", "is"] where word.hasSuffix(ending) { return word }
    if word.hasSuffix("ies"), word.utf8.count > 4 { return String(word.dropLast(3)) + "y" }
    for ending in ["ches", "shes", "sses", "xes", "zes"] where word.hasSuffix(ending) { return String(word.dropLast(2)) }
    return String(word.dropLast())
  }
}
