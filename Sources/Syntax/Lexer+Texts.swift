import Diagnostics

extension Lexer {
  /// How deep texts and braces may stand in one another.
  private static var deepestText: Int { 32 }

  /// Reads `"…"` or `"""…"""`; the opening sign is at the current position.
  mutating func readText() {
    let start = position
    if byte(at: start + 1) == 0x22, byte(at: start + 2) == 0x22 {
      flags.insert(.multiline)
      scanText(from: start, contentStart: start + 3, closing: .triple)
    } else {
      var current = start + 1
      while current < end {
        let byte = bytes[current]
        if byte == 0x22 {
          position = current + 1
          append(.text, from: start)
          return
        }
        if byte == 0x5C || byte == 0x7B || byte == 0x0A || byte == 0x0D { break }
        current += 1
      }
      scanText(from: start, contentStart: start + 1, closing: .straight)
    }
  }

  /// Reads a text in typographic quotation marks.
  mutating func readTypographicText() {
    flags.insert(.typographic)
    scanText(from: position, contentStart: position + 3, closing: .typographic)
  }

  /// By what an open part of a text is closed.
  private enum Closing { case straight, triple, typographic, brace }

  /// Reads on to the end of a text in which expressions or escapes may stand.
  private mutating func scanText(from start: Int, contentStart: Int, closing: Closing) {
    var open: [Closing] = [closing]
    var braces: [Int] = []
    var isComposed = false
    var current = contentStart
    scan: while current < end, let innermost = open.last {
      let byte = bytes[current]
      if (byte == 0x0A || byte == 0x0D) && !(open.allSatisfy { $0 == .triple || $0 == .brace }) { break }
      switch (innermost, byte) {
      case (.brace, 0x7D):
        open.removeLast()
        braces.removeLast()
        current += 1
      case (.brace, 0x7B):
        open.append(.brace)
        braces.append(current)
        current += 1
      case (.brace, 0x22):
        let isTriple = self.byte(at: current + 1) == 0x22 && self.byte(at: current + 2) == 0x22
        open.append(isTriple ? .triple : .straight)
        current += isTriple ? 3 : 1
      case (.brace, 0x60):
        current += 1
        while current < end, bytes[current] != 0x60, bytes[current] != 0x0A { current += 1 }
        if self.byte(at: current) == 0x60 { current += 1 }
      case (.brace, _):
        current += 1
      case (.straight, 0x22):
        open.removeLast()
        current += 1
      case (.triple, 0x22) where self.byte(at: current + 1) == 0x22 && self.byte(at: current + 2) == 0x22:
        open.removeLast()
        current += 3
      case (.typographic, 0x22):
        open.removeLast()
        current += 1
      case (.typographic, 0xE2) where isTypographicQuote(at: current):
        open.removeLast()
        current += 3
      case (_, 0x5C):
        isComposed = true
        current += 1
        if current < end, bytes[current] != 0x0A, bytes[current] != 0x0D { current += 1 }
      case (_, 0x7B):
        isComposed = true
        open.append(.brace)
        braces.append(current)
        current += 1
      default:
        current += 1
      }
      if open.count > Self.deepestText {
        diagnostics.append(
          Diagnostic(
            .tooDeep, "texts and expressions stand too deep in one another here", at: range(current - 1, current),
            "more than \(Self.deepestText) levels", notes: ["give the inner parts names with `let`"]))
        while current < end, classes[Int(bytes[current])] != .lineEnd { current += 1 }
        position = current
        append(.invalid, from: start)
        return
      }
    }
    position = min(current, end)
    if isComposed { flags.insert(.composed) }
    if !open.isEmpty {
      flags.insert(.broken)
      reportUnclosed(start: start, contentStart: contentStart, brace: braces.first, closing: closing)
    }
    append(.text, from: start)
  }

  private mutating func reportUnclosed(start: Int, contentStart: Int, brace: Int?, closing: Closing) {
    if let brace {
      diagnostics.append(
        Diagnostic(
          .unclosedText, "the expression in this text has no closing brace", at: range(brace, brace + 1), "opened here",
          notes: ["close it with `}`; a brace that is only a sign is written `\\{`"]))
    } else if closing == .triple {
      diagnostics.append(
        Diagnostic(
          .unclosedText, "this text has no end", at: range(start, contentStart), "opened here",
          notes: ["close it with three quotation marks"]))
    } else {
      diagnostics.append(
        Diagnostic(
          .unclosedText, "a text ends on the line on which it begins", at: range(start, contentStart), "opened here",
          notes: ["write the closing quotation mark; a text of several lines stands between three of them"]))
    }
  }

  /// `“`, `”`, `„` or `‟`.
  func isTypographicQuote(at offset: Int) -> Bool {
    byte(at: offset) == 0xE2 && byte(at: offset + 1) == 0x80 && (0x9C...0x9F).contains(byte(at: offset + 2))
  }
}
