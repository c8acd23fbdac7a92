import Evidence

/// BibLaTeX, as Zotero and JabRef write it; BibTeX's older fields are read too.
extension Bibliography {
  /// Reads every entry. One that is wrong is left out and reported; the others are read.
  public init(biblatex bytes: [UInt8]) {
    self.init()
    let file = FileText(bytes)
    if let problem = file.problem {
      problems = [problem]
      return
    }
    var reader = BibLaTeXReader(file)
    reader.run()
    problems = reader.problems
    for entry in reader.entries { read(entry) }
    if reader.entries.isEmpty, problems.isEmpty, !bytes.isEmpty {
      problems.append(
        ExchangeProblem("there is no entry in this file", at: 0..<1, hint: "as in: @article{ellis2018, title = {…}}"))
    }
    problems.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func read(_ entry: BibLaTeXReader.Entry) {
    var draft = SourceDraft(key: entry.key, type: SourceTypes.fromBibLaTeX(entry.type))
    var (year, month, doi, subtype, subtitle) = ("", "", String?.none, String?.none, "")
    var relates = ""
    var related: [String] = []
    for (name, value, range) in entry.fields {
      let plain = TeXText.plain(value)
      guard !plain.isEmpty else { continue }
      switch name {
      case "title": draft.title = plain
      case "subtitle": subtitle = plain
      case "author": draft.authors = authors(value)
      case "journaltitle", "journal", "booktitle": draft.container = plain
      case "publisher", "institution", "organization", "school": draft.publisher = draft.publisher ?? plain
      case "date": draft.published = time(value, at: range)
      case "year": year = plain
      case "month": month = plain.lowercased()
      case "urldate": draft.accessed = time(value, at: range)
      case "url": draft.url = address(value)
      case "doi": doi = address(value)
      case "langid", "language": draft.language = draft.language ?? LanguageNames.name(ofBabel: plain)
      case "note", "addendum": draft.note = draft.note.map { "\($0) \(plain)" } ?? plain
      case "entrysubtype": subtype = plain
      case "shorthand": draft.shortForm = plain
      case "related": related = plain.split(separator: ",").map { String($0).trimmed }
      case "relatedtype": relates = plain
      default: losses.lose(name)
      }
    }
    if !subtitle.isEmpty { draft.title += (draft.title.isEmpty ? "" : ": ") + subtitle }
    if draft.published == nil, !year.isEmpty {
      let number = Int(month) ?? Self.months.firstIndex { month.hasPrefix($0) }.map { $0 + 1 }
      draft.published = Int(year).flatMap { TimeSpan(checkedYear: $0, month: number) } ?? (try? TimeSpan(edtf: year))
    }
    if let subtype { draft.type = subtype == "newspaper" ? "news" : subtype }
    if relates == "relays" { draft.relays = related } else { losses.lose("related", related.count) }
    if draft.url == nil, let doi {
      draft.url = "https://doi.org/" + doi
    } else if doi != nil {
      losses.lose("doi")
    }
    add(draft)
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  private mutating func time(_ value: String, at range: Range<Int>) -> TimeSpan? {
    let written = value.trimmed
    if let time = try? TimeSpan(edtf: written) { return time }
    problems.append(
      ExchangeProblem(
        "this date can't be read", at: range, "no date",
        hint: "BibLaTeX writes 2018-02-14 or 2016/2018; the source is kept without it",
        isWarning: true))
    return nil
  }

  /// An address, in which only the braces and backslashes of TeX are taken out.
  private func address(_ value: String) -> String {
    String(value.filter { $0 != "{" && $0 != "}" && $0 != "\\" }).trimmed
  }

  private func authors(_ value: String) -> [Author] {
    Self.parts(value, separatedBy: " and ").compactMap { part in
      let written = part.trimmed
      if written.isEmpty || written == "others" { return nil }
      if written.hasPrefix("{"), written.hasSuffix("}") { return Author(literal: TeXText.plain(written)) }
      let pieces = Self.parts(written, separatedBy: ",").map { TeXText.plain($0) }
      guard pieces.count > 1 else {
        let words = Self.parts(written, separatedBy: " ").map { TeXText.plain($0) }.filter { !$0.isEmpty }
        guard let last = words.last else { return nil }
        // Small words before the family name belong to it.
        let first = words.dropLast().firstIndex { $0.first?.isLowercase == true } ?? words.count - 1
        let given = words[..<first].joined(separator: " ")
        return Author(
          family: first == words.count - 1 ? last : words[first...].joined(separator: " "), given: given.isEmpty ? nil : given)
      }
      let given = ([pieces[pieces.count - 1]] + pieces[1..<(pieces.count - 1)]).filter { !$0.isEmpty }.joined(separator: " ")
      return Author(family: pieces[0], given: given.isEmpty ? nil : given)
    }
  }

  /// The parts of a text between separators that stand in no braces.
  private static func parts(_ text: String, separatedBy separator: String) -> [String] {
    var parts = [""]
    var depth = 0
    var rest = Substring(text.split { $0.isNewline || $0 == "\t" }.joined(separator: " "))
    while let first = rest.first {
      if depth == 0, rest.hasPrefix(separator) {
        rest = rest.dropFirst(separator.count)
        parts.append("")
        continue
      }
      if first == "{" { depth += 1 }
      if first == "}" { depth -= 1 }
      parts[parts.count - 1].append(first)
      rest.removeFirst()
    }
    return parts
  }

  // MARK: Writing

  /// The sources as BibLaTeX. What it has no field for is counted.
  public func biblatex(losses: inout Losses) -> String {
    sources.map { entry(of: $0, &losses) }.joined(separator: "\n")
  }

  private func entry(of source: SourceRecord, _ losses: inout Losses) -> String {
    var fields: [(String, String)] = []
    func text(_ name: String, _ text: String?) {
      if let text, !text.isEmpty { fields.append((name, TeXText.escaped(text))) }
    }
    func time(_ name: String, _ time: TimeSpan?) {
      guard let time else { return }
      if time.isUnknown { losses.lose("a date that is known to be unknown") } else { fields.append((name, time.edtf)) }
    }
    let type = SourceTypes.toBibLaTeX(source.type)
    text("title", source.title)
    let names = source.authors.map { author in
      author.isOrganisation
        ? "{\(TeXText.escaped(author.family))}"
        : TeXText.escaped(author.given.map { "\(author.family), \($0)" } ?? "\(author.family),")
    }
    if !names.isEmpty { fields.append(("author", names.joined(separator: " and "))) }
    text(type == "incollection" || type == "inproceedings" ? "booktitle" : "journaltitle", source.container)
    text("publisher", source.publisher)
    time("date", source.published)
    time("urldate", source.accessed)
    if let url = source.url { fields.append(("url", url)) }
    text("language", source.language.map(LanguageNames.babel))
    if SourceTypes.fromBibLaTeX(type) != source.type, !source.type.isEmpty { fields.append(("entrysubtype", source.type)) }
    text("shorthand", source.givenShortForm)
    if !source.relays.isEmpty {
      fields.append(("related", source.relays.joined(separator: ",")))
      fields.append(("relatedtype", "relays"))
    }
    text("note", source.note)
    if source.isAnonymous { losses.lose("that an author is anonymous") }
    return "@\(type){\(source.id),\n" + fields.map { "  \($0) = {\($1)},\n" }.joined() + "}\n"
  }
}
