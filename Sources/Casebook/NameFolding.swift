/// Case and accents folded, so that `Calderón`, `CALDERON` and `calderon` are one name.
///
/// Covers Latin letters with marks, precomposed or not; other scripts lose their case only. ASCII takes no detour.
func foldedName(_ text: some StringProtocol) -> String {
  var isPlain = true
  var isCanonical = true
  for byte in text.utf8 {
    if byte >= 0x80 { isPlain = false }
    if byte >= 0x41 && byte <= 0x5A { isCanonical = false }
  }
  if isPlain && isCanonical { return String(text) }
  if isPlain {
    return String(decoding: text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
  var folded = ""
  folded.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      if lower.isASCII {
        folded.unicodeScalars.append(lower)
      } else if let base = LatinLetters.bases[lower] {
        folded += base
      } else if lower.properties.generalCategory != .nonspacingMark {
        folded.unicodeScalars.append(lower)
      }
    }
  }
  return folded
}

/// Lower-case Latin letters with marks, and what they are without.
private enum LatinLetters {
  private static let families: [(base: String, letters: String)] = [
    ("a", "àáâãäåāăą"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
    ("i", "ìíîïĩīĭįı"), ("ij", "ĳ"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŋ"), ("o", "òóôõöøōŏő"), ("oe", "œ"),
    ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"), ("th", "þ"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"),
    ("z", "źżž"),
  ]

  /// By letter.
  static let bases: [Unicode.Scalar: String] = {
    var bases: [Unicode.Scalar: String] = [:]
    for family in families {
      for letter in family.letters.unicodeScalars { bases[letter] = family.base }
    }
    return bases
  }()
}
