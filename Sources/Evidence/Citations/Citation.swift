/// A place in a source, with the documents through which it reached the reader and what it cites itself.
public struct Citation: Hashable, Sendable {
  /// The source that is cited.
  public let source: SourceRecord
  /// `¶19`, `p. 31`; several are joined by commas.
  public let locator: String?
  /// The documents that relay it, nearest to the reader first.
  public let via: [SourceRecord]
  /// What the source itself cites for what it says.
  public let supportedBy: [Citation]

  /// A citation of a whole source, unless a place in it is given.
  public init(source: SourceRecord, locator: String? = nil, via: [SourceRecord] = [], supportedBy: [Citation] = []) {
    self.source = source
    self.locator = locator
    self.via = via
    self.supportedBy = supportedBy
  }

  /// `Ellis 2018 ¶19`
  public var shortForm: String { shortForm(.plain) }

  /// The same in a style.
  public func shortForm(_ style: DisplayStyle) -> String {
    locator.map { "\(source.shortForm) \(style.locator($0))" } ?? source.shortForm
  }
}
