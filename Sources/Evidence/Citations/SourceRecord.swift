/// What is known of a source. Shared by everything that cites it; equal by identifier.
public final class SourceRecord: Sendable, Hashable {
  /// The name by which claims know it.
  public let id: String
  /// `article`, `report`, `news`, `interview` …; empty where nobody says.
  public let type: String
  /// In the order of the title page.
  public let authors: [Author]
  /// Empty where it has none.
  public let title: String
  /// The newspaper, journal, site or agency that it appeared in.
  public let container: String?
  /// Who brought it out.
  public let publisher: String?
  /// When it came out.
  public let published: TimeSpan?
  /// When it was read on a page that may change.
  public let accessed: TimeSpan?
  /// Where it is to be found.
  public let url: String?
  /// A code such as `es`.
  public let language: String?
  /// Whether it is known who said it and not told.
  public let isAnonymous: Bool
  /// The sources whose findings it passes on, by identifier, so that all of them are one origin.
  public let relays: [String]
  /// How notes call it, where that is said and does not follow from author and year.
  public let givenShortForm: String?
  /// A remark of whoever keeps the casebook.
  public let note: String?

  /// Everything but the identifier may be left out.
  public init(
    id: String, type: String = "", authors: [Author] = [], title: String = "", container: String? = nil, publisher: String? = nil,
    published: TimeSpan? = nil, accessed: TimeSpan? = nil, url: String? = nil, language: String? = nil, isAnonymous: Bool = false,
    relays: [String] = [], shortForm: String? = nil, note: String? = nil
  ) {
    self.id = id
    self.type = type
    self.authors = authors
    self.title = title
    self.container = container
    self.publisher = publisher
    self.published = published
    self.accessed = accessed
    self.url = url
    self.language = language
    self.isAnonymous = isAnonymous
    self.relays = relays
    self.givenShortForm = shortForm
    self.note = note
  }

  /// How notes call it: `Ellis 2018`, `Ellis and Serrano 2019`, `Ellis et al. 2020`; without an author by where it appeared or its
  /// title, without a date by `n.d.`, as the Chicago Manual does.
  public var shortForm: String {
    if let givenShortForm { return givenShortForm }
    let name: String
    switch authors.count {
    case 0: name = isAnonymous ? "anonymous \(type.isEmpty ? "source" : type)" : container ?? (title.isEmpty ? id : title)
    case 1: name = authors[0].family
    case 2: name = "\(authors[0].family) and \(authors[1].family)"
    case 3: name = "\(authors[0].family), \(authors[1].family), and \(authors[2].family)"
    default: name = "\(authors[0].family) et al."
    }
    return "\(name) \(year)"
  }

  /// The year of publication, or the years; `n.d.` without one.
  public var year: String {
    guard let published, let years = published.years else { return "n.d." }
    let text = years.count == 1 ? String(years.lowerBound) : "\(years.lowerBound)–\(years.upperBound)"
    return published.isApproximate ? "ca. \(text)" : text
  }

  /// Equal by identifier.
  public static func == (left: SourceRecord, right: SourceRecord) -> Bool { left === right || left.id == right.id }

  /// By identifier.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
