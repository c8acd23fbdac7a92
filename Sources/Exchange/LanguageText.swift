import Evidence

/// Pieces of the language as text: names, texts, times, places in a source.
enum LanguageText {
  /// A name, in back-ticks where it isn't plainly one. Nil where the language has no way to write it.
  static func name(_ name: String) -> String? {
    if isPlain(name), !reserved.contains(name.lowercased()) { return name }
    let isQuotable = !name.isEmpty && !name.unicodeScalars.contains { $0 == "`" || $0.value < 0x20 || $0.value == 0x7F }
    return isQuotable ? "`\(name)`" : nil
  }

  /// A text in quotation marks, on one line.
  static func text(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "{": result += "\\{"
      case "}": result += "\\}"
      case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A time; nil where the language has no form for it (seasons, uncertain dates, unknown ends).
  static func time(_ time: TimeSpan) -> String? {
    let text = time.description
    if text == "unknown" { return text }
    let dates = text.split(separator: ".", omittingEmptySubsequences: false).filter { !$0.isEmpty }
    let isPlain = (1...2).contains(dates.count) && dates.allSatisfy(isDate) && (dates.count == 2 || text != "..")
    return isPlain ? text : nil
  }

  /// A place in a source: as it stands where the language knows its form, otherwise with `at`.
  static func locator(_ locator: String) -> String {
    let parts = locator.split(separator: ",").map { String($0).trimmed }
    if !parts.isEmpty, parts.allSatisfy(isKnownLocator), parts.joined(separator: ", ") == locator { return locator }
    return "at " + text(locator)
  }

  /// A name made of letters, digits and `_` for something that has another key: `Ellis-2018:a` gives `ellis_2018_a`.
  static func identifier(from text: String, folded: (String) -> String) -> String {
    var result = ""
    for byte in folded(text).utf8 {
      if byte.isLetter || byte.isDigit || byte == 0x5F {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else if !result.isEmpty, !result.hasSuffix("_") {
        result += "_"
      }
    }
    while result.hasSuffix("_") { result.removeLast() }
    if let first = result.utf8.first, first.isDigit { result = "source_" + result }
    return result
  }

  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first, first.isLetter || first == 0x5F else { return false }
    return name.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x5F }
  }

  /// Words that mean something else where a name may stand.
  private static let reserved: Set<String> = [
    "none", "unknown", "unquantified", "yes", "no", "the", "about", "some", "more", "fewer", "less", "at", "up", "as", "low",
    "peak",
    "approximately", "around", "in", "during", "from", "via", "supported", "scope", "caveat", "words", "grade", "preferred",
    "deprecated", "reportedly", "allegedly", "estimated", "denied", "note", "caption", "figure", "table", "p", "pp", "par",
  ]

  private static func isDate(_ text: Substring) -> Bool {
    let bytes = Array(text.hasSuffix("~") ? text.dropLast().utf8 : text.utf8)
    guard [4, 7, 10].contains(bytes.count) else { return false }
    guard bytes.enumerated().allSatisfy({ $0 == 4 || $0 == 7 ? $1 == 0x2D : $1.isDigit }) else { return false }
    // Above 12 stand the seasons of EDTF.
    return bytes.count == 4 || (Int(String(decoding: bytes[5...6], as: UTF8.self)) ?? 13) <= 12
  }

  private static func isKnownLocator(_ text: String) -> Bool {
    if text.hasPrefix("¶") { return isRange(text.dropFirst()) }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2 else { return false }
    switch words[0] {
    case "p.": return isNumber(words[1])
    case "pp.": return isRange(words[1]) && words[1].contains("-")
    case "note": return isRange(words[1])
    case "caption", "figure", "table":
      return isNumber(words[1])
        || (words[1].utf8.count <= 8 && words[1].utf8.first?.isLetter == true && words[1].utf8.contains(where: \.isDigit)
          && words[1].utf8.allSatisfy { $0.isLetter || $0.isDigit })
    default: return false
    }
  }

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    (1...9).contains(text.utf8.count) && text.utf8.allSatisfy(\.isDigit)
  }

  private static func isRange(_ text: some StringProtocol) -> Bool {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    return (1...2).contains(ends.count) && ends.allSatisfy { isNumber($0) }
  }
}
