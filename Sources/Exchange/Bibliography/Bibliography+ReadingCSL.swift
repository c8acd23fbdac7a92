import Evidence

/// CSL-JSON, as Zotero, Mendeley and pandoc write it.
extension Bibliography {
  /// Reads a list of items, or one item. An item that is none is left out and reported; the others are read.
  public init(csl bytes: [UInt8]) {
    self.init()
    let file = FileText(bytes)
    if let problem = file.problem {
      problems = [problem]
      return
    }
    do throws(ExchangeProblem) {
      var reader = JSONReader(bytes, range: file.start..<bytes.count)
      let value = try reader.read()
      for item in value.list ?? value["items"]?.list ?? [value] { read(item) }
    } catch {
      problems.append(error)
    }
  }

  private mutating func read(_ item: JSONValue) {
    guard case .object(let members) = item.content else {
      problems.append(
        ExchangeProblem(
          "an item of CSL-JSON is an object", at: item.range, "something else", hint: "as in: {\"id\": …, \"title\": …}"))
      return
    }
    guard item["title"] != nil || item["author"] != nil || item["id"] != nil else {
      problems.append(ExchangeProblem("this item has neither an id nor a title nor an author", at: item.range))
      return
    }
    var draft = SourceDraft()
    var doi: String?
    var genre: String?
    for member in members {
      let value = member.value
      switch member.name {
      case "id": if draft.key.isEmpty { draft.key = value.text ?? "" }
      case "citation-key": draft.key = value.text ?? draft.key
      case "type": draft.type = SourceTypes.fromCSL(value.text ?? "")
      case "title": draft.title = (value.text ?? "").trimmed
      case "author": draft.authors = authors(value)
      case "container-title": draft.container = value.text
      case "publisher": draft.publisher = value.text
      case "issued": draft.published = date(value)
      case "accessed": draft.accessed = date(value)
      case "URL": draft.url = value.text
      case "DOI": doi = value.text
      case "language": draft.language = value.text.map(LanguageNames.name(ofCode:))
      case "note": draft.note = value.text
      case "genre": genre = value.text
      case "custom": readCustom(value["cotejo"], into: &draft)
      default: losses.lose(member.name)
      }
    }
    if draft.url == nil, let doi {
      draft.url = "https://doi.org/" + doi
    } else if doi != nil {
      losses.lose("DOI")
    }
    if let genre {
      if genre == "column" && draft.type == "news" { draft.type = genre } else { losses.lose("genre") }
    }
    add(draft)
  }

  /// What CSL has no field for and the writer puts apart.
  private func readCustom(_ value: JSONValue?, into draft: inout SourceDraft) {
    guard let value else { return }
    if let type = value["type"]?.text { draft.type = type }
    if let form = value["short_form"]?.text { draft.shortForm = form }
    if case .truth(true)? = value["anonymous"]?.content { draft.isAnonymous = true }
    draft.relays = value["relays"]?.list?.compactMap(\.text) ?? []
    if let time = value["published"]?.text.flatMap({ try? TimeSpan(edtf: $0) }) { draft.published = time }
    if let time = value["accessed"]?.text.flatMap({ try? TimeSpan(edtf: $0) }) { draft.accessed = time }
    if let language = value["language"]?.text { draft.language = language }
  }

  private func authors(_ value: JSONValue) -> [Author] {
    (value.list ?? []).compactMap { name in
      if let literal = name["literal"]?.text { return Author(literal: literal.trimmed) }
      guard let family = name["family"]?.text else { return name["given"]?.text.map { Author(family: $0, given: nil) } }
      let particle = name["non-dropping-particle"]?.text.map { $0 + " " } ?? ""
      let given = [name["given"]?.text, name["dropping-particle"]?.text, name["suffix"]?.text].compactMap(\.self).filter {
        !$0.isEmpty
      }
      return Author(family: particle + family, given: given.isEmpty ? nil : given.joined(separator: " "))
    }
  }

  private mutating func date(_ value: JSONValue) -> TimeSpan? {
    let isApproximate =
      value["circa"].map { circa in
        switch circa.content {
        case .truth(let truth): truth
        case .null: false
        default: circa.text != "0" && circa.text != ""
        }
      } ?? false
    let parts = value["date-parts"]?.list?.compactMap { $0.list?.compactMap(\.integer) }.filter { !$0.isEmpty } ?? []
    let dates = parts.map { part in
      TimeSpan(
        checkedYear: part[0], month: part.count > 1 ? part[1] : nil, day: part.count > 2 ? part[2] : nil,
        isApproximate: isApproximate)
    }
    if dates.count == 1, let date = dates[0] { return date }
    if dates.count == 2, let first = dates[0], let last = dates[1], let span = TimeSpan(from: first, to: last) { return span }
    let written = value["raw"]?.text ?? value["literal"]?.text ?? value["season"]?.text
    if let time = written.flatMap({ try? TimeSpan(edtf: $0) }) { return time }
    problems.append(
      ExchangeProblem(
        "this date can't be read", at: value.range, "no date", hint: "the source is kept without it", isWarning: true))
    return nil
  }
}
