/// Text of TeX as plain text and back: accents, signs that need a backslash, braces that only protect capitals.
enum TeXText {
  /// Combining accents by the sign or letter of the command.
  private static let accents: [Character: Unicode.Scalar] = [
    "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}", "=": "\u{304}", ".": "\u{307}",
    "u": "\u{306}",
    "v": "\u{30C}", "H": "\u{30B}", "c": "\u{327}", "k": "\u{328}", "r": "\u{30A}", "d": "\u{323}", "b": "\u{331}",
  ]

  private static let words: [String: String] = [
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å", "AA": "Å", "i": "ı",
    "j": "ȷ", "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textbackslash": "\\",
    "textasciitilde": "~", "textasciicircum": "^", "ldots": "…", "dots": "…", "textellipsis": "…", "P": "¶", "S": "§",
    "pounds": "£",
  ]

  /// Commands that only change how their argument looks.
  private static let looks: Set<String> = [
    "emph", "textit", "textbf", "texttt", "textsc", "mkbibquote", "enquote", "url", "href", "mbox",
  ]

  /// Accents put on their letters, commands resolved, braces taken out, dashes of hyphens made one sign, blanks made one.
  static func plain(_ text: String) -> String {
    var result = ""
    var rest = Array(text)[...]
    while let first = rest.popFirst() {
      switch first {
      case "{", "}", "$": continue
      case "~": result.append(" ")
      case "\\": command(&rest, into: &result)
      case "-" where rest.starts(with: ["-", "-"]):
        rest.removeFirst(2)
        result.append("—")
      case "-" where rest.first == "-":
        rest.removeFirst()
        result.append("–")
      default: result.append(first)
      }
    }
    return result.split { $0.isWhitespace }.joined(separator: " ")
  }

  private static func command(_ rest: inout ArraySlice<Character>, into result: inout String) {
    guard let sign = rest.first else { return }
    guard sign.isASCII, sign.isLetter else {
      rest.removeFirst()
      if let accent = accents[sign], let letter = argument(&rest) {
        result += accented(letter, accent)
      } else {
        result.append(sign)
      }
      return
    }
    var name = ""
    while let letter = rest.first, letter.isASCII, letter.isLetter { name.append(letter); rest.removeFirst() }
    while rest.first == " " { rest.removeFirst() }
    if name.count == 1, let sign = name.first, let accent = accents[sign], let letter = argument(&rest) {
      result += accented(letter, accent)
    } else if let word = words[name] {
      result += word
      if rest.starts(with: ["{", "}"]) { rest.removeFirst(2) }
    } else if !looks.contains(name) {
      result += name
    }
  }

  /// The letter that an accent stands on, from `a`, `{a}` or `\i`.
  private static func argument(_ rest: inout ArraySlice<Character>) -> String? {
    var look = rest
    while look.first == " " || look.first == "{" { look.removeFirst() }
    var letter: String
    if look.first == "\\" {
      look.removeFirst()
      guard let next = look.first, next == "i" || next == "j" else { return nil }
      letter = String(next)
    } else {
      guard let next = look.first, next.isLetter else { return nil }
      letter = String(next)
    }
    look.removeFirst()
    if look.first == "}", rest.first != look.first { look.removeFirst() }
    rest = look
    return letter
  }

  /// A letter and its accent as one character, by canonical composition where there is one.
  private static func accented(_ letter: String, _ accent: Unicode.Scalar) -> String {
    let combined = letter + String(Character(accent))
    return composed[combined] ?? combined
  }

  /// The composed letters of Latin script by base and accent. Two spellings of one letter are equal as keys, since text compares by canonical
  /// equivalence.
  private static let composed: [String: String] = {
    var table: [String: String] = [:]
    let ranges: [ClosedRange<UInt32>] = [0xC0...0x17F, 0x1CD...0x233, 0x1E00...0x1EFF]
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      table[String(Character(scalar))] = String(Character(scalar))
    }
    return table
  }()

  /// With a backslash before what TeX would read as a command.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&", "%", "$", "#", "_": result += "\\\(character)"
      case "{", "}": result += "\\\(character)"
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "\n", "\r", "\r\n", "\t": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
