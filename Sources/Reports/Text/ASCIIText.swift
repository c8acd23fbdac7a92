/// The text in ASCII, for terminals that show nothing else: `¶19` as `p19`, `±` as `+-`, `México` as `Mexico`. What has no
/// customary spelling comes out by its number, `\u{65e5}`; nothing is left out.
func asciiText(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      result.unicodeScalars.append(scalar)
    } else if let spelling = asciiSpellings[scalar] {
      result += spelling
    } else if isAccent(scalar) {
      continue
    } else {
      appendEscape(of: scalar, to: &result)
    }
  }
  return result
}

/// Accents that follow their letter are dropped, as the letters that carry them are spelled without.
private func isAccent(_ scalar: Unicode.Scalar) -> Bool {
  (0x300...0x36F).contains(scalar.value)
}

private let asciiSpellings: [Unicode.Scalar: String] = {
  var spellings: [Unicode.Scalar: String] = [
    "¶": "p", "§": "sec. ", "±": "+-", "–": "-", "—": "--", "‐": "-", "‑": "-", "−": "-", "…": "...", "×": "x", "÷": "/",
    "·": "-",
    "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "∞": "infinity", "•": "*", "→": "->", "←": "<-", "“": "\"", "”": "\"", "„": "\"",
    "«": "\"", "»": "\"", "‘": "'", "’": "'", "‚": "'", "°": " deg", "€": "EUR ", "£": "GBP ", "¥": "JPY ", "¢": "c", "½": "1/2",
    "¼": "1/4",
    "¾": "3/4", "ª": "a", "º": "o", "¡": "!", "¿": "?", "ß": "ss", "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "Ø": "O", "ø": "o",
    "Þ": "Th",
    "þ": "th", "Ð": "D", "ð": "d", "²": "^2", "³": "^3", "¹": "^1", "†": "+", "‰": " per mille", "©": "(c)", "®": "(R)",
    "™": "(TM)",
    "\u{A0}": " ", "\u{2009}": " ", "\u{202F}": " ", "\u{2002}": " ", "\u{2003}": " ", "\u{200B}": "", "\u{AD}": "",
  ]
  let letters = [
    "A": "ÀÁÂÃÄÅĀĂĄ", "C": "ÇĆĈĊČ", "D": "ĎĐ", "E": "ÈÉÊËĒĔĖĘĚ", "G": "ĜĞĠĢ", "H": "ĤĦ", "I": "ÌÍÎÏĨĪĬĮİ", "J": "Ĵ", "K": "Ķ",
    "L": "ĹĻĽĿŁ", "N": "ÑŃŅŇŊ", "O": "ÒÓÔÕÖŌŎŐ", "R": "ŔŖŘ", "S": "ŚŜŞŠȘ", "T": "ŢŤŦȚ", "U": "ÙÚÛÜŨŪŬŮŰŲ", "W": "Ŵ", "Y": "ÝŶŸ",
    "Z": "ŹŻŽ",
    "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđ", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįı", "j": "ĵ", "k": "ķĸ",
    "l": "ĺļľŀł", "n": "ñńņňŋ", "o": "òóôõöōŏő", "r": "ŕŗř", "s": "śŝşšșſ", "t": "ţťŧț", "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ",
    "z": "źżž",
  ]
  for (letter, accented) in letters {
    for scalar in accented.unicodeScalars { spellings[scalar] = letter }
  }
  return spellings
}()
