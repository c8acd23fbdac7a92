/// Inlines as one line of Markdown. Every sign that CommonMark, its table and footnote extensions or Pandoc's would read as markup is
/// escaped. `startsLine` guards signs that mean something only there (`1.`, `-`, `:`).
func markdownText(_ inlines: [Inline], startsLine: Bool = false, inTable: Bool = false) -> String {
  var composer = MarkdownComposer(inTable: inTable)
  for run in inlineRuns(inlines) { composer.append(run) }
  let text = composer.finish()
  return startsLine ? guardingLineStart(text) : text
}

/// The length of the longest run of backticks.
func longestBacktickRun(_ text: String) -> Int {
  var longest = 0
  var current = 0
  for byte in text.utf8 {
    current = byte == UInt8(ascii: "`") ? current + 1 : 0
    longest = max(longest, current)
  }
  return longest
}

/// Gathers runs of one emphasis, so that delimiters stand where CommonMark's flanking rules take them for delimiters.
private struct MarkdownComposer {
  let inTable: Bool
  private var result = ""
  private var group = ""
  private var delimiter = ""

  init(inTable: Bool) {
    self.inTable = inTable
  }

  mutating func append(_ run: InlineRun) {
    var isEmphasised = run.isEmphasised
    var markup: String
    switch run.leaf {
    case .noteMark(let numbers):
      begin("")
      group += numbers.map { "[^" + String($0) + "]" }.joined()
      return
    case .code(let code): markup = codeSpan(code)
    case .link(let url, let text): markup = link(url, text)
    case .conflictMark: markup = "\u{A0}" + conflictSign
    case .absent(let text):
      isEmphasised = true
      markup = markdownEscaped(text)
    default: markup = markdownEscaped(run.leaf.words)
    }
    if markup.isEmpty { return }
    begin((run.isStrong ? "**" : "") + (isEmphasised ? "*" : ""))
    if group.last == " " || (group.isEmpty && (result.isEmpty || result.last == " ")) {
      // Blanks at the start of a line, or two in a row, could be markup.
      markup = String(markup.drop { $0 == " " })
    }
    group += markup
  }

  mutating func finish() -> String {
    flush()
    while result.last == " " { result.removeLast() }
    return result
  }

  private mutating func begin(_ next: String) {
    if next != delimiter { flush() }
    delimiter = next
  }

  /// Blanks stand outside the delimiters. Where a delimiter would touch a letter or another delimiter, an empty comment keeps them apart.
  private mutating func flush() {
    defer { group = "" }
    guard !delimiter.isEmpty else {
      if needsSeparator(before: group) { result += separator }
      result += group
      return
    }
    let leading = group.prefix { $0 == " " }
    var content = group[leading.endIndex...]
    var trailing = ""
    while content.last == " " {
      content.removeLast()
      trailing = " "
    }
    if !leading.isEmpty { result += " " }
    if !content.isEmpty {
      if let last = result.last, !last.isWhitespace, last == "*" || last.isLetter || last.isNumber { result += separator }
      result += delimiter + content + String(delimiter.reversed())
    }
    result += trailing
  }

  private let separator = "<!-- -->"

  private func needsSeparator(before text: String) -> Bool {
    guard result.hasSuffix("*"), !result.hasSuffix("\\*"), let first = text.first else { return false }
    return first.isLetter || first.isNumber || first == "*"
  }

  /// In a table a pipe ends the cell even in code, and not every reader takes it escaped there; such code is shown as text.
  private func codeSpan(_ code: String) -> String {
    let shown = visibleLine(code)
    if shown.isEmpty { return "" }
    if inTable, shown.utf8.contains(UInt8(ascii: "|")) { return markdownEscaped(shown) }
    let fence = String(repeating: "`", count: longestBacktickRun(shown) + 1)
    let padding = shown.hasPrefix("`") || shown.hasSuffix("`") || shown.hasPrefix(" ") ? " " : ""
    return fence + padding + shown + padding + fence
  }

  private func link(_ url: String, _ text: String) -> String {
    guard let destination = linkDestination(url) else {
      return markdownEscaped(url == text ? text : text + " <" + url + ">")
    }
    let target = destination.replacing("|", with: "%7C")
    return url == text ? "<" + target + ">" : "[" + markdownEscaped(text) + "](<" + target + ">)"
  }
}

/// The text on one line with every sign escaped that could be read as markup inside a line.
func markdownEscaped(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count + 16)
  var previous: Unicode.Scalar = "\n"
  for scalar in visibleLine(text).unicodeScalars {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "^", "$", "@", "#": result += "\\"
    case "-" where previous == "-": result += "\\"
    case " " where previous == " ": continue
    default: break
    }
    result.unicodeScalars.append(scalar)
    previous = scalar
  }
  return result
}

/// Escapes what would begin a list, a definition, a heading's underline or a title block.
private func guardingLineStart(_ text: String) -> String {
  guard let first = text.first else { return text }
  if "+-=:%".contains(first) { return "\\" + text }
  let marker = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
  let rest = text[marker.endIndex...]
  guard let sign = rest.first, sign == "." || sign == ")", rest.dropFirst().first.map({ $0 == " " }) ?? true else {
    return guardingParenthesis(text)
  }
  let isNumeral = !marker.isEmpty && marker.allSatisfy { $0.isNumber }
  let isLetter = marker.count == 1 && (sign == ")" || marker.allSatisfy { $0.isLowercase })
  let isRoman = !marker.isEmpty && marker.allSatisfy { "ivxlcdm".contains($0) || (sign == ")" && "IVXLCDM".contains($0)) }
  return isNumeral || isLetter || isRoman ? marker + "\\" + rest : text
}

/// Pandoc reads `(1)` and `(a)` as the beginning of a list, too.
private func guardingParenthesis(_ text: String) -> String {
  guard text.first == "(" else { return text }
  let rest = text.dropFirst().drop { $0.isASCII && ($0.isLetter || $0.isNumber) }
  return rest.first == ")" ? "\\" + text : text
}
