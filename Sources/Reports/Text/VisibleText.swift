/// The text with everything that would act instead of being read made visible, on one line: an escape character comes out as
/// `\u{1b}`, and so do the other control characters and the marks that reverse the direction of text (the set of Unicode Technical
/// Standard 55, section 2.2). Runs of line ends and tabs become one blank.
func visibleLine(_ text: String) -> String {
  visible(text, keepsLines: false)
}

/// As `visibleLine`, but line ends stay (as `\n`, whichever way they were written) and a tab becomes four blanks.
func visibleLines(_ text: String) -> String {
  visible(text, keepsLines: true)
}

private func visible(_ text: String, keepsLines: Bool) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
  var result = ""
  result.reserveCapacity(text.utf8.count + 16)
  var previousWasBreak = false
  var previousWasReturn = false
  for scalar in text.unicodeScalars {
    let isBreak = isLineBreak(scalar) || scalar == "\t"
    if isBreak {
      if !keepsLines {
        if !previousWasBreak { result.append(" ") }
      } else if scalar == "\t" {
        result.append("    ")
      } else if !(scalar == "\n" && previousWasReturn) {
        result.append("\n")
      }
    } else if needsEscape(scalar) {
      appendEscape(of: scalar, to: &result)
    } else {
      result.unicodeScalars.append(scalar)
    }
    previousWasBreak = isBreak
    previousWasReturn = scalar == "\r"
  }
  return result
}

/// `\u{…}`, as the language itself writes a character by its number.
func appendEscape(of scalar: Unicode.Scalar, to text: inout String) {
  text += "\\u{"
  text += String(scalar.value, radix: 16)
  text += "}"
}

private func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
  default: false
  }
}

private func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F: true
  case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
  case 0xFEFF, 0xFFF9...0xFFFB: true
  case let value: value & 0xFFFE == 0xFFFE
  }
}
