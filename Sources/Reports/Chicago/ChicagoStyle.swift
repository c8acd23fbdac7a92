public import Evidence

/// The note that names a source in full, for the first time that a document cites it, as a sentence.
///
///     R. Evan Ellis, “Mexico's Fight against Transnational Organized Crime,” 2018, ¶19.
///
/// After the Chicago Manual of Style, 17th edition, notes and bibliography. What relays the source and what the source itself cites follow
/// in the same sentence.
public func chicagoNote(_ citation: Citation) -> [Inline] {
  var sentence = ChicagoSentence(style: .chicago)
  var sources = SourceList()
  sentence.append(citation, sources: &sources)
  return closedSentence(sentence.content)
}

/// The entry of a source in the bibliography.
///
///     Ellis, R. Evan. “Mexico's Fight against Transnational Organized Crime.” 2018.
public func chicagoBibliography(_ source: SourceRecord) -> [Inline] {
  ChicagoEntry(source).content
}

/// The text with a capital letter at its beginning.
func capitalised(_ sentence: String) -> String {
  sentence.prefix(1).uppercased() + sentence.dropFirst()
}

/// The text with the stop that ends a sentence, unless a sign that ends one is already there. It stands inside a closing quotation mark.
func closedSentence(_ inlines: [Inline], with stop: Character = ".") -> [Inline] {
  guard let last = inlines.last else { return [] }
  let text = plainText([last])
  let ending = text.last { $0 != "”" && $0 != "’" }
  if let ending, stop == ".", ".?!…".contains(ending) { return inlines }
  if case .quote(let quoted) = last { return inlines.dropLast() + [.quote(quoted + String(stop))] }
  return inlines + [.text(String(stop))]
}
