public import Evidence
import Names

/// Sources as another program keeps them.
public struct Bibliography: Sendable {
  /// In the order of the file, each with a name of its own.
  public private(set) var sources: [SourceRecord] = []
  /// What could not be read, in the order of the file.
  public internal(set) var problems: [ExchangeProblem] = []
  /// Fields for which a source has no place.
  public internal(set) var losses = Losses()
  private var names: Set<String> = []

  /// Sources that are there already, to be written.
  public init(_ sources: [SourceRecord]) { self.sources = sources }

  init() {}

  /// Adds a source that was read, by a name made of its key, or of its author and year where the key is no name.
  mutating func add(_ draft: SourceDraft) {
    var name = draft.key.contains("/") ? "" : LanguageText.identifier(from: draft.key, folded: foldName)
    if name.isEmpty || name.utf8.allSatisfy({ $0.isDigit }) {
      let author = draft.authors.first?.family ?? draft.container ?? draft.title
      name = LanguageText.identifier(
        from: "\(author.split(separator: " ").prefix(3).joined(separator: " ")) \(draft.year)", folded: foldName)
    }
    if name.isEmpty { name = "source" }
    var unique = name
    var number = 2
    while !names.insert(unique).inserted {
      unique = "\(name)_\(number)"
      number += 1
    }
    sources.append(draft.record(id: unique))
  }
}

/// A source while its entry is read.
struct SourceDraft {
  var key = ""
  var type = ""
  var authors: [Author] = []
  var title = ""
  var container: String?
  var publisher: String?
  var published: TimeSpan?
  var accessed: TimeSpan?
  var url: String?
  var language: String?
  var isAnonymous = false
  var relays: [String] = []
  var shortForm: String?
  var note: String?

  var year: String { published?.years.map { String($0.lowerBound) } ?? "" }

  func record(id: String) -> SourceRecord {
    SourceRecord(
      id: id, type: type, authors: authors, title: title, container: container, publisher: publisher, published: published,
      accessed: accessed, url: url, language: language, isAnonymous: isAnonymous, relays: relays, shortForm: shortForm, note: note
    )
  }
}
