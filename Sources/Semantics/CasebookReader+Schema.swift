import Casebook
import Diagnostics
import Evidence
import Syntax
import Names

/// Kinds and properties. What a line of such a declaration says is fixed here, because the schema can't be declared by itself.
extension CasebookReader {
  func readKinds(_ declarations: [Placed<Declaration>]) {
    var added: [(declaration: Declaration, id: KindID)] = []
    for placed in declarations {
      let declaration = placed.item
      var reader = SchemaLines(declaration, allowed: ["plural", "is_a"])
      let plural = reader.word("plural") ?? declaration.id.text + "s"
      do {
        let id = try casebook.addKind(
          name: declaration.id.text, plural: plural, title: declaration.title.plain ?? declaration.id.text,
          documentation: placed.documentation.joinedLines, declaration: TextRange(placed.range))
        added.append((declaration, id))
      } catch {
        diagnostics.append(cannotAdd(declaration.id, error))
      }
      diagnostics += reader.problems()
    }
    for (declaration, id) in added {
      var reader = SchemaLines(declaration, allowed: ["plural", "is_a"])
      guard let parent = reader.identifier("is_a") else { continue }
      guard let wider = casebook.kind(named: parent.text) else {
        diagnostics.append(casebook.unknownKind(parent))
        continue
      }
      do { try casebook.setParent(of: id, to: wider) } catch { diagnostics.append(cannotAdd(parent, error)) }
    }
  }

  private static let propertyLines = [
    "of", "value", "sort", "unit", "per", "phrase", "inverse", "inverse_name", "transitive", "symmetric", "many", "dates_entity",
    "role",
    "unsourced", "see_also", "definition",
  ]

  func readProperties(_ declarations: [Placed<Declaration>]) {
    var added: [(lines: SchemaLines, name: Identifier, id: PropertyID)] = []
    added.reserveCapacity(declarations.count)
    for placed in declarations {
      var lines = SchemaLines(placed.item, allowed: Self.propertyLines)
      if let id = addProperty(placed, &lines) {
        added.append((lines, placed.item.id, id))
      } else {
        diagnostics += lines.problems()
      }
    }
    for index in added.indices {
      link(added[index].id, named: added[index].name, &added[index].lines)
      diagnostics += added[index].lines.problems()
    }
  }

  private func addProperty(_ placed: Placed<Declaration>, _ lines: inout SchemaLines) -> PropertyID? {
    let declaration = placed.item
    guard let value = valueType(&lines, declaration) else { return nil }
    do {
      let id = try casebook.addProperty(
        name: declaration.id.text, title: declaration.title.plain ?? declaration.id.text, value: value,
        declaration: TextRange(placed.range))
      let domain = lines.identifiers("of").compactMap { kind($0) }
      let isOfSources = !domain.isEmpty && domain.allSatisfy { casebook[$0].name == "source" }
      let role = role(&lines)
      let allowsMany = lines.truth("many")
      let isTransitive = lines.truth("transitive")
      let phrase = lines.text("phrase")
      let inversePhrase = lines.text("inverse")
      let definition = lines.text("definition")
      if lines.truth("unsourced") || isOfSources { unsourced.insert(id) }
      try casebook.update(id) { property in
        property.domain = domain
        property.role = role
        property.allowsMany = allowsMany
        property.isTransitive = isTransitive
        property.phrase = phrase
        property.inversePhrase = inversePhrase
        property.documentation = placed.documentation.joinedLines
        property.definition = definition
      }
      return id
    } catch {
      diagnostics.append(cannotAdd(declaration.id, error))
      return nil
    }
  }

  private func kind(_ name: Identifier) -> KindID? {
    if let kind = casebook.kind(named: name.text) { return kind }
    diagnostics.append(casebook.unknownKind(name))
    return nil
  }

  private func role(_ lines: inout SchemaLines) -> PropertyRole? {
    if lines.truth("dates_entity") { return .validTime }
    guard let word = lines.identifier("role") else { return nil }
    let roles: [String: PropertyRole] = [
      "alias": .alias, "native": .native, "country": .country, "nationality": .nationality, "valid_time": .validTime,
      "valid_start": .validStart, "valid_end": .validEnd,
    ]
    if let role = roles[foldName(word.text)] { return role }
    diagnostics.append(
      Diagnostic(
        .valueDoesNotFit, "\(word.text) is no role", at: word.range, "unknown",
        notes: ["roles are " + roles.keys.sorted().joined(separator: ", ")]))
    return nil
  }

  private func valueType(_ lines: inout SchemaLines, _ declaration: Declaration) -> ValueType? {
    let names = lines.identifiers("value")
    guard let first = names.first else {
      diagnostics.append(
        Diagnostic(
          .expectedValue, "the property \(declaration.id.text) doesn't say what its values are", at: declaration.id.range, "",
          notes: ["add a line such as `value quantity`, `value text`, `value time` or `value institution`"]))
      return nil
    }
    switch foldName(first.text) {
    case "quantity": return .quantity(unit: propertyUnit(&lines), sort: sort(&lines))
    case "text": return .text
    case "time": return .time
    case "truth": return .truth
    case "word": return .word
    case "entity": return .entity(nil)
    default:
      let kinds = names.compactMap { kind($0) }
      guard kinds.count == names.count else { return nil }
      return .entity(commonKind(kinds))
    }
  }

  /// The narrowest kind that holds all of these; nil where there is none.
  private func commonKind(_ kinds: [KindID]) -> KindID? {
    guard var common = kinds.first else { return nil }
    while !kinds.allSatisfy({ casebook.is($0, a: common) }) {
      guard let wider = casebook[common].parent else { return nil }
      common = wider
    }
    return common
  }

  private func sort(_ lines: inout SchemaLines) -> Sort {
    guard let word = lines.identifier("sort") else { return .stock }
    if let sort = Sort(rawValue: foldName(word.text)) { return sort }
    diagnostics.append(
      Diagnostic(
        .valueDoesNotFit, "\(word.text) is no sort of quantity", at: word.range, "unknown",
        notes: ["sorts are " + Sort.allCases.map(\.rawValue).joined(separator: ", ")]))
    return .stock
  }

  /// The unit of a property: `unit homicides` and `per 100_000 people`.
  private func propertyUnit(_ lines: inout SchemaLines) -> Unit {
    var unit = Unit.none
    if let name = lines.identifier("unit") {
      unit = find(UnitExpression(numerator: name, perCount: nil, denominator: nil, at: name.range))
    }
    guard let per = lines.quantity("per") else {
      guard let name = lines.identifier("per") else { return unit }
      return unit.per(1, find(UnitExpression(numerator: name, perCount: nil, denominator: nil, at: name.range)))
    }
    guard let denominator = per.unit else { return unit }
    return unit.per(per.number.value, find(denominator))
  }

  private func find(_ expression: UnitExpression) -> Unit {
    switch LiteralMeaning.unit(expression, in: units) {
    case .success(let unit): return unit
    case .failure(let diagnostic):
      diagnostics.append(diagnostic)
      return .none
    }
  }

  /// What one property says of others, once all are there.
  private func link(_ id: PropertyID, named name: Identifier, _ lines: inout SchemaLines) {
    let seeAlso = lines.identifiers("see_also").compactMap { property($0) }
    var inverse: PropertyID?
    if lines.truth("symmetric") {
      inverse = id
    } else if let name = lines.identifier("inverse_name") {
      inverse = addInverse(name, of: id, phrase: lines.text("inverse"))
    }
    do {
      try casebook.update(id) { property in
        property.seeAlso = seeAlso
        property.inverse = inverse
      }
    } catch { diagnostics.append(cannotAdd(name, error)) }
  }

  /// The property by which a tie is asked for from its other end. Claims are made of the tie itself.
  private func addInverse(_ name: Identifier, of id: PropertyID, phrase: String?) -> PropertyID? {
    if let known = casebook.property(named: name.text) { return known }
    let forward = casebook[id]
    guard case .entity(let kind) = forward.value else { return nil }
    do {
      let inverse = try casebook.addProperty(
        name: name.text, title: phrase ?? name.text, value: .entity(forward.domain.count == 1 ? forward.domain.first : nil),
        declaration: TextRange(name.range))
      inverseNames.insert(inverse)
      try casebook.update(inverse) { property in
        property.domain = kind.map { [$0] } ?? []
        property.inverse = id
        property.isTransitive = forward.isTransitive
        property.allowsMany = true
        property.phrase = phrase
        property.inversePhrase = forward.phrase
        property.documentation = "\(forward.title), from the other end."
      }
      return inverse
    } catch {
      diagnostics.append(cannotAdd(name, error))
      return nil
    }
  }

  func property(_ name: Identifier) -> PropertyID? {
    if let property = casebook.property(named: name.text) { return property }
    diagnostics.append(unknownProperty(name, of: nil))
    return nil
  }

  func unknownProperty(_ name: Identifier, of kind: KindID?) -> Diagnostic {
    let near = Suggestion.nearest(to: name.text, among: casebook.propertyNames(of: kind))
    return Diagnostic(
      .unknownProperty, "no property is called \(name.text)", at: name.range, "unknown",
      notes: [Suggestion.note(near) ?? "`property \(name.text) \"…\" { of …; value … }` declares one"])
  }
}

extension [String] {
  /// Lines of documentation as one text; nil where there are none.
  var joinedLines: String? { isEmpty ? nil : joined(separator: "\n") }
}
