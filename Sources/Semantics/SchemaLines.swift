import Diagnostics
import Syntax
import Names

/// The lines of a declaration of the schema itself, asked for by name.
///
/// Remembers what didn't have the shape that was asked for, and lines that nobody knows.
struct SchemaLines {
  private let declaration: Declaration
  private let allowed: [String]
  /// The names of the lines, folded, in their order.
  private let names: [String]
  private var found: [Diagnostic] = []

  init(_ declaration: Declaration, allowed: [String]) {
    self.declaration = declaration
    self.allowed = allowed
    names = declaration.lines.map { foldName($0.property.text) }
  }

  /// A line is large, so only those of the name are copied. Nearly always there is one or none.
  private func lines(_ name: String) -> [ClaimLine] {
    guard let first = names.firstIndex(of: name) else { return [] }
    var found = [declaration.lines[first]]
    for index in names.indices.dropFirst(first + 1) where names[index] == name { found.append(declaration.lines[index]) }
    return found
  }

  private mutating func report(_ line: ClaimLine, wanted: String) {
    found.append(
      Diagnostic(.valueDoesNotFit, "\(line.property.text) is followed by \(wanted)", at: line.range, "this is something else"))
  }

  /// `plural institutions`
  mutating func identifier(_ name: String) -> Identifier? { identifiers(name).first }

  mutating func word(_ name: String) -> String? { identifier(name)?.text }

  /// `of institution, unit`, over several lines too.
  mutating func identifiers(_ name: String) -> [Identifier] {
    var result: [Identifier] = []
    for line in lines(name) {
      guard case .names(let paths) = line.value else {
        if case .quantity = line.value, name == "per" { continue }
        if case .invalid = line.value { continue }
        report(line, wanted: "a name")
        continue
      }
      for path in paths {
        if let first = path.names.first, path.names.count == 1 {
          result.append(first)
        } else {
          report(line, wanted: "a plain name")
        }
      }
    }
    return result
  }

  mutating func text(_ name: String) -> String? { texts(name).first }

  mutating func texts(_ name: String) -> [String] {
    var result: [String] = []
    for line in lines(name) {
      guard case .texts(let texts) = line.value else {
        if case .invalid = line.value { continue }
        report(line, wanted: "a text in quotation marks")
        continue
      }
      for text in texts {
        if let plain = text.plain { result.append(plain) } else { report(line, wanted: "a text without braces") }
      }
    }
    return result
  }

  mutating func truth(_ name: String) -> Bool {
    guard let line = lines(name).first else { return false }
    if case .truth(let value, _) = line.value { return value }
    report(line, wanted: "yes or no")
    return false
  }

  /// `factor 7`, `per 100_000 people`; nil, without a report, where the value is a name.
  mutating func quantity(_ name: String) -> QuantityLiteral? {
    for line in lines(name) { if case .quantity(let literal) = line.value { return literal } }
    return nil
  }

  mutating func number(_ name: String) -> Double? {
    guard let line = lines(name).first else { return nil }
    if case .quantity(let literal) = line.value, literal.hedge == nil, literal.unit == nil { return literal.number.value }
    report(line, wanted: "a number")
    return nil
  }

  /// What was wrong, with the lines that have no meaning here.
  mutating func problems() -> [Diagnostic] {
    for (index, name) in names.enumerated() where !allowed.contains(name) {
      let line = declaration.lines[index]
      let near = Suggestion.nearest(to: line.property.text, among: allowed)
      found.append(
        Diagnostic(
          .unknownProperty, "a \(declaration.kind.text) has no line \(line.property.text)", at: line.property.range, "unknown",
          notes: [
            Suggestion.note(near) ?? "its lines are " + allowed.joined(separator: ", ")
          ]))
    }
    return found
  }
}
