/// A text for the body of an HTML page or for an attribute in double quotes.
func htmlEscaped(_ text: String) -> String {
  htmlEntities(visibleLine(text))
}

/// As `htmlEscaped`, with its line ends.
func htmlEscapedLines(_ text: String) -> String {
  htmlEntities(visibleLines(text))
}

private func htmlEntities(_ text: String) -> String {
  let special: Set<UInt8> = [UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'")]
  guard text.utf8.contains(where: special.contains) else { return text }
  var result = ""
  result.reserveCapacity(text.utf8.count + 16)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
