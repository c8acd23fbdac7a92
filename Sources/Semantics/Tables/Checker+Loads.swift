import Casebook
import Diagnostics
import Evidence
import Names
import Syntax
import Tables

extension Checker {
  /// Checks `load`: opens the file, reads what the block says in its order, and gives the table its name.
  mutating func check(_ load: LoadStatement, at range: SourceRange) -> CheckedStatement.Node? {
    let folded = foldName(load.name.text)
    guard tableNameIsFree(load.name) else { return nil }
    // Whatever goes wrong, the name is known from here on, so that one error is not said again for each use of it.
    scope.set(TableShape(name: load.name.text, columns: [], isOpen: true), folded: folded)
    guard let path = constantText(load.path) else {
      report(
        Diagnostic(
          .wrongType, "the path of a file must be known before anything is worked out", at: load.path.range, "",
          notes: ["it may hold parameters and names given by `let`: load \"{$folder}/deaths.csv\" as deaths"]))
      return nil
    }
    let errorsBefore = diagnostics.count
    let options = readingOptions(load.clauses)
    guard let dataFiles else {
      report(Diagnostic(.cannotRead, "no files of data can be read here", at: load.path.range))
      return nil
    }
    let file: OpenedFile
    do throws(DataFileFailure) {
      file = try dataFiles.open(path, options)
    } catch {
      report(Diagnostic(error.code, error.message, at: load.path.range, "", notes: error.notes))
      return nil
    }
    let shape = TableShape(name: load.name.text, columns: file.source.schema.columns.map { ColumnShape($0) })
    var checked = CheckedLoad(name: folded, path: path, file: file, shape: shape)
    for clause in load.clauses { check(clause, into: &checked) }
    guard !diagnostics.dropFirst(errorsBefore).contains(where: { $0.severity == .error }) else { return nil }
    scope.set(checked.shape, folded: folded)
    return .load(checked)
  }

  /// A table may take the place of an earlier one, but not hide what the casebook or the user named otherwise. It may be called as its
  /// source is, which `source` still finds.
  private mutating func tableNameIsFree(_ name: Identifier) -> Bool {
    let folded = foldName(name.text)
    let taken: String? =
      if casebook.collection(named: folded) != nil {
        "a collection"
      } else if let entity = casebook.entity(named: folded), casebook.source(of: entity) == nil {
        "an entity"
      } else if let entry = scope.definition(named: folded) {
        "a \(entry.category)"
      } else {
        nil
      }
    guard let taken else { return true }
    report(
      Diagnostic(
        .alreadyDefined, "\(name.text) is \(taken) already", at: name.range, "taken", notes: ["give the table another name"]))
    return false
  }

  /// A text that is known before anything is evaluated: letters, parameters and names for texts.
  mutating func constantText(_ literal: TextLiteral) -> String? {
    var text = ""
    for segment in literal.segments {
      switch segment {
      case .literal(let letters): text += letters
      case .expression(let expression):
        guard case .variable(let name) = expression.node else { return nil }
        let folded = foldName(name)
        if let setting = parameterTexts[folded] {
          text += setting
        } else if let value = scope.variable(named: folded)?.definition, let known = constantText(value) {
          text += known
        } else {
          return nil
        }
      }
    }
    return text
  }

  private func constantText(_ value: CheckedExpression) -> String? {
    guard case .text(let segments) = value.node else { return nil }
    var text = ""
    for segment in segments {
      switch segment {
      case .literal(let letters): text += letters
      case .expression(let inner):
        guard case .variable(let name) = inner.node else { return nil }
        if let setting = parameterTexts[name] {
          text += setting
        } else if let definition = scope.variable(named: name)?.definition, let known = constantText(definition) {
          text += known
        } else {
          return nil
        }
      }
    }
    return text
  }

  /// A text without expressions in it; reports any other.
  private mutating func plainText(_ text: TextLiteral) -> String? {
    if let plain = text.plain { return plain }
    report(Diagnostic(.wrongType, "this text holds no expression", at: text.range))
    return nil
  }

  // MARK: Clauses

  private mutating func check(_ clause: LoadClause, into load: inout CheckedLoad) {
    let context = Context(subject: nil, shape: load.shape)
    switch clause.kind {
    case .source(let source, let retrieved):
      switch source {
      case .name(let name):
        guard let source = casebook.source(named: name.text) else {
          report(unknownSource(name))
          return
        }
        load.source = .known(source)
      case .title(let title): load.source = plainText(title).map { .title($0) }
      }
      if let retrieved, case .success(let time) = LiteralMeaning.time(retrieved) { load.retrieved = time }
    case .licence(let text): load.licence = plainText(text)
    case .matched(let kindName, let columnName):
      guard let kind = kind(named: kindName), let column = column(columnName, of: load.shape) else { return }
      load.steps.append(.match(column: kindName.text, from: column.name, kind: kind))
      load.shape.set(ColumnShape(kindName.text, .entity(kind)))
    case .entities(let names, let kindName):
      guard let kind = kind(named: kindName) else { return }
      let columns = names.compactMap { column($0, of: load.shape) }
      guard columns.count == names.count else { return }
      for column in columns where column.type != .text {
        if column.type != .unknown { report(wrongColumn(column, wanted: "a text", at: clause.range)) }
        return
      }
      load.steps.append(.entities(columns.map(\.name), kind: kind))
      for column in columns { load.shape.set(ColumnShape(column.name, .entity(kind))) }
    case .months(let first, let last, let year, let name): checkMonths(first, last, year, name, into: &load)
    case .time(let expression): checkTime(of: expression, into: &load, context)
    case .keep(let condition): load.steps.append(.filter(checkCondition(condition, context)))
    case .column(let name, let value):
      let checked = check(value, context)
      if checked.isInvalid { return }
      load.steps.append(.derive(CheckedColumn(label: name.text, value: checked)))
      load.shape.set(columnShape(name.text, of: checked, in: load.shape))
    case .sort(let name, let word, let unit): checkSort(name, word, unit, into: &load)
    case .provides(let kindName, let propertyName, let value):
      checkProvided(kindName, propertyName, value, into: &load, context)
    case .setting, .invalid: break
    }
  }

  private mutating func kind(named name: Identifier) -> KindID? {
    if let kind = casebook.kind(named: name.text) { return kind }
    report(casebook.unknownKind(name))
    return nil
  }

  /// A column that must be there; reports where it is not.
  mutating func column(_ name: Identifier, of shape: TableShape) -> ColumnShape? {
    if let column = shape.column(named: name.text) { return column }
    if shape.isOpen { return ColumnShape(name.text, .unknown) }
    report(unknownColumn(name.text, of: shape, at: name.range))
    return nil
  }

  private mutating func checkMonths(
    _ first: Identifier, _ last: Identifier, _ year: Identifier, _ name: Identifier, into load: inout CheckedLoad
  ) {
    guard let start = column(first, of: load.shape), let end = column(last, of: load.shape),
      let yearColumn = column(year, of: load.shape)
    else { return }
    guard let columns = columns(from: start, to: end, of: load.shape), columns.count == 12 else {
      report(
        Diagnostic(
          .wrongColumn, "`months` needs the twelve columns from January to December", at: first.range.union(last.range),
          "not twelve columns", notes: ["`unpivot` turns any number of columns into rows"]))
      return
    }
    load.steps.append(.months(columns.map(\.name), year: yearColumn.name, name: name.text, time: "time"))
    load.shape.columns.removeAll { column in columns.contains { $0.folded == column.folded } || column.folded == yearColumn.folded
    }
    load.shape.set(ColumnShape("time", .time))
    load.shape.set(ColumnShape(name.text, columns[0].type, sort: columns[0].sort))
  }

  /// The columns from one to another in the order of the table; nil where the second stands before the first.
  func columns(from first: ColumnShape, to last: ColumnShape, of shape: TableShape) -> [ColumnShape]? {
    guard let low = shape.columns.firstIndex(where: { $0.folded == first.folded }),
      let high = shape.columns.firstIndex(where: { $0.folded == last.folded }), low <= high
    else { return nil }
    return Array(shape.columns[low...high])
  }

  private mutating func checkTime(of expression: Expression, into load: inout CheckedLoad, _ context: Context) {
    var start = expression
    var end: CheckedExpression?
    if case .span(let low?, let high) = expression.node {
      start = low
      if let high {
        let value = check(high, context)
        if value.isInvalid { return }
        end = value
      }
    }
    let value = check(start, context)
    switch value.type {
    case .time: break
    case .quantity: break
    case .unknown: return
    default:
      report(wrongType(value, wanted: "a date or a year", notes: ["date(year, month) makes one of numbers"]))
      return
    }
    load.steps.append(.time(value, until: end))
    load.shape.set(ColumnShape("time", .time))
  }

  private mutating func checkSort(_ name: Identifier, _ word: Identifier, _ unit: UnitExpression?, into load: inout CheckedLoad) {
    guard let column = column(name, of: load.shape) else { return }
    guard let sort = SortOfQuantity(rawValue: foldName(word.text)) else {
      let words = SortOfQuantity.allCases.map(\.rawValue)
      report(
        Diagnostic(
          .wrongColumn, "\(word.text) is no sort of quantity", at: word.range, "unknown",
          notes: [
            Suggestion.note(Suggestion.nearest(to: word.text, among: words)), "the sorts are " + words.joined(separator: ", "),
          ]
          .compactMap(\.self)))
      return
    }
    var found = Unit.none
    if let unit {
      switch LiteralMeaning.unit(unit, in: units) {
      case .success(let known): found = known
      case .failure(let diagnostic):
        report(diagnostic)
        return
      }
    }
    if sort == .code {
      // A code may be a text or a number; there is nothing more to it.
      load.steps.append(.sort(column: column.name, sort, found))
      load.shape.set(ColumnShape(column.name, column.type, sort: sort))
      return
    }
    guard case .quantity = column.type else {
      if column.type != .unknown { report(wrongColumn(column, wanted: "a number", at: name.range)) }
      return
    }
    load.steps.append(.sort(column: column.name, sort, found))
    load.shape.set(ColumnShape(column.name, .quantity(QuantityType(unit: unit == nil ? nil : found)), sort: sort))
  }

  private mutating func checkProvided(
    _ kindName: Identifier, _ propertyName: Identifier, _ value: Expression, into load: inout CheckedLoad, _ context: Context
  ) {
    guard let kind = kind(named: kindName) else { return }
    guard let property = casebook.property(named: foldName(propertyName.text)) else {
      report(unknownProperty(propertyName, of: kind))
      return
    }
    guard case .quantity(let unit, _) = casebook[property].value else {
      report(
        Diagnostic(
          .wrongColumn, "a table provides figures, and \(propertyName.text) is none", at: propertyName.range, "no quantity"))
      return
    }
    guard casebook.allows(property, of: kind) else {
      report(notAPropertyOf(property, kind, at: propertyName.range))
      return
    }
    let checked = check(value, context)
    guard case .quantity(let type) = checked.type else {
      if checked.type != .unknown { report(wrongType(checked, wanted: "a quantity", notes: [])) }
      return
    }
    if let found = type.unit, found != .none, !found.isCompatible(with: unit) {
      report(incomparable(checked, found, CheckedExpression(.invalid, type: .unknown, at: propertyName.range), unit))
      return
    }
    guard let subject = subjectColumn(for: kind, of: load.shape) else {
      report(
        Diagnostic(
          .wrongColumn, "no column says which \(kindName.text) a row is about", at: kindName.range, "",
          notes: ["`\(kindName.text) by COLUMN` makes one, on a line before this"]))
      return
    }
    load.provided.append(
      ProvidedProperty(property: property, value: checked, subject: subject.name, time: load.shape.timeColumns.first))
  }

  /// The column that says which entity of a kind a row is about: one of that kind or of a kind above or below it.
  func subjectColumn(for kind: KindID?, of shape: TableShape) -> ColumnShape? {
    shape.columns.first { column in
      guard case .entity(let found) = column.type else { return false }
      guard let kind, let found else { return true }
      return casebook.is(found, a: kind) || casebook.is(kind, a: found)
    }
  }
}
