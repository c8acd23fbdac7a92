import Evidence
import Names

extension CheckedExpression {
  /// The expressions that it is made of, as far as they are worked out for the same row.
  private var parts: [CheckedExpression] {
    switch node {
    case .quantity, .time, .truth, .variable, .lastResult, .entity, .collection, .claims, .claimColumn, .subject, .extreme,
      .invalid, .table, .column,
      .pipeline, .rows, .entityRows, .claimRows, .cell, .tableFigure:
      []
    case .text(let segments):
      segments.compactMap { if case .expression(let inner) = $0 { inner } else { nil } }
    case .property(let inner, _), .negate(let inner), .inUnit(let inner, _), .adoptUnit(let inner, _), .not(let inner),
      .surely(let inner), .perhaps(let inner), .isMissing(let inner, _):
      [inner]
    case .defined(let inner, _, let arguments): [inner] + arguments.compactMap(\.self)
    case .call(_, let arguments): arguments
    case .columnCall(let call): call.arguments + [call.condition].compactMap(\.self)
    case .span(let start, let end): [start, end].compactMap(\.self)
    case .qualified(let inner, let qualifiers): [inner] + qualifiers.compactMap(\.time)
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right), .textTest(_, let left, let right),
      .includes(let left, let right), .and(let left, let right), .or(let left, let right):
      [left, right]
    case .between(let value, let low, let high): [value, low, high]
    case .oneOf(let value, let choices): [value] + choices
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    }
  }

  /// Whether it looks at the columns of a row.
  public var readsColumns: Bool {
    switch node {
    case .column, .columnCall: true
    default: parts.contains(where: \.readsColumns)
    }
  }

  /// The names, folded, of the columns of a row that it looks at.
  var columnsRead: Set<String> {
    var names = parts.reduce(into: Set<String>()) { $0.formUnion($1.columnsRead) }
    switch node {
    case .column(let name): names.insert(foldName(name))
    case .columnCall(let call): names.formUnion((call.within + [call.over].compactMap(\.self)).map { foldName($0) })
    default: break
    }
    return names
  }

  /// The names, folded, of the columns whose cells it counts with or puts in an order.
  var columnsMeasured: Set<String> {
    switch node {
    case .columnCall(let call):
      switch call.function {
      case .count, .distinct, .first, .last, .text, .concat: break
      default: return columnsRead
      }
    case .arithmetic, .negate, .between: return columnsRead
    case .comparison(let sign, _, _) where sign != .equal && sign != .notEqual: return columnsRead
    default: break
    }
    return parts.reduce(into: Set<String>()) { $0.formUnion($1.columnsMeasured) }
  }

  /// The names of values from outside the row that it takes: `$name`, each once, in order.
  public var variableNames: [String] {
    if case .variable(let name) = node { return [name] }
    return Set(parts.flatMap(\.variableNames)).sorted()
  }

  /// The tables whose figures it asks for, also by the measures that it is made of.
  public var tablesAsked: Set<String> {
    var names = parts.reduce(into: Set<String>()) { $0.formUnion($1.tablesAsked) }
    switch node {
    case .tableFigure(let figure): names.insert(figure.table)
    case .defined(_, let entry, _):
      switch entry.body {
      case .measure(_, let body), .filter(_, let body): names.formUnion(body.tablesAsked)
      case .comparison, .report, .hypotheses: break
      }
    default: break
    }
    return names
  }

  /// Whether it has one value for a whole group.
  var isMadeOfAggregates: Bool {
    switch node {
    case .column: false
    case .columnCall(let call) where call.isAggregate: true
    default: parts.allSatisfy(\.isMadeOfAggregates)
    }
  }
}

extension CheckedQualifier {
  /// The time that it names.
  public var time: CheckedExpression? {
    switch self {
    case .during(let time), .over(let time), .asOf(let time), .asStatedBy(let time): time
    case .status, .preferred, .latestStated, .each: nil
    }
  }
}

extension CheckedColumnCall {
  /// Whether it is one figure for many rows.
  public var isAggregate: Bool { function.role == .aggregate && !isOfOneRow }
}
