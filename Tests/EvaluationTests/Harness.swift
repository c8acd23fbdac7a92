import Casebook
import Diagnostics
import Evidence
import Glibc
import Reports
import Semantics
import Synchronization
import Syntax
import Testing

@testable import Evaluation

/// A session on a casebook that is read from text: entries go through the parser and the checker as they do in the shell.
final class Harness: Host {
  let sourceMap = SourceMap()
  let casebook = Casebook()
  let evaluator: Evaluator
  private let reader: CasebookReader
  private var scope = Scope()
  /// What was saved, by path.
  private(set) var saved: [String: Document] = [:]
  /// Files of data, by path.
  private(set) var savedBytes: [String: [UInt8]] = [:]
  /// After so many questions whether to stop, the answer is yes.
  var interruptsAfter: Int?
  private var questions = 0

  init(casebookText: String = fixture("casebook.cotejo"), budget: Budget = Budget()) {
    let reader = CasebookReader(casebook: casebook, sourceMap: sourceMap)
    self.reader = reader
    let file = sourceMap.add(name: "casebook.cotejo", text: casebookText)
    let parsed = parse(file)
    let problems = parsed.diagnostics + reader.read([parsed.program])
    let (casebook, sourceMap) = (casebook, sourceMap)
    let late = LateHost()
    evaluator = Evaluator(casebook: casebook, sourceMap: sourceMap, host: late, budget: budget) { rule in
      let checked = reader.rules.rule(rule) {
        Checker(casebook: casebook, units: reader.units, sourceMap: sourceMap, scope: Scope())
      }
      return checked.map {
        Derivation(
          expression: $0.expression, because: $0.because, caveats: $0.caveats, range: $0.range, diagnostics: $0.diagnostics)
      }
    }
    late.host = self
    for problem in problems { Issue.record("the casebook: \(text(problem))") }
  }

  // MARK: Host

  var isInterrupted: Bool {
    questions += 1
    return interruptsAfter.map { questions > $0 } ?? false
  }

  func progress(rows: Int, bytes: Int, of allBytes: Int) {}

  func save(to path: String, _ body: (_ write: @escaping @Sendable ([UInt8]) throws -> Void) throws -> Void) throws {
    let bytes = Mutex<[UInt8]>([])
    try body { part in bytes.withLock { $0 += part } }
    savedBytes[path] = bytes.withLock(\.self)
  }

  func save(_ document: Document, to path: String) throws(HostFailure) {
    guard !path.hasPrefix("/") else {
      throw HostFailure(.notAllowed, "nothing may be written outside the working directory", notes: ["--allow-write lets it"])
    }
    saved[path] = document
  }

  var colophon: [ColophonEntry] { [ColophonEntry("Casebook", "casebook.cotejo")] }

  // MARK: Entries

  /// The checked statements of an entry, and what was wrong with it.
  func check(_ entry: String) -> ([CheckedStatement], [Diagnostic]) {
    let file = sourceMap.add(name: "entry", text: entry)
    let parsed = parse(file)
    guard parsed.diagnostics.isEmpty else { return ([], parsed.diagnostics) }
    var checker = Checker(casebook: casebook, units: reader.units, sourceMap: sourceMap, scope: scope)
    let statements = checker.check(parsed.program)
    if !checker.diagnostics.contains(where: { $0.severity == .error }) { scope = checker.scope }
    return (statements, checker.diagnostics)
  }

  /// What an entry prints at a terminal of 100 columns, messages included.
  func enter(_ entry: String) -> String {
    let (statements, diagnostics) = check(entry)
    var output = diagnostics.map(text).joined()
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return output }
    for statement in statements {
      let outcome = evaluator.run(statement)
      if let document = outcome.document { output += TerminalRenderer(width: 100).render(document) }
      output += outcome.diagnostics.map(text).joined()
    }
    return output
  }

  /// The value of an expression.
  func value(_ expression: String) throws -> Value {
    let (statements, diagnostics) = check(expression)
    if let first = diagnostics.first { throw first }
    guard case .expression(let checked, _)? = statements.first?.node else {
      throw Diagnostic(.wrongType, "no expression", at: SourceRange(file: SourceFileID(0), start: 0, end: 0))
    }
    return try evaluator.evaluate(checked)
  }

  /// A message as lines: its code and sentence, each place with what is said of it, then the notes.
  func text(_ diagnostic: Diagnostic) -> String {
    var lines = ["\(diagnostic.severity)[\(diagnostic.code.rawValue)]: \(diagnostic.message)"]
    for label in diagnostic.labels { lines.append("  at `\(sourceMap.text(label.range))`: \(label.text)") }
    lines += diagnostic.notes.map { "  = \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Stands between the evaluator and a host that can be made only after it.
private final class LateHost: Host {
  weak var host: Harness?
  var isInterrupted: Bool { host?.isInterrupted ?? false }
  func progress(rows: Int, bytes: Int, of allBytes: Int) {}
  func save(to path: String, _ body: (_ write: @escaping @Sendable ([UInt8]) throws -> Void) throws -> Void) throws {
    try host?.save(to: path, body)
  }

  func save(_ document: Document, to path: String) throws(HostFailure) { try host?.save(document, to: path) }
  var colophon: [ColophonEntry] { host?.colophon ?? [] }
}

/// The text of a file in the corpus; a file that can't be read is reported.
func fixture(_ name: String, folder: String = #filePath) -> String {
  let path = corpusPath(name, folder)
  guard let file = fopen(path, "r") else {
    Issue.record("cannot read \(path)")
    return ""
  }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { break }
    bytes += buffer[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}

func corpusPath(_ name: String, _ folder: String = #filePath) -> String {
  let parent = folder.split(separator: "/").dropLast().joined(separator: "/")
  return "/\(parent)/Corpus/\(name)"
}
