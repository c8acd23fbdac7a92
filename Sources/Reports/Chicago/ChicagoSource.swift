import Evidence

/// One source in the forms that notes need, without the stop at the end.
struct ChicagoSource {
  let source: SourceRecord
  private let form: ChicagoForm

  init(_ source: SourceRecord) {
    self.source = source
    form = ChicagoForm(type: source.type)
  }

  /// Everything that lets a reader find the source.
  func full(locator: String?) -> [Inline] {
    var parts = ChicagoParts()
    parts.add(authors(ChicagoAuthors.note))
    parts.add(title)
    switch form {
    case .article:
      let name = source.container.map(containerName) ?? []
      if isJournal {
        parts.add(name + [.text(" (" + date + ")")])
        parts.add(locator.map { [.text(pages($0))] }, separator: ": ")
      } else {
        parts.add(name)
        parts.add([.text(date)])
        parts.add(locator.map { [.text($0)] })
      }
    case .book:
      let publisher = [source.publisher ?? source.container, date].compactMap { $0 }.joined(separator: ", ")
      parts.add([.text("(" + publisher + ")")], separator: " ")
      parts.add(locator.map { [.text(pages($0))] })
    case .webPage:
      parts.add(source.container.map { [.text($0)] })
      parts.add([.text(date)])
      parts.add(locator.map { [.text($0)] })
    case .medium, .picture, .description:
      parts.add([.text(date)])
      parts.add(medium.map { [.text($0)] })
      parts.add(locator.map { [.text($0)] })
    }
    parts.add(accessed.map { [.text("accessed " + $0)] })
    parts.add(address)
    return parts.content
  }

  /// For every later note: the family name, a short title, the place. `usesFullTitle` where the short one would be another source's, too.
  func short(locator: String?, usesFullTitle: Bool) -> [Inline] {
    var parts = ChicagoParts()
    parts.add(authors(ChicagoAuthors.short))
    parts.add(usesFullTitle ? title : styled(isDescription ? source.title : ChicagoTitle.short(source.title)))
    if usesFullTitle { parts.add([.text(date)]) }
    parts.add(locator.map { [.text(isBook || isJournal ? pages($0) : $0)] })
    return parts.content
  }

  // MARK: Parts

  /// The date as far as the source prints it, or `n.d.`
  var date: String { source.published.flatMap(chicagoDate) ?? "n.d." }

  /// When the page was read, if it says so.
  var accessed: String? { source.accessed.flatMap(chicagoDate) }

  /// Where it is found, as a link that shows itself.
  var address: [Inline]? { source.url.map { [.link(url: $0, text: $0)] } }

  /// The whole title as its type is set.
  var title: [Inline] { styled(source.title) }

  /// A title as its type is set; a source without one is called by its short form.
  func styled(_ title: String) -> [Inline] {
    let title = title.isEmpty ? source.shortForm : title
    return switch form {
    case .book, .picture: [.emphasis([.text(title)])]
    case .description: [.text(describes(title))]
    case .article, .webPage, .medium: [.quote(ChicagoTitle.nested(title))]
    }
  }

  /// Who is not named is not listed as an author: the description says who it was.
  func authors(_ list: ([Author]) -> String) -> [Inline]? {
    if isDescription, source.isAnonymous || source.authors.isEmpty { return nil }
    let names = list(source.authors)
    return names.isEmpty ? nil : [.text(names)]
  }

  /// The medium and what holds it: `YouTube video, 9:13`, `photograph, Reuters`.
  var medium: String? {
    switch form {
    case .medium(let word), .picture(let word):
      guard let container = source.container else { return word }
      return container.lowercased().contains(word) ? container : word + ", " + container
    case .description: return source.container
    case .article, .webPage, .book: return nil
    }
  }

  /// A periodical's name in italics; a remark in brackets after it, such as `(website)`, stays roman.
  func containerName(_ container: String) -> [Inline] {
    guard let bracket = container.firstRange(of: " (") else { return [.emphasis([.text(container)])] }
    return [.emphasis([.text(String(container[..<bracket.lowerBound]))]), .text(String(container[bracket.lowerBound...]))]
  }

  /// Whether the title is a description of something untitled.
  var isDescription: Bool { if case .description = form { true } else { false } }
  /// Whether it stands by itself, with a publisher in brackets.
  var isBook: Bool { if case .book = form { true } else { false } }
  /// Whether it is part of a periodical.
  var isArticle: Bool { if case .article = form { true } else { false } }
  /// A periodical of which only the year is known is cited as a journal.
  var isJournal: Bool { isArticle && source.container != nil && isYear }
  /// Whether the date is a year and nothing else.
  private var isYear: Bool { date.utf8.count == 4 && date.utf8.allSatisfy { (0x30...0x39).contains($0) } }

  /// Of journals and books, pages are numbers alone.
  private func pages(_ locator: String) -> String {
    for word in ["p. ", "pp. "] where locator.hasPrefix(word) { return String(locator.dropFirst(word.count)) }
    return locator
  }

  private func describes(_ title: String) -> String {
    source.isAnonymous && !title.lowercased().contains("anonymous") ? title + " (anonymous)" : title
  }
}
