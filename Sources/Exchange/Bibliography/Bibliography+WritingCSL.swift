import Evidence

extension Bibliography {
  /// The sources as CSL-JSON. What CSL has no field for stands under `custom.cotejo`, where other programs leave it alone, so that reading
  /// it again gives the same sources.
  public var csl: String {
    let items = sources.map { "  " + JSONText.object(members(of: $0)) }
    return items.isEmpty ? "[]\n" : "[\n" + items.joined(separator: ",\n") + "\n]\n"
  }

  private func members(of source: SourceRecord) -> [(name: String, value: String)] {
    func text(_ name: String, _ text: String?) -> (name: String, value: String)? { text.map { (name, JSONText.quoted($0)) } }
    var members = [
      text("id", source.id), text("type", SourceTypes.toCSL(source.type)),
      source.title.isEmpty ? nil : text("title", source.title),
    ].compactMap(\.self)
    if !source.authors.isEmpty { members.append(("author", JSONText.list(source.authors.map(name)))) }
    let others = [text("container-title", source.container), text("publisher", source.publisher)]
    members += others.compactMap(\.self)
    if let date = source.published.flatMap(date) { members.append(("issued", date)) }
    if let date = source.accessed.flatMap(date) { members.append(("accessed", date)) }
    members += [text("URL", source.url), text("language", source.language.map(LanguageNames.code)), text("note", source.note)]
      .compactMap(\.self)
    let custom = custom(of: source)
    if !custom.isEmpty { members.append(("custom", JSONText.object([("cotejo", JSONText.object(custom))]))) }
    return members
  }

  private func name(_ author: Author) -> String {
    if author.isOrganisation { return JSONText.object([("literal", JSONText.quoted(author.family))]) }
    let given = author.given.map { [("given", JSONText.quoted($0))] } ?? []
    return JSONText.object([("family", JSONText.quoted(author.family))] + given)
  }

  /// What a date of CSL can say of a time; nil where it can say nothing.
  private func date(_ time: TimeSpan) -> String? {
    let ends = time.edtf.split(separator: "/", omittingEmptySubsequences: false).map { end in
      (end.hasSuffix("~") ? end.dropLast() : end).split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    }
    let parts = ends.map { $0.compactMap(\.self) }
    guard zip(ends, parts).allSatisfy({ $0.count == $1.count && !$1.isEmpty }) else { return nil }
    // Above 12 stand EDTF's seasons.
    guard parts.allSatisfy({ $0.count < 2 || (1...12).contains($0[1]) }) else { return nil }
    let lists = JSONText.list(parts.map { JSONText.list($0.map(String.init)) })
    return JSONText.object([("date-parts", lists)] + (time.isApproximate ? [("circa", "true")] : []))
  }

  private func custom(of source: SourceRecord) -> [(name: String, value: String)] {
    var custom: [(name: String, value: String)] = []
    if SourceTypes.fromCSL(SourceTypes.toCSL(source.type)) != source.type {
      custom.append(("type", JSONText.quoted(source.type)))
    }
    if let form = source.givenShortForm { custom.append(("short_form", JSONText.quoted(form))) }
    if source.isAnonymous { custom.append(("anonymous", "true")) }
    if !source.relays.isEmpty { custom.append(("relays", JSONText.list(source.relays.map(JSONText.quoted)))) }
    if let time = source.published, isMore(time) { custom.append(("published", JSONText.quoted(time.edtf))) }
    if let time = source.accessed, isMore(time) { custom.append(("accessed", JSONText.quoted(time.edtf))) }
    if let language = source.language, LanguageNames.name(ofCode: LanguageNames.code(of: language)) != language {
      custom.append(("language", JSONText.quoted(language)))
    }
    return custom
  }

  /// Whether a date of CSL would say less than the time does.
  private func isMore(_ time: TimeSpan) -> Bool {
    date(time) == nil || (time.isApproximate && time.edtf.contains("/"))
  }
}
