extension CheckedExpression {
  /// The expressions that it is made of, as far as they are worked out for the same row.
  private var parts: [CheckedExpression] {
    switch node {
    case .quantity, .time, .truth, .variable, .lastResult, .entity, .collection, .claims, .claimColumn, .subject,
      .extreme, .invalid, .table, .column, .pipeline, .rows, .entityRows, .cell, .tableFigure:
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
