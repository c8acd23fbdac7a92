import Casebook
import Diagnostics
import Evidence
import Semantics
import Syntax
import Names

/// One way to go on at the cursor.
public struct CompletionCandidate: Hashable, Sendable {
  public var text: String
  /// What it is, in a few words: a title, a unit, a kind.
  public var detail: String
}

/// What could stand at the cursor, and the stretch of the entry (in UTF-8 bytes) that each would replace.
public struct Completions: Sendable {
  public var replacement: Range<Int>
  public var candidates: [CompletionCandidate]
}

/// Finds what could stand at a place of an entry: properties after an entity's dot, times after `in`, names elsewhere.
struct Completion {
  let casebook: Casebook
  let scope: Scope
  let casebookNames: [String]

  func completions(in text: String, at cursor: Int) -> Completions {
    let bytes = Array(text.utf8)
    let end = min(max(0, cursor), bytes.count)
    var start = end
    while start > 0, Self.isNameByte(bytes[start - 1]) { start -= 1 }
    let typed = String(decoding: bytes[start..<end], as: UTF8.self)
    let before = words(bytes[..<start])
    let all = candidates(typed: typed, before: before, bytes: bytes, start: start)
    let folded = foldName(typed)
    let fitting = all.filter { foldName($0.text).hasPrefix(folded) }
    let loose =
      fitting.isEmpty && folded.count > 1 ? all.filter { foldName($0.text + " " + $0.detail).contains(folded) } : fitting
    return Completions(replacement: start..<end, candidates: loose)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte == UInt8(ascii: "$")
  }

  /// The words of the statement before the cursor, folded; signs stand for themselves.
  private func words(_ bytes: ArraySlice<UInt8>) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    let statement = text.split(whereSeparator: { $0 == ";" || $0 == "{" || $0 == "}" || $0 == "\n" }).last.map(String.init) ?? ""
    let isFresh = text.last.map { ";{}\n".contains($0) } ?? true
    if isFresh { return [] }
    var result: [String] = []
    var word = ""
    for character in statement {
      if character.isLetter || character.isNumber || character == "_" || character == "$" {
        word.append(character)
      } else {
        if !word.isEmpty { result.append(foldName(word)) }
        word = ""
        if !character.isWhitespace { result.append(String(character)) }
      }
    }
    if !word.isEmpty { result.append(foldName(word)) }
    return result
  }

  private func candidates(typed: String, before: [String], bytes: [UInt8], start: Int) -> [CompletionCandidate] {
    if typed.hasPrefix("$") { return scope.variableNames.map { CompletionCandidate(text: "$" + $0, detail: "") } }
    let last = before.last
    if last == ".", start > 0 { return members(of: before.dropLast().last ?? "") }
    switch last {
    case nil: return statementWords + names
    case "|": return Self.verbs
    case "load": return []
    case "in", "during", "over": return times
    case "of" where before.dropLast().last == "as": return times
    case "as": return Self.afterAs
    case "use": return casebookNames.map { CompletionCandidate(text: $0, detail: "casebook") }
    case "help": return statementWords + names + properties
    case "list": return casebook.kinds.map { CompletionCandidate(text: $0.plural, detail: $0.title) } + Self.listable
    case "set": return PolicyName.allCases.map { CompletionCandidate(text: $0.rawValue, detail: "policy") }
    case "explain": return DiagnosticCode.allCases.map { CompletionCandidate(text: $0.rawValue, detail: $0.entry.title) }
    case "across": return Self.facets + times
    default: break
    }
    if let candidates = questionCandidates(before) { return candidates }
    if before.first == "check" { return properties + names + Self.checkWords }
    if before.first == "what" { return Self.whatWords(before.count) }
    if before.first == "compare", before.contains("on") { return properties + measures + Self.comparisonWords }
    if let shape = table(in: before) { return columns(of: shape) + properties + names }
    if before.contains("where") || before.contains("select") || before.contains("by") { return properties + names }
    return names + Self.operators
  }

  // MARK: Lists

  private func members(of owner: String) -> [CompletionCandidate] {
    guard let entity = casebook.entity(named: owner) else { return properties }
    let kind = casebook[entity].kind
    let asked = casebook.properties.filter { casebook.allows($0.id, of: kind) }
    let known = asked.filter { !casebook.claims(of: entity, property: $0.id).isEmpty }
    let rest = asked.filter { property in !known.contains { $0.id == property.id } }
    return (known + rest).map(candidate) + measures(of: kind)
  }

  private func measures(of kind: KindID) -> [CompletionCandidate] {
    scope.definitions.compactMap { entry in
      switch entry.body {
      case .measure(let wanted, _), .filter(let wanted, _):
        return casebook.is(kind, a: wanted) ? CompletionCandidate(text: entry.name, detail: entry.category) : nil
      case .comparison, .report, .hypotheses: return nil
      }
    }
  }

  /// Measures and filters of every kind.
  private var measures: [CompletionCandidate] {
    scope.definitions.compactMap { entry in
      switch entry.body {
      case .measure, .filter: CompletionCandidate(text: entry.name, detail: entry.category)
      case .comparison, .report, .hypotheses: nil
      }
    }
  }

  private func candidate(_ property: Property) -> CompletionCandidate {
    if case .quantity(let unit, _) = property.value, unit != .none {
      return CompletionCandidate(text: property.name, detail: "\(property.title), in \(unit.words)")
    }
    return CompletionCandidate(text: property.name, detail: property.title)
  }

  private var properties: [CompletionCandidate] { casebook.properties.map(candidate) }

  /// Entities, collections and definitions.
  var names: [CompletionCandidate] {
    casebook.entities.map { CompletionCandidate(text: $0.name, detail: $0.title) }
      + casebook.kinds.map { CompletionCandidate(text: $0.plural, detail: "collection") }
      + ClaimCollection.allCases.map { CompletionCandidate(text: $0.rawValue, detail: $0.summary) }
      + scope.definitions.map { CompletionCandidate(text: $0.name, detail: $0.category) }
      + scope.tables.map { CompletionCandidate(text: $0.name, detail: "table") }
      + Builtin.allCases.map { CompletionCandidate(text: $0.rawValue, detail: $0.signature) }
  }

  var times: [CompletionCandidate] {
    casebook.entities.filter { entity in
      casebook.properties.contains { $0.role == .validTime && casebook.allows($0.id, of: entity.kind) }
    }.map { CompletionCandidate(text: $0.name, detail: $0.title) }
  }

  private var statementWords: [CompletionCandidate] {
    Topics.statements.map { CompletionCandidate(text: $0.word, detail: $0.summary) }
  }

  /// The loaded table that the statement begins with.
  private func table(in before: [String]) -> TableShape? {
    guard before.contains("|") else { return nil }
    return before.first { scope.table(named: $0) != nil }.flatMap { scope.table(named: $0) }
  }

  private func columns(of shape: TableShape) -> [CompletionCandidate] {
    shape.columns.map { CompletionCandidate(text: $0.name, detail: $0.type.description) }
      + TableFunction.allCases.map { CompletionCandidate(text: $0.rawValue, detail: $0.signature) }
  }

  private static let verbs = list(
    [
      "where", "select", "sort by", "take", "skip", "count", "group by", "derive", "join", "left join", "anti join", "top",
      "pivot",
      "unpivot", "rename", "drop", "union", "distinct", "describe", "sample", "balanced over", "whole years",
    ], "step of a pipeline")
  private static let afterAs = list(
    ["planned", "target", "authorised", "projected", "of", "stated by", "preferred", "latest stated", "each"],
    "narrows the question")
  private static let listable = list(
    [
      "kinds", "properties", "measures", "filters", "comparisons", "hypotheses", "reports", "functions", "units", "policies",
      "claims", "relations",
    ], "")
  private static let facets = list(["planned vs actual", "before vs after", "sources"], "facets")
  private static let checkWords = list(["against", "in", "because"], "")

  /// `what if POLICY = VALUE`
  private static func whatWords(_ count: Int) -> [CompletionCandidate] {
    count == 1 ? list(["if"], "") : PolicyName.allCases.map { CompletionCandidate(text: $0.rawValue, detail: "policy") }
  }

  private static let comparisonWords = list(["on", "in", "across", "because"], "")
  private static let operators = list(["in", "over", "as of", "as planned", "as stated by", "per", "and", "or", "not"], "")

  private static func list(_ words: [String], _ detail: String) -> [CompletionCandidate] {
    words.map { CompletionCandidate(text: $0, detail: detail) }
  }
}
