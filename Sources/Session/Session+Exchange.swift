import Casebook
public import Diagnostics
import Exchange
import Semantics
import Syntax

/// Files of other programs: read into statements of the language, and written from a casebook.
extension Session {
  /// What a file of another program came to.
  public struct Imported {
    /// Statements in the canonical layout; empty where anything is wrong.
    public var text: String
    /// In the order of the places in that file.
    public var diagnostics: [Diagnostic]
    /// What the statements have no place for: `volume (3)`.
    public var losses: [String]
    /// `37 sources`
    public var summary: String
  }

  /// What can be imported, by the endings of names.
  public static let importEndings = ["json", "bib", "csv", "jsonl"]

  /// The formats of `export`.
  public enum ExportFormat: String, CaseIterable, Sendable { case csv, jsonl, csl, biblatex, graphml }

  /// Reads a file of another program, which is told by the ending of its name. Claims are checked against the casebooks that this session
  /// has read if `isChecked`, otherwise only for what the language can read.
  public func importing(_ path: String, isChecked: Bool) throws(Files.Failure) -> Imported {
    let file = try open(path)
    switch path.split(separator: ".").last {
    case "csv": return importing(ClaimSheet(csv: file.bytes), file, isChecked)
    case "jsonl": return importing(ClaimSheet(jsonLines: file.bytes), file, isChecked)
    case "bib": return importing(Bibliography(biblatex: file.bytes), file)
    default: return importing(Bibliography(csl: file.bytes), file)
    }
  }

  private func importing(_ bibliography: Bibliography, _ file: SourceFile) -> Imported {
    var losses = bibliography.losses
    let text = SourceText.declarations(of: bibliography.sources, losses: &losses)
    return imported(
      text, bibliography.problems.map { diagnostic($0, in: file) }, losses, count: bibliography.sources.count, "source",
      from: file)
  }

  private func importing(_ sheet: ClaimSheet, _ file: SourceFile, _ isChecked: Bool) -> Imported {
    let claims = ClaimText(sheet.rows) { name in
      guard let property = casebook.property(named: name), case .text = casebook[property].value else { return false }
      return true
    }
    var found = (sheet.problems + claims.problems).map { diagnostic($0, in: file) }
    let parsed = parse(sourceMap.add(name: file.name, text: claims.text))
    var diagnostics = parsed.diagnostics
    if isChecked {
      diagnostics += reader.prepare([parsed.program])
      reader.finish(keeping: false)
    }
    found += diagnostics.map { moved($0, claims, sheet.rows, to: file) }
    return imported(claims.text, found.inOrderOfPlace(), Losses(), count: sheet.rows.count, "claim", from: file)
  }

  private func imported(
    _ text: String, _ diagnostics: [Diagnostic], _ losses: Losses, count: Int, _ what: String, from file: SourceFile
  ) -> Imported {
    let isRight = !diagnostics.contains { $0.severity == .error }
    let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
    let whole = "# From \(name.map { $0.isNewline ? " " : String($0) }.joined()).\n\n" + text
    return Imported(
      text: isRight ? format(sourceMap.add(name: file.name, text: whole)).text ?? whole : "", diagnostics: diagnostics,
      losses: losses.lines, summary: "\(count) \(what)\(count == 1 ? "" : "s")")
  }

  private func diagnostic(_ problem: ExchangeProblem, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      .badImport, problem.message,
      at: SourceRange(file: file.id, start: problem.range.lowerBound, end: problem.range.upperBound),
      problem.label, notes: problem.hint.map { [$0] } ?? [], severity: problem.isWarning ? .warning : .error)
  }

  /// What was said of the statements, said of the cells that they were made of.
  private func moved(_ diagnostic: Diagnostic, _ claims: ClaimText, _ rows: [ClaimRow], to file: SourceFile) -> Diagnostic {
    var moved = diagnostic
    let place = diagnostic.labels.first.map { Int($0.range.start) } ?? 0
    guard let near = claims.stretch(at: place), near.row < rows.count else { return moved }
    let row = rows[near.row]
    let range = row.cells[near.column]?.range ?? row.range
    moved.message = "row \(row.number), column \(near.column.rawValue): \(diagnostic.message)"
    moved.labels = [
      Diagnostic.Label(
        SourceRange(file: file.id, start: range.lowerBound, end: range.upperBound), diagnostic.labels.first?.text ?? "")
    ]
    moved.fixIts = []
    if diagnostic.code == .claimWithoutSource { moved.notes = ["fill in the column source, and locator for the place in it"] }
    return moved
  }

  // MARK: Writing

  /// Reads a casebook, by the name of one in the Library or by its path. Gives what is wrong with it.
  public func read(casebook name: String) -> [Diagnostic] {
    let isPath = files.isFolder(name) || name.hasSuffix(".cotejo") || !library.folders.contains(name)
    return define(modules.load(isPath && !name.contains("/") ? "./" + name : name, askedAt: nil, from: ""))
  }

  /// All that has been read, in a format of another program, and what that format doesn't hold.
  public func export(_ format: ExportFormat) -> (text: String, losses: [String]) {
    casebook.loadAll()
    var losses = Losses()
    let declarations =
      "declarations: kinds, properties, units, sources and the full names of entities stay in the casebook's own files"
    switch format {
    case .csv: return (ClaimSheet(of: casebook, losses: &losses).csv, [declarations] + losses.lines)
    case .jsonl: return (ClaimSheet(of: casebook, losses: &losses).jsonLines, [declarations] + losses.lines)
    case .csl: return (Bibliography(casebook.sources).csl, [])
    case .biblatex:
      let text = Bibliography(casebook.sources).biblatex(losses: &losses)
      return (text, losses.lines)
    case .graphml:
      let text = GraphML.text(of: casebook, losses: &losses)
      return (text, losses.lines)
    }
  }

  /// Writes a new file that the user named on the command line; one that is there is left as it is.
  public static func create(_ path: String, with text: String) throws(Files.Failure) {
    try Files.createNamed(Array(text.utf8), at: path)
  }
}
