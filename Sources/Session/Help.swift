import Casebook
import Diagnostics
import Evidence
import Reports
import Semantics

/// Pages of help, made from what is declared rather than written beside it.
enum Help {
  /// What `list` knows besides kinds.
  static let lists = [
    "kinds", "properties", "measures", "filters", "comparisons", "hypotheses", "reports", "functions", "units", "policies",
    "casebooks", "claims", "relations",
  ]

  static var overview: Document {
    Document(blocks: [
      .paragraph([
        .text("Type a name to see its card, and "), .code("ENTITY.PROPERTY in YEAR"), .text(" to ask for a figure: "),
        .code("naval_infantry.personnel in 2018"), .text(". Tab completes names; "), .code("help NAME"),
        .text(" says more about each word."),
      ]),
      .table(
        TableBlock(
          columns: [TableBlock.Column("write"), TableBlock.Column("to")],
          rows: Topics.statements.map { TableBlock.Row(cells: [TableBlock.Cell([.code($0.form)]), TableBlock.Cell($0.summary)]) })
      ),
      .paragraph([
        .text("After a collection, steps follow with "), .code("|"), .text(": "),
        .code("institutions in 2018 | where personnel > 10_000 | sort by personnel desc"), .text(". More: "), .code("help where"),
        .text(", "), .code("help in"), .text(", "), .code("help as"), .text("; pages of the guide: "), .code("help first_steps"),
        .text(", "),
        .code("help claims"), .text(", "), .code("help tables"), .text(", "), .code("help values"), .text(", "),
        .code("help time"), .text(", "), .code("help comparisons"), .text(", "), .code("help reports"), .text("."),
      ]),
      .paragraph([
        .text("What there is: "), .code("list kinds"), .text(", "), .code("list institutions"), .text(", "),
        .code("list properties"),
        .text(", "), .code("list functions"), .text(". What can be asked of a thing: "), .code("describe navy"), .text("."),
      ]),
    ])
  }

  static func page(of statement: Topics.Statement) -> Document {
    var rows = [
      FactRow("form", [.code(statement.form)]), FactRow("does", [.text(statement.summary)]),
      FactRow("example", [.code(statement.example)]),
    ]
    if let page = Topics.page(on: statement.word) { rows.append(FactRow("more", [.code("help \(page)")])) }
    return Document(title: [.code(statement.word)], blocks: [.facts(rows)])
  }

  static func page(of entry: DefinitionEntry, in casebook: Casebook, _ sourceMap: SourceMap) -> Document {
    let category = if case .hypotheses = entry.body { "hypotheses" } else { "a \(entry.category)" }
    var rows = [FactRow("is", [.text(category)])]
    switch entry.body {
    case .measure(let kind, _), .filter(let kind, _): rows.append(FactRow("for", [.code(casebook[kind].plural)]))
    case .comparison, .report, .hypotheses: break
    }
    if !entry.parameters.isEmpty {
      rows.append(
        FactRow(
          label: [.property("parameters")],
          values: entry.parameters.map { parameter in
            let value = parameter.defaultValue.map { sourceMap.text($0.range) }
            return [.code(parameter.name), .text(value.map { ", \($0) unless it is given" } ?? ", which must be given")]
          }))
    }
    rows += documentation(entry.documentation)
    return Document(title: [.code(entry.name)], blocks: [.facts(rows)])
  }

  static func page(of builtin: Builtin) -> Document {
    Document(
      title: [.code(builtin.rawValue)],
      blocks: [.facts([FactRow("form", [.code(builtin.signature)]), FactRow("gives", [.text(builtin.summary)])])])
  }

  static func page(of function: TableFunction) -> Document {
    Document(
      title: [.code(function.rawValue)],
      blocks: [.facts([FactRow("form", [.code(function.signature)]), FactRow("gives", [.text(function.summary)])])])
  }

  static func page(of kind: Kind, in casebook: Casebook) -> Document {
    var rows = [FactRow("is", [.text("a kind of entity; its table is "), .code(kind.plural)])]
    if let documentation = kind.documentation { rows.append(FactRow("means", [.text(documentation)])) }
    if let parent = kind.parent { rows.append(FactRow("belongs to", [.code(casebook[parent].name)])) }
    let narrower = casebook.kinds.filter { $0.parent == kind.id }.map(\.name)
    if !narrower.isEmpty { rows.append(FactRow("includes", [.text(narrower.joined(separator: ", "))])) }
    rows.append(FactRow("entities", [.text(String(casebook.entities(of: kind.id).count))]))
    let properties = casebook.properties.filter { casebook.allows($0.id, of: kind.id) }.map(\.name)
    rows.append(FactRow("properties", [.text(properties.joined(separator: ", "))]))
    return Document(title: [.text(kind.title)], blocks: [.facts(rows)])
  }

  static func page(of property: Property, in casebook: Casebook) -> Document {
    var rows = [FactRow("is", [.text("a property of " + domain(of: property, in: casebook))])]
    if let documentation = property.documentation { rows.append(FactRow("means", [.text(documentation)])) }
    if let definition = property.definition { rows.append(FactRow("definition", [.text(definition)])) }
    rows.append(FactRow("values", [.text(values(of: property, in: casebook))]))
    if !property.seeAlso.isEmpty {
      rows.append(FactRow("see also", [.text(property.seeAlso.map { casebook[$0].name }.joined(separator: ", "))]))
    }
    if let example = casebook.allClaims().first(where: { casebook[$0].property == property.id }) {
      rows.append(FactRow("example", [.code("\(casebook[casebook[example].entity].name).\(property.name)")]))
    }
    return Document(title: [.text(property.title)], blocks: [.facts(rows)])
  }

  static func page(of entity: EntityID, in casebook: Casebook) -> Document {
    let kind = casebook[casebook[entity].kind]
    let properties = casebook.properties.filter { !casebook.claims(of: entity, property: $0.id).isEmpty }.map(\.name)
    return Document(
      title: [.name(casebook[entity].title, id: casebook[entity].name)],
      blocks: [
        .facts([
          FactRow("is", [.text("one of the "), .code(kind.plural)]),
          FactRow("is known for", [.text(properties.joined(separator: ", "))]),
          FactRow("card", [.code(casebook[entity].name)]),
        ])
      ])
  }

  static func page(of code: DiagnosticCode) -> Document {
    Document(
      title: [.code(code.rawValue), .text(" " + code.entry.title)],
      blocks: [.paragraph([.text(code.entry.explanation)]), .code(code.entry.example)])
  }

  // MARK: Lists

  static func list(of kinds: [Kind], in casebook: Casebook) -> Document {
    table(
      ["kind", "table", "entities", "means"],
      kinds.map { [$0.name, $0.plural, String(casebook.entities(of: $0.id).count), $0.documentation ?? $0.title] }, numeric: [2])
  }

  static func list(of properties: [Property], in casebook: Casebook) -> Document {
    table(
      ["property", "of", "values", "means"],
      properties.map {
        [$0.name, domain(of: $0, in: casebook), values(of: $0, in: casebook), $0.documentation ?? $0.definition ?? $0.title]
      })
  }

  static func list(of definitions: [DefinitionEntry], called name: String) -> Document {
    guard !definitions.isEmpty else { return Document(blocks: [.paragraph([.text("No \(name) have been defined.")])]) }
    return table(
      ["name", "is", "means"],
      definitions.map { entry in
        let category = if case .hypotheses = entry.body { "hypotheses" } else { "a \(entry.category)" }
        return [entry.name, category, entry.documentation.first { !$0.hasPrefix("example:") } ?? ""]
      })
  }

  static var listOfFunctions: Document {
    table(
      ["function", "gives"],
      Builtin.allCases.map { [$0.signature, $0.summary] } + TableFunction.allCases.map { [$0.signature, $0.summary] })
  }

  static func list(of units: UnitTable) -> Document {
    table(
      ["unit", "one", "also written"],
      units.all.map { [$0.definition.plural, $0.definition.singular, $0.definition.aliases.joined(separator: ", ")] })
  }

  static func list(of policies: Policies) -> Document {
    table(["policy", "is"], PolicyName.allCases.map { [$0.rawValue, $0.describe(policies)] })
  }

  static func list(casebooks: [String], used: [String]) -> Document {
    table(
      ["casebook", ""],
      casebooks.map { [$0, used.contains($0) ? "in use" : ""] } + used.filter { !casebooks.contains($0) }.map { [$0, "in use"] })
  }

  static func list(of kind: KindID, in casebook: Casebook) -> Document {
    let entities = casebook.entities(of: kind)
    guard !entities.isEmpty else { return Document(blocks: [.paragraph([.text("There are no \(casebook[kind].plural).")])]) }
    return table(
      ["name", "title", "claims"],
      entities.map { [casebook[$0].name, casebook[$0].title, String(casebook.claims(of: $0).count)] }, numeric: [2])
  }

  // MARK: Parts

  private static func table(_ titles: [String], _ rows: [[String]], numeric: Set<Int> = []) -> Document {
    Document(blocks: [
      .table(
        TableBlock(
          columns: titles.enumerated().map { TableBlock.Column($1, isNumeric: numeric.contains($0)) },
          rows: rows.map { TableBlock.Row(cells: $0.map { TableBlock.Cell($0) }) }))
    ])
  }

  private static func domain(of property: Property, in casebook: Casebook) -> String {
    property.domain.isEmpty ? "anything" : property.domain.map { casebook[$0].name }.joined(separator: ", ")
  }

  private static func values(of property: Property, in casebook: Casebook) -> String {
    switch property.value {
    case .quantity(let unit, let sort): return unit == .none ? "a number (\(sort.rawValue))" : "\(unit.words) (\(sort.rawValue))"
    case .text: return "a text"
    case .time: return "a time"
    case .truth: return "yes or no"
    case .word: return "a word"
    case .entity(let kind): return kind.map { casebook[$0].plural } ?? "entities"
    }
  }

  private static func documentation(_ lines: [String]) -> [FactRow] {
    let examples = lines.filter { $0.hasPrefix("example:") }.map { String($0.dropFirst(8).drop { $0 == " " }) }
    let words = lines.filter { !$0.hasPrefix("example:") }.joined(separator: " ")
    var rows: [FactRow] = []
    if !words.isEmpty { rows.append(FactRow("means", [.text(words)])) }
    if !examples.isEmpty { rows.append(FactRow(label: [.property("example")], values: examples.map { [.code($0)] })) }
    return rows
  }
}
