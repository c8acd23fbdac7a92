import Casebook
import Diagnostics
import Evidence
import Reports
import Semantics

/// Turns values into blocks and spans of a document, with a note for every figure that rests on a claim.
struct Presenter {
  let evaluator: Evaluator
  let builder: DocumentBuilder

  var casebook: Casebook { evaluator.casebook }
  var policies: Policies { evaluator.policies }

  /// A value as it stands alone, at the prompt or under `show`.
  func blocks(_ value: Value) throws(Diagnostic) -> [Block] {
    switch value {
    case .figure(let figure): return [.paragraph(inlines(figure) + range(of: figure))] + footers(figure)
    case .answer(let answer): return try blocks(answer)
    case .verdict(let judgement): return blocks(judgement)
    case .text(let text): return [.paragraph(try inlines(text))]
    case .time(let span): return [.paragraph([.text(span.words)])]
    case .entity(let entity): return try card(entity)
    case .claim(let claim): return [.paragraph(inlines(claim: claim))]
    case .entities(let table): return try blocks(table)
    case .change(let change): return try blocks(change)
    case .table(let table): return try blocks(table)
    case .extreme(let extreme): return [.paragraph([.keyword(extreme.words)])]
    case .document(let document): return document.blocks
    case .missing(let missing): return blocks(missing)
    }
  }

  /// A value within a sentence or a cell.
  func inlines(_ value: Value) throws(Diagnostic) -> [Inline] {
    switch value {
    case .figure(let figure): return inlines(figure)
    case .answer(let answer): return try inlines(answer)
    case .verdict(let judgement): return inlines(judgement)
    case .text(let text): return try inlines(text)
    case .time(let span): return [.text(span.words)]
    case .entity(let entity): return [name(entity)]
    case .claim(let claim): return inlines(claim: claim)
    case .entities(let table) where table.claims != nil: return [.text("\(table.rows.count) \(table.name)")]
    case .entities(let table): return names(table.rows.compactMap(\.entity))
    case .change(let change): return foldInlines(change)
    case .table(let table): return [.text(table.name)]
    case .extreme(let extreme): return [.keyword(extreme.words)]
    case .document(let document): return document.title
    case .missing(let missing):
      builder.gaps += missing
      return [.absent(evaluator.missingWords(missing, named: .property))]
    }
  }

  func inlines(_ text: RichText) throws(Diagnostic) -> [Inline] {
    var result: [Inline] = []
    for piece in text.pieces {
      switch piece {
      case .plain(let words): result.append(.text(words))
      case .value(let value): result += try inlines(value)
      }
    }
    return result
  }

  // MARK: Names

  func name(_ entity: EntityID) -> Inline { .name(casebook[entity].title, id: casebook[entity].name) }

  func names(_ entities: [EntityID]) -> [Inline] {
    var result: [Inline] = []
    for (index, entity) in entities.enumerated() {
      if index > 0 { result.append(.text(", ")) }
      result.append(name(entity))
    }
    return result
  }

  // MARK: Notes

  /// The mark of the note for claims: their citations, the words of their hedges and their caveats.
  func mark(_ claims: [ClaimID]) -> [Inline] {
    var numbers: [Int] = []
    for claim in claims {
      builder.use(claim)
      for number in noteNumbers(claim) where !numbers.contains(number) { numbers.append(number) }
    }
    return numbers.isEmpty ? [] : [.text(" "), .noteMark(numbers.sorted())]
  }

  /// The mark of the note for a claim whose caveat stands beside it: its citations alone.
  func citationMark(_ id: ClaimID) -> [Inline] {
    builder.use(id)
    let citations = casebook.citations(of: casebook[id])
    guard !citations.isEmpty else { return [] }
    return [.text(" "), .noteMark([builder.notes.note(for: citations, hedge: nil, caveats: [])])]
  }

  private func noteNumbers(_ id: ClaimID) -> [Int] {
    let claim = casebook[id]
    let citations = casebook.citations(of: claim)
    guard !citations.isEmpty else { return [] }
    return [
      builder.notes.note(for: citations, hedge: claim.details?.words, caveats: claim.details?.caveats ?? [])
    ]
  }
}

extension Evaluator {
  /// What stands in a file or an entry, on one line.
  func spelled(_ expression: CheckedExpression) -> String { oneLine(sourceMap.text(expression.range)) }

  /// The letters of a text whose values are printed without marks.
  func plain(_ text: RichText) -> String {
    var result = ""
    for piece in text.pieces {
      switch piece {
      case .plain(let words): result += words
      case .value(let value): result += words(value)
      }
    }
    return result
  }

  /// A value in a few words, for messages, labels and colophons.
  func words(_ value: Value) -> String {
    switch value {
    case .figure(let figure): text(figure)
    case .answer(let answer):
      answer.answer.claims.isEmpty
        ? missingWords([.noClaim(answer)], named: .none)
        : answer.answer.claims.prefix(3).map { claimPhrase($0) }.joined(separator: "; ")
    case .verdict(let judgement): judgement.words
    case .text(let text): plain(text)
    case .time(let span): span.words
    case .entity(let entity): casebook[entity].title
    case .claim(let claim): claimPhrase(claim)
    case .entities(let table): table.rows.prefix(5).map { words($0.subject) }.joined(separator: ", ")
    case .change(let change): text(change.figureValue)
    case .table(let table): table.name
    case .extreme(let extreme): extreme.words
    case .document(let document): plainText(document.title)
    case .missing(let missing): missingWords(missing, named: .full)
    }
  }

  /// A figure as it is printed, without its notes: `about 15,000 people`.
  func text(_ figure: FigureValue) -> String {
    if figure.isYear { return figure.quantity.displayAsYear }
    if case .literal = figure.figure.lineage.operation, let written = figure.figure.lineage.note, isYear(written) {
      return written
    }
    // A claim's own figure is printed as its source printed it.
    if case .claim(let number) = figure.figure.lineage.operation, let claim = casebook.claim(number: number),
      case .number(let hedged, let unit) = casebook[claim].value, unit == figure.quantity.unit
    {
      return hedged.phrase(unit: unit)
    }
    return display(figure.quantity)
  }
}

/// Whether a number was written as years are: four digits and nothing else.
private func isYear(_ written: String) -> Bool {
  written.utf8.count == 4 && written.utf8.allSatisfy { (0x30...0x39).contains($0) }
}

/// A text on one line: runs of blanks and line ends become one blank.
func oneLine(_ text: String) -> String {
  text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
}

extension Judgement {
  /// `yes*`, `maybe`, `cannot tell`.
  var words: String {
    if cannotTell { return "cannot tell" }
    return verdict.description
  }
}
