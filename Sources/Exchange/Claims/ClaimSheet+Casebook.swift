public import Casebook
import Evidence

extension ClaimSheet {
  /// The claims of a casebook, in the order of the files. What cells can't hold is counted: derived figures, and
  /// values for which the language has no form.
  public init(of casebook: Casebook, losses: inout Losses) {
    self.init()
    for id in casebook.allClaims() {
      let claim = casebook[id]
      if case .derived = claim.value {
        losses.lose("a derived figure, which is a rule and no claim")
        continue
      }
      guard let row = row(of: claim, in: casebook) else {
        losses.lose("a claim with a value or a name for which cells have no form")
        continue
      }
      rows.append(row)
    }
  }

  private func row(of claim: Claim, in casebook: Casebook) -> ClaimRow? {
    var texts: [ClaimColumn: String] = [:]
    guard let entity = LanguageText.name(casebook[claim.entity].name),
      let property = LanguageText.name(casebook[claim.property].name),
      let (value, unit) = value(claim.value, in: casebook)
    else { return nil }
    texts[.entity] = entity
    texts[.property] = property
    texts[.value] = value
    texts[.unit] = unit
    if claim.status != .actual { texts[.status] = claim.status.rawValue }
    texts[.mode] = claim.mode.adverb
    if let time = claim.time {
      guard let written = LanguageText.time(time) else { return nil }
      texts[.time] = written
    } else if let period = claim.timeEntity {
      guard let written = LanguageText.name(casebook[period].name) else { return nil }
      texts[.time] = written
    }
    let citations = casebook.citations(of: claim)
    guard let (source, locator) = cells(of: citations) else { return nil }
    if !source.isEmpty { texts[.source] = source }
    texts[.locator] = locator
    if claim.isPreferred { texts[.preferred] = "yes" }
    if let details = claim.details {
      texts[.scope] = details.scope.map(cell)
      texts[.words] = details.words.map(cell)
      if !details.caveats.isEmpty { texts[.caveat] = cell(details.caveats) }
      texts[.grade] = details.grade?.description
      if !details.via.isEmpty {
        let names = details.via.compactMap { LanguageText.name(casebook[$0].id) }
        guard names.count == details.via.count else { return nil }
        texts[.via] = names.joined(separator: ", ")
      }
      if !details.supportedBy.isEmpty {
        let support = details.supportedBy.compactMap { citation(casebook[$0.source].id, $0.locator) }
        guard support.count == details.supportedBy.count else { return nil }
        texts[.supportedBy] = support.joined(separator: ", ")
      }
      texts[.deprecatedBecause] = details.deprecatedBecause.map(cell)
      texts[.remark] = details.documentation.map(cell)
    }
    return ClaimRow(cells: texts.mapValues { ClaimRow.Cell(text: $0, range: 0..<0) }, number: rows.count + 2, range: 0..<0)
  }

  /// A text as a cell: bare, or in quotation marks where a bare one would be read as something else.
  private func cell(_ text: String) -> String {
    let isBare = text.trimmed == text && !text.isEmpty && !text.hasPrefix("\"") && !text.contains { $0.isNewline || $0 == "\t" }
    return isBare ? text : LanguageText.text(text)
  }

  private func cell(_ texts: [String]) -> String {
    texts.count == 1 ? cell(texts[0]) : texts.map(LanguageText.text).joined(separator: ", ")
  }

  /// The cells of the sources: one source has its place in the cell beside it, several stand with theirs in one.
  private func cells(of citations: [Citation]) -> (source: String, locator: String?)? {
    if citations.count == 1, let only = citations.first {
      guard let name = LanguageText.name(only.source.id) else { return nil }
      return (name, only.locator.map(cell))
    }
    let written = citations.compactMap { citation($0.source.id, $0.locator) }
    return written.count == citations.count ? (written.joined(separator: ", "), nil) : nil
  }

  private func citation(_ source: String, _ locator: String?) -> String? {
    LanguageText.name(source).map { name in locator.map { "\(name) \(LanguageText.locator($0))" } ?? name }
  }

  private func value(_ value: ClaimValue, in casebook: Casebook) -> (value: String, unit: String?)? {
    switch value {
    case .number(let number, let unit):
      guard let written = unit.written else { return nil }
      return (Self.words(number), number == .unquantified || written.isEmpty ? nil : written)
    case .text(let texts): return (texts.map(LanguageText.text).joined(separator: ", "), nil)
    case .time(let time): return LanguageText.time(time).map { ($0, nil) }
    case .entities(let entities):
      let names = entities.compactMap { LanguageText.name(casebook[$0].name) }
      return names.count == entities.count ? (names.joined(separator: ", "), nil) : nil
    case .truth(let truth): return (truth ? "yes" : "no", nil)
    case .word(let word): return LanguageText.name(word).map { ($0, nil) }
    case .none: return ("none", nil)
    case .unknown: return ("unknown", nil)
    case .derived: return nil
    }
  }

  /// A number with its hedge in the language's words, thousands not set apart.
  private static func words(_ number: HedgedNumber) -> String {
    func text(_ number: Number) -> String { number.text(grouped: false) }
    switch number {
    case .exact(let number): return text(number)
    case .about(let number): return "about \(text(number))"
    case .some(let number): return "some \(text(number))"
    case .moreThan(let number): return "more than \(text(number))"
    case .atLeast(let number): return "at least \(text(number))"
    case .atMost(let number): return "at most \(text(number))"
    case .fewerThan(let number): return "fewer than \(text(number))"
    case .upTo(let number): return "up to \(text(number))"
    case .asManyAs(let number): return "as many as \(text(number))"
    case .range(let one, let other): return "\(text(one)) to \(text(other))"
    case .plusMinus(let number, let width): return "\(text(number)) ± \(text(width))"
    case .portion(let number, let whole): return "\(text(number)) of \(text(whole))"
    case .lowPoint(let number): return "low point \(text(number))"
    case .peak(let number): return "peak \(text(number))"
    case .unquantified: return "unquantified"
    }
  }
}
