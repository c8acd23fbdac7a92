import Casebook
import Diagnostics
import Evidence
import Reports
import Semantics

extension Evaluator {
  /// Evaluates a statement and adds what it says to a document. Gives what `it` is from then on, if it has a value.
  func execute(_ statement: CheckedStatement, in frame: Frame, into builder: DocumentBuilder) throws(Diagnostic) -> Value? {
    statementRange = statement.range
    heard = FiguresHeard()
    let presenter = Presenter(evaluator: self, builder: builder)
    switch statement.node {
    case .parameter(let name, let defaultValue, _):
      let value = try evaluate(parameterValues[name] ?? defaultValue, in: frame)
      variables[name] = value
      measured = [:]
      parameters.removeAll { $0.name == name }
      parameters.append((name, value))
      return nil
    case .define(let name, let expression, let because):
      var inner = frame
      inner.because = because
      variables[name] = try evaluate(expression, in: inner).remarked(because.map { "because \($0)" })
      measured = [:]
      definitions[name] = (expression, inner)
      return nil
    case .expression(let expression, let because):
      var inner = frame
      inner.because = because
      let value = try evaluate(expression, in: inner)
      builder.add(try presenter.blocks(value))
      if let because { builder.add(.remark(kind: .note, [.text("because \(because)")])) }
      if !expression.isLastResult { lastExpression = (expression, inner) }
      return value
    case .show(let expression):
      let value = try evaluate(expression, in: frame)
      builder.add(try presenter.blocks(value))
      if !expression.isLastResult { lastExpression = (expression, frame) }
      return value
    case .say(let text):
      let value = try evaluate(text, in: frame)
      builder.add(.paragraph(try presenter.inlines(value)))
      for remark in remarksOnFiles(in: value) { builder.add(.remark(kind: .note, [.text(remark)])) }
      return nil
    case .card(let entity, let others, let asked):
      builder.add(try presenter.card(entity))
      if !others.isEmpty, !builder.isReport { builder.add(.remark(kind: .note, presenter.namesakes(others, asked))) }
      return .entity(entity)
    case .why(let expression):
      explained = ExplainedNodes()
      let explanation = try explain(expression, in: frame)
      if case .entity(let entity) = explanation.value {
        builder.add(try presenter.card(entity))
      } else {
        builder.add(try presenter.why(explanation))
      }
      if !expression.isLastResult { lastExpression = (expression, frame) }
      return explanation.value
    case .compare(let comparison):
      builder.add(try presenter.comparison(try compare(comparison, in: frame)))
      return nil
    case .run(let entry, let arguments):
      return try run(entry, arguments, at: statement.range, in: frame, into: builder)
    case .expect(let condition): try expect(condition, in: frame)
    case .save(let expression, let path):
      let value = try evaluate(expression, in: frame)
      if case .table(let table) = value,
        try saved(table, to: path, at: statement.range, in: frame, saying: builder)
      {
        return nil
      }
      let document = try document(of: value, spelled: expression)
      try save(document, to: path, in: frame, saying: builder)
    case .saveRun(let entry, let arguments, let path):
      let inner = DocumentBuilder()
      _ = try run(entry, arguments, at: statement.range, in: frame, into: inner)
      builder.gaps += inner.gaps
      try save(inner.document(), to: path, in: frame, saying: builder)
    case .forEach(let name, let collection, let body):
      try forEach(name, collection, body, in: frame, into: builder)
    case .section(let title, let body):
      builder.beginSection(try presenter.inlines(try evaluate(title, in: frame)))
      for statement in body { _ = try execute(statement, in: frame, into: builder) }
      builder.endSection()
    case .gaps: builder.add(presenter.gaps(builder.isReport ? builder.gaps : gaps.gaps), headed: "Gaps")
    case .sources:
      builder.add(presenter.sources(builder.isReport ? builder.claims : casebook.allClaims()), headed: "Sources")
      if let files = presenter.filesOfData() { builder.add([files]) }
    case .describe(let expression): builder.add(try presenter.describe(try evaluate(expression, in: frame), spelled(expression)))
    case .describeKind(let kind): builder.add(try presenter.describe(kind))
    case .describeProperty(let property): builder.add(presenter.describe(property))
    case .load(let load):
      let table = try self.load(load, at: statement.range, in: frame)
      tables[load.name] = table
      providers.removeAll { $0 == load.name }
      if !load.provided.isEmpty { providers.append(load.name) }
      builder.add(presenter.loaded(table))
    case .revisions(let revisions):
      let value = Value.table(try self.revisions(revisions, at: statement.range, in: frame))
      builder.add(try presenter.blocks(value))
      return value
    case .describeDefinition(let entry): builder.add(presenter.describe(entry))
    case .check(let question): builder.add(try presenter.check(try check(question, in: frame)))
    case .question(let question): builder.add(try presenter.blocks(try answer(question, in: frame)))
    case .whatIf(let policy, let value, let range): builder.add(try whatIf(policy, value, at: range))
    // The session answers these itself; one that comes this far says nothing.
    case .shell: return nil
    }
    return nil
  }

  // MARK: Definitions that are run

  private func run(
    _ entry: DefinitionEntry, _ arguments: [CheckedExpression?], at range: SourceRange, in frame: Frame,
    into builder: DocumentBuilder
  ) throws(Diagnostic) -> Value? {
    let inner = Frame(
      variables: try bind(arguments, to: entry, at: range, in: frame), parameters: Set(entry.parameters.map(\.name)))
    switch entry.body {
    case .comparison(let comparison):
      let presenter = Presenter(evaluator: self, builder: builder)
      if let title = entry.title {
        builder.beginSection(try presenter.inlines(try evaluate(title, in: inner)))
        defer { builder.endSection() }
        builder.add(try presenter.comparison(try compare(comparison, in: inner)))
      } else {
        builder.add(try presenter.comparison(try compare(comparison, in: inner)))
      }
      return nil
    case .report(let body): return .document(try report(entry, body, in: inner, into: builder))
    case .hypotheses(let hypotheses):
      builder.add(try Presenter(evaluator: self, builder: builder).hypotheses(try weigh(hypotheses, in: inner)))
      return nil
    case .measure, .filter:
      throw Diagnostic(
        .wrongType, "\(entry.name) is a \(entry.category) and needs an entity", at: range, "", notes: ["ENTITY.\(entry.name)"])
    }
  }

  /// A report becomes a document of its own when it stands alone, and a section within another.
  private func report(_ entry: DefinitionEntry, _ body: [CheckedStatement], in frame: Frame, into builder: DocumentBuilder)
    throws(Diagnostic) -> Document
  {
    let presenter = Presenter(evaluator: self, builder: builder)
    let standsAlone = builder.isEmpty && !builder.isReport
    if standsAlone { builder.becomeReport() }
    var title: [Inline] = [.text(entry.name)]
    if let given = entry.title { title = try presenter.inlines(try evaluate(given, in: frame)) }
    if standsAlone {
      builder.title = title
    } else {
      builder.beginSection(title)
    }
    for statement in body { _ = try execute(statement, in: frame, into: builder) }
    if standsAlone {
      builder.colophon = colophon(entry, frame)
    } else {
      builder.endSection()
    }
    return builder.document()
  }

  /// What made a report: the script and casebook by the host's word, its parameters with their values, and the policies.
  private func colophon(_ entry: DefinitionEntry, _ frame: Frame) -> [ColophonEntry] {
    var lines = host.colophon
    lines.append(ColophonEntry("Report", entry.name))
    for parameter in entry.parameters {
      if let value = frame.variables[parameter.name] { lines.append(ColophonEntry(parameter.name, words(value))) }
    }
    for parameter in parameters where !entry.parameters.contains(where: { $0.name == parameter.name }) {
      lines.append(ColophonEntry(parameter.name, words(parameter.value)))
    }
    return lines + [policyLine]
  }

  private var policyLine: ColophonEntry {
    ColophonEntry("Policies", PolicyName.allCases.map { $0.describe(policies) }.joined(separator: "; "))
  }

  /// What is to be said of the figures of a text that come from files: no note of the bibliography can say it.
  private func remarksOnFiles(in value: Value) -> [String] {
    guard case .text(let text) = value else { return [] }
    return text.pieces.flatMap { piece -> [String] in
      guard case .value(.figure(let figure)) = piece, claims(behind: .figure(figure)).isEmpty else { return [] }
      return figure.remarks
    }.eachOnce
  }

  // MARK: save, for each, expect

  private func document(of value: Value, spelled expression: CheckedExpression) throws(Diagnostic) -> Document {
    if case .document(let document) = value { return document }
    let builder = DocumentBuilder(reportTitled: [.code(spelled(expression))])
    builder.add(try Presenter(evaluator: self, builder: builder).blocks(value))
    builder.colophon = host.colophon + [policyLine]
    return builder.document()
  }

  private func save(_ document: Document, to path: CheckedExpression, in frame: Frame, saying builder: DocumentBuilder)
    throws(Diagnostic)
  {
    let name = words(try evaluate(path, in: frame))
    do {
      try host.save(document, to: name)
    } catch {
      throw Diagnostic(error.code, error.message, at: path.range, name, notes: error.notes)
    }
    builder.add(.paragraph([.text("saved "), .code(name)]))
  }

  private func forEach(
    _ name: String, _ collection: CheckedExpression, _ body: [CheckedStatement], in frame: Frame, into builder: DocumentBuilder
  )
    throws(Diagnostic)
  {
    let value = try evaluate(collection, in: frame)
    if case .missing = value { return }
    let table = try table(value, at: collection.range, in: frame)
    for row in table.certain + table.possible {
      var inner = frame
      inner.variables[name] = row.subject.value
      inner.parameters.insert(name)
      if row.band == .possible {
        builder.add(.remark(kind: .caution, [.text("\(words(row.subject)) only possibly belongs to \(table.name)")]))
      }
      for statement in body { _ = try execute(statement, in: inner, into: builder) }
    }
  }

  /// What is expected must be a yes; anything else is an error that says what was found, operand by operand.
  private func expect(_ condition: CheckedExpression, in frame: Frame) throws(Diagnostic) {
    let judgement = try judge(condition, in: frame)
    if !judgement.cannotTell, judgement.verdict.truth == .yes { return }
    var labels: [Diagnostic.Label] = []
    for operand in operands(of: condition) {
      labels.append(Diagnostic.Label(operand.range, words(try evaluate(operand, in: frame))))
    }
    var notes: [String] = []
    for gap in judgement.missing { notes.append(missingSentence(gap)) }
    if !judgement.cannotTell, judgement.verdict.truth == .maybe {
      let builder = DocumentBuilder()
      let presenter = Presenter(evaluator: self, builder: builder)
      notes += judgement.grounds.filter { $0.verdict.truth == .maybe }.map { oneLine(plainText(presenter.reason($0))) }
      notes.append("`expect perhaps …` is content with a maybe")
    }
    let first = labels.first ?? Diagnostic.Label(condition.range)
    throw Diagnostic(
      .expectationFailed, "this was expected, but the answer is \(judgement.words)", at: first.range, first.text,
      also: Array(labels.dropFirst()), notes: notes)
  }

  /// The parts of a condition whose values explain what it came to.
  private func operands(of condition: CheckedExpression) -> [CheckedExpression] {
    switch condition.node {
    case .comparison(_, let left, let right): [left, right].filter { !$0.isLiteral }
    case .textTest(_, let left, let right): [left, right].filter { !$0.isLiteral }
    case .includes(let left, _), .isMissing(let left, _): [left]
    case .between(let value, _, _), .oneOf(let value, _): [value]
    case .and(let left, let right), .or(let left, let right): operands(of: left) + operands(of: right)
    case .not(let inner), .surely(let inner), .perhaps(let inner): operands(of: inner)
    case .qualified(let inner, _): operands(of: inner)
    default: [condition]
    }
  }

  func missingSentence(_ missing: Missing) -> String {
    let presenter = Presenter(evaluator: self, builder: DocumentBuilder())
    return oneLine(plainText(presenter.explanation(missing)))
  }
}

extension CheckedExpression {
  var isLastResult: Bool {
    if case .lastResult = node { return true }
    return false
  }

  /// Whether its value is plain to see where it stands.
  var isLiteral: Bool {
    switch node {
    case .quantity, .text, .time, .truth, .adoptUnit: true
    default: false
    }
  }
}
