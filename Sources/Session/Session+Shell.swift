import Casebook
import Diagnostics
import Evaluation
import Evidence
import Reports
import Semantics
import Syntax
import Names

/// The shell's own words: `help`, `list`, `explain`, `set`.
extension Session {
  /// Answers a request, or says what is wrong with it: then the result is false.
  func answer(_ request: ShellRequest, at range: SourceRange, output: (Output) -> Void) -> Bool {
    do throws(Diagnostic) {
      switch request {
      case .help(let topic): output(.document(topic.isEmpty ? Help.overview : help(on: topic.joined(separator: " "))))
      case .list(let words): output(.document(try list(words.joined(separator: " "), at: range)))
      case .explain(let code): output(.document(try explain(code, at: range)))
      case .set(let name, let value): output(.document(try set(name, value, at: range)))
      case .quit: break
      }
      return true
    } catch {
      output(.diagnostics([error]))
      return false
    }
  }

  // MARK: help

  /// What is known of a name: a word of the language, a definition, a function, a kind, a property, an entity, a page of the guide.
  func help(on topic: String) -> Document {
    let folded = foldName(topic)
    if let statement = Topics.statement(folded) ?? Topics.part(folded) { return Help.page(of: statement) }
    if let entry = scope.definition(named: folded) { return Help.page(of: entry, in: casebook, sourceMap) }
    if let builtin = Builtin(rawValue: folded) { return Help.page(of: builtin) }
    if let function = TableFunction(rawValue: folded) { return Help.page(of: function) }
    let wanted = Topics.blockWords.contains(folded) ? "tables" : folded
    if let page = library.files(in: "guide").first(where: { foldName($0.path) == "guide/\(wanted).md" }) {
      return GuidePage.document(String(decoding: page.bytes, as: UTF8.self))
    }
    if let kind = casebook.kind(named: folded) { return Help.page(of: casebook[kind], in: casebook) }
    if let property = casebook.property(named: folded) { return Help.page(of: casebook[property], in: casebook) }
    if case .exact(let entity) = casebook.match(topic) { return Help.page(of: entity, in: casebook) }
    if case .one(let entity, _) = casebook.match(topic) { return Help.page(of: entity, in: casebook) }
    let near = Suggestion.nearest(
      to: topic,
      among: (Topics.statements + Topics.parts).map(\.word) + TableFunction.allCases.map(\.rawValue)
        + Builtin.allCases.map(\.rawValue) + casebook.kinds.map(\.name)
        + casebook.properties.map(\.name))
    var words: [Inline] = [.text("There is no help on "), .code(topic), .text(".")]
    if !near.isEmpty { words.append(.text(" Did you mean \(near.joined(separator: " or "))?")) }
    words += [.text(" "), .code("help"), .text(" lists the words of the language.")]
    return Document(blocks: [.paragraph(words)])
  }

  // MARK: list

  private func list(_ what: String, at range: SourceRange) throws(Diagnostic) -> Document {
    let folded = foldName(what)
    switch folded {
    case "", "kinds": return Help.list(of: casebook.kinds, in: casebook)
    case "properties": return Help.list(of: casebook.properties, in: casebook)
    case "functions": return Help.listOfFunctions
    case "measures", "filters", "comparisons", "reports", "definitions", "hypotheses":
      let category = folded == "definitions" ? nil : folded == "hypotheses" ? folded : String(folded.dropLast())
      return Help.list(of: scope.definitions.filter { category == nil || $0.category == category }, called: folded)
    case "units": return Help.list(of: reader.units)
    case "policies": return Help.list(of: evaluator.policies)
    case "casebooks": return Help.list(casebooks: library.casebooks, used: modules.used)
    default:
      if let kind = casebook.kind(named: folded) ?? casebook.kind(named: words(joined: folded)) {
        return Help.list(of: kind, in: casebook)
      }
      let near = Suggestion.nearest(to: what, among: casebook.kinds.map(\.plural) + Help.lists)
      throw Diagnostic(
        .unknownKind, "there is no list of \(what)", at: range, "unknown",
        notes: [
          Suggestion.note(near)
            ?? "`list kinds` shows the kinds, and each of them has a list; so have "
            + Help.lists.dropFirst().joined(separator: ", ")
        ])
    }
  }

  /// `criminal groups` as the kind is called.
  private func words(joined text: String) -> String { text.split(separator: " ").joined(separator: "_") }

  // MARK: explain

  private func explain(_ code: String, at range: SourceRange) throws(Diagnostic) -> Document {
    if let known = DiagnosticCode(number: code) { return Help.page(of: known) }
    let near = Suggestion.nearest(to: code.uppercased(), among: DiagnosticCode.allCases.map(\.rawValue))
    throw Diagnostic(
      .unknownName, "no message has the code \(code)", at: range, "unknown",
      notes: [
        Suggestion.note(near) ?? "a code is printed with every message: error[E031]"
      ])
  }

  // MARK: set

  private func set(_ name: String, _ value: String?, at range: SourceRange) throws(Diagnostic) -> Document {
    guard let policy = PolicyName(rawValue: foldName(name)) else {
      throw Diagnostic(
        .unknownName, "there is no policy \(name)", at: range, "unknown",
        notes: ["policies are " + PolicyName.allCases.map(\.rawValue).joined(separator: ", ")])
    }
    if let value {
      var policies = evaluator.policies
      if let problem = policies.set(name, to: value) { throw Diagnostic(problem.code, problem.message, at: range, value) }
      let flips = evaluator.adopt(policies)
      return Document(blocks: [.paragraph([.text(policy.describe(policies))])] + flips)
    }
    return Document(blocks: [.paragraph([.text(policy.describe(evaluator.policies))])])
  }
}
