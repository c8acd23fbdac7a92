import Glibc
import LineEditing

/// A small shell for a toy language, run by the tests on a pseudo-terminal. It reads entries with the real editor and prints what
/// it got, one line each, with everything but printable ASCII escaped.
@main
enum Probe {
  static func main() {
    let configuration = LineEditorConfiguration(historyPath: getenv("PROBE_HISTORY").map { String(cString: $0) })
    guard let editor = LineEditor(configuration: configuration, delegate: ToyLanguage()) else {
      var reader = StandardInputReader()
      while let entry = reader.readEntry(completeness: ToyLanguage().completeness) { report("piped", entry) }
      exit(0)
    }
    if editor.skippedHistoryLines > 0 { report("skipped", String(editor.skippedHistoryLines)) }
    while true {
      switch editor.readEntry(prompt: "toy> ") {
      case .entry("quit"):
        editor.close()
        report("closed", "")
        exit(0)
      case .entry("work"): work()
      case .entry(let text):
        editor.addToHistory(text)
        report("entry", text)
      case .interrupted: report("interrupted", "")
      case .endOfInput:
        report("end", "")
        exit(0)
      }
    }
  }

  /// Something that takes for ever, until it is interrupted.
  private static func work() {
    report("working", "")
    while !InterruptFlag.isRaised { usleep(1000) }
    report("stopped", "")
  }

  private static func report(_ kind: String, _ text: String) {
    let escaped = text.unicodeScalars.map {
      $0.isASCII && $0.value >= 0x20 ? String($0) : "{" + String($0.value, radix: 16) + "}"
    }
    try? FileDescriptorOutput.standard.write("= \(kind) [\(escaped.joined())]\n")
  }
}

/// Brackets nest, `show` and `where` are keywords, and there are some names to complete.
final class ToyLanguage: LineEditorDelegate {
  private static let closing: [Character: Character] = ["(": ")", "{": "}"]
  private static let names: [Candidate] =
    [
      Candidate(text: "navy", detail: "Mexican Navy"), Candidate(text: "naval_infantry", detail: "marines"),
      Candidate(text: "peña_nieto", display: "Peña Nieto", detail: "president"), Candidate(text: "personnel", detail: "people"),
      Candidate(text: "ports", detail: "ports"),
    ] + (10..<310).map { Candidate(text: "z\($0)", detail: "number \($0)") }

  func completeness(of text: String) -> EntryCompleteness {
    var open: [(bracket: Character, line: Int)] = []
    var line = 1
    for character in text {
      if character == "\n" { line += 1 }
      if Self.closing[character] != nil { open.append((character, line)) }
      if let last = open.last, Self.closing[last.bracket] == character { open.removeLast() }
    }
    guard let last = open.last else { return .complete }
    return .incomplete(indentation: 2 * open.count, open: "\(last.bracket)\(last.line)")
  }

  func completions(in text: String, at cursor: Int) -> CompletionList {
    let before = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
    let word = before.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed()
    let typed = String(word).lowercased()
    let found = Self.names.filter { fold($0.text).hasPrefix(fold(typed)) }
    return CompletionList(replacing: (cursor - String(word).utf8.count)..<cursor, with: found)
  }

  func highlights(in text: String) -> [StyledRange] {
    ["show", "where"].flatMap { keyword in
      text.ranges(of: keyword).map { range in
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return StyledRange(start..<(start + keyword.utf8.count), TextStyle(.blue, bold: true))
      }
    }
  }

  func brackets(in text: String, at cursor: Int) -> BracketMarks {
    var depth = 0
    var unmatched: [Int] = []
    for (offset, byte) in text.utf8.enumerated() {
      if byte == UInt8(ascii: "(") { depth += 1 }
      guard byte == UInt8(ascii: ")") else { continue }
      if depth == 0 { unmatched.append(offset) } else { depth -= 1 }
    }
    return BracketMarks(unmatched: unmatched)
  }

  func hint(after text: String) -> String? {
    text == "na" ? "vy.personnel in 2018" : text.isEmpty ? getenv("PROBE_HINT").map { String(cString: $0) } : nil
  }

  private func fold(_ text: String) -> String { String(text.map { $0 == "ñ" ? "n" : $0 }) }
}
