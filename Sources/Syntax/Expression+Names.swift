extension Expression {
  /// The names that are used in it: of entities, properties and definitions, in the order in which they stand.
  public var namesUsed: [Identifier] {
    switch node {
    case .quantity, .time, .variable, .hole, .invalid: return []
    case .text(let literal):
      return literal.segments.flatMap { segment -> [Identifier] in
        if case .expression(let inner) = segment { inner.namesUsed } else { [] }
      }
    case .name(let name), .theEntity(let name): return [name]
    case .member(let base, let name): return base.namesUsed + [name]
    case .call(let callee, let arguments): return callee.namesUsed + arguments.flatMap(\.value.namesUsed)
    case .span(let first, let last): return (first?.namesUsed ?? []) + (last?.namesUsed ?? [])
    case .qualified(let inner, _), .unary(_, let inner), .isMissing(let inner, _), .per(let inner, _): return inner.namesUsed
    case .binary(_, let left, let right): return left.namesUsed + right.namesUsed
    case .between(let value, let low, let high): return value.namesUsed + low.namesUsed + high.namesUsed
    case .oneOf(let value, let choices): return value.namesUsed + choices.flatMap(\.namesUsed)
    case .conditional(let condition, let then, let otherwise):
      return condition.namesUsed + then.namesUsed + otherwise.namesUsed
    case .pipeline(let source, let verbs): return source.namesUsed + verbs.flatMap(\.namesUsed)
    }
  }
}

extension PipelineVerb {
  fileprivate var namesUsed: [Identifier] {
    switch kind {
    case .where(let condition): condition.namesUsed
    case .select(let columns): columns.flatMap(\.value.namesUsed)
    case .sort(let keys): keys.flatMap(\.value.namesUsed)
    case .take, .skip, .count, .rename, .pivot, .describe, .sample, .balanced, .wholeYears: []
    case .derive(let columns): columns.flatMap(\.value.namesUsed)
    case .drop(let columns), .distinct(let columns), .unpivot(let columns, _, _): columns.flatMap(\.value.namesUsed)
    case .group(let keys, let figures): (keys + figures).flatMap(\.value.namesUsed)
    case .join(let join): join.other.namesUsed
    case .top(_, let keys, _): keys.flatMap(\.value.namesUsed)
    case .union(let other): other.namesUsed
    }
  }
}
