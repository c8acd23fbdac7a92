public import Evidence

/// Sources as declarations of the language.
public enum SourceText {
  /// One block for each source, blank lines between them. What a declaration can't hold is counted: a date for which the language has no form
  /// becomes a note.
  public static func declarations(of sources: [SourceRecord], losses: inout Losses) -> String {
    sources.map { declaration(of: $0, losses: &losses) }.joined(separator: "\n")
  }

  private static func declaration(of source: SourceRecord, losses: inout Losses) -> String {
    var lines: [String] = []
    func text(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("\(name) \(LanguageText.text(value))") }
    }
    func word(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      if let written = LanguageText.name(value) {
        lines.append("\(name) \(written)")
      } else {
        losses.lose("a \(name) that is no word")
      }
    }
    func time(_ name: String, _ value: TimeSpan?) {
      guard let value else { return }
      if let written = LanguageText.time(value) {
        lines.append("\(name) \(written)")
      } else {
        lines.append("note \(LanguageText.text("\(name): \(value.edtf) (EDTF)"))")
        losses.lose("a date that the language has no form for, kept as a note")
      }
    }
    word("type", source.type)
    for author in source.authors {
      text(author.isOrganisation ? "corporate_author" : "author", author.isOrganisation ? author.family : name(author, &losses))
    }
    text("container", source.container)
    text("publisher", source.publisher)
    time("published", source.published)
    time("accessed", source.accessed)
    text("url", source.url)
    word("language", source.language)
    if source.isAnonymous { lines.append("anonymous yes") }
    let relayed = source.relays.compactMap(LanguageText.name)
    losses.lose("a relayed source without a name", source.relays.count - relayed.count)
    if !relayed.isEmpty { lines.append("relays " + relayed.joined(separator: ", ")) }
    text("short_form", source.givenShortForm)
    text("note", source.note)
    let head =
      "source \(LanguageText.name(source.id) ?? "source") \(LanguageText.text(source.title.isEmpty ? source.id : source.title))"
    return lines.isEmpty ? head + "\n" : head + " {\n" + lines.map { "  \($0)\n" }.joined() + "}\n"
  }

  /// A person so that reading it again gives the same family name.
  private static func name(_ author: Author, _ losses: inout Losses) -> String {
    if author.family.contains(",") { losses.lose("a comma in a family name") }
    let family = author.family.split(separator: ",").joined()
    if let given = author.given { return "\(family), \(given)" }
    return family.contains(" ") ? family + "," : family
  }
}
