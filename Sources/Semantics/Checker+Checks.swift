import Casebook
import Diagnostics
import Evidence
import Syntax

extension Checker {
  /// Checks a figure and its candidates: a bare candidate is a property or a measure of whom the figure is, at the same time.
  mutating func check(_ question: Check) -> CheckedCheck {
    let subject = check(question.subject, .plain)
    if !subject.isInvalid, !isFigure(subject.type) { report(wrongType(subject, wanted: "a quantity", notes: [])) }
    let entity = subject.firstEntity
    let context = entity.map { Context(subject: casebook[$0].kind) } ?? .plain
    let candidates = question.candidates.map { item in
      let value = check(item.value, context)
      if !value.isInvalid, !isFigure(value.type) { report(wrongType(value, wanted: "a quantity", notes: [])) }
      return CheckedComparison.Item(label: label(item.value, item.label), value: value)
    }
    var qualifiers = check(question.qualifiers)
    if case .qualified(_, let own) = subject.node { qualifiers += own }
    return CheckedCheck(
      subject: subject, label: spelled(question.subject), entity: entity, candidates: candidates, qualifiers: qualifiers,
      because: text(of: question.because))
  }

  private func isFigure(_ type: StaticType) -> Bool {
    switch type {
    case .quantity, .unknown: true
    default: false
    }
  }
}

extension CheckedExpression {
  /// The first entity of which something is asked in it.
  var firstEntity: EntityID? {
    switch node {
    case .entity(let entity): entity
    case .property(let subject, _), .defined(let subject, _, _): subject.firstEntity
    case .qualified(let inner, _), .negate(let inner), .inUnit(let inner, _), .adoptUnit(let inner, _): inner.firstEntity
    case .arithmetic(_, let left, let right): left.firstEntity ?? right.firstEntity
    case .call(_, let operands): operands.lazy.compactMap(\.firstEntity).first
    default: nil
    }
  }
}
