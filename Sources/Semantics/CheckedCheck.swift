public import Casebook

/// A figure and the series that could be meant by it.
public struct CheckedCheck: Sendable {
  public var subject: CheckedExpression
  /// As written.
  public var label: String
  /// Of whom bare candidates speak, where the figure is one of somebody's.
  public var entity: EntityID?
  public var candidates: [CheckedComparison.Item]
  /// What holds for the figure and every candidate.
  public var qualifiers: [CheckedQualifier]
  public var because: String?

  public init(
    subject: CheckedExpression, label: String, entity: EntityID?, candidates: [CheckedComparison.Item],
    qualifiers: [CheckedQualifier], because: String? = nil
  ) {
    self.subject = subject
    self.label = label
    self.entity = entity
    self.candidates = candidates
    self.qualifiers = qualifiers
    self.because = because
  }
}
