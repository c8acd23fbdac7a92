import Glibc
import Testing

/// Whole entries and what they print, as files: a line that begins with `> ` is an entry (`. ` continues it), what follows is the result.
///
/// With `COTEJO_RECORD=1` the files are written anew from what is printed, to be read before they are kept.
@Suite struct SessionTests {
  @Test(arguments: [
    "questions.session", "figures.session", "verdicts.session", "change.session", "why.session", "comparisons.session",
    "pipelines.session", "cards.session", "reports.session", "statements.session", "errors.session",
    "hypotheses.session", "checks.session", "guard.session", "whole_casebook.session", "claim_rows.session",
    "claim_tables.session", "traps.session",
  ])
  func printsWhatTheFileSays(name: String) {
    let expected = fixture(name)
    let harness = Harness()
    var actual = ""
    for entry in entries(of: expected) {
      actual += entry.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .map { ($0 == 0 ? "> " : ". ") + $1 + "\n" }.joined()
      actual += harness.enter(entry)
      if !actual.hasSuffix("\n\n") { actual += "\n" }
    }
    if getenv("COTEJO_RECORD") != nil {
      let file = fopen(corpusPath(name), "w")
      defer { if let file { fclose(file) } }
      if let file { fputs(actual, file) }
      return
    }
    #expect(actual == expected)
  }

  private func entries(of session: String) -> [String] {
    var entries: [String] = []
    for line in session.split(separator: "\n") {
      if line.hasPrefix("> ") {
        entries.append(String(line.dropFirst(2)))
      } else if line.hasPrefix(". "), let last = entries.indices.last {
        entries[last] += "\n" + line.dropFirst(2)
      }
    }
    return entries
  }
}
