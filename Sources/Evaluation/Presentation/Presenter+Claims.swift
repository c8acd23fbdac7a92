import Casebook
import Diagnostics
import Evidence
import Reports

extension Presenter {
  /// A claim in a sentence: `about 15,000 people in 2018 [1]`.
  func inlines(claim id: ClaimID) -> [Inline] { words(claim: id) + mark(sources(of: id)) }

  /// The same without the notes.
  func words(claim id: ClaimID, seenFrom entity: EntityID? = nil) -> [Inline] {
    let time = evaluator.timePhrase(id)
    return value(claim: id, seenFrom: entity) + (time.isEmpty ? [] : [.text(time)]) + reservationInlines(id)
  }

  /// What a claim says, as its source printed it. Seen from an entity that it points at, that is the entity that it is made of.
  func value(claim id: ClaimID, seenFrom entity: EntityID? = nil) -> [Inline] {
    if let entity, casebook[id].entity != entity { return [name(casebook[id].entity)] }
    switch casebook[id].value {
    case .number, .derived:
      let words = evaluator.valueWords(id)
      guard let result = try? evaluator.figure(of: id, at: evaluator.placeOfClaim(casebook[id])), case .found(let figure) = result
      else {
        return [.text(words)]
      }
      return [.value(words, exact: export(figure))] + range(of: figure)
    case .entities(let entities): return names(entities)
    case .text, .time, .truth, .word: return [.text(evaluator.valueWords(id))]
    case .none, .unknown: return [.absent(evaluator.valueWords(id))]
    }
  }

  /// The claims whose citations a claim is noted with: its own, or for a derived one those that it rests on.
  func sources(of id: ClaimID) -> [ClaimID] {
    guard case .derived = casebook[id].value,
      let result = try? evaluator.figure(of: id, at: evaluator.placeOfClaim(casebook[id])),
      case .found(let figure) = result
    else { return [id] }
    builder.use(id)
    return claims(of: figure).filter { $0 != id }
  }

  /// The answer to a question in a sentence or a cell.
  func inlines(_ answer: PropertyAnswer) throws(Diagnostic) -> [Inline] {
    let claims = answer.answer.claims
    if claims.isEmpty {
      builder.gaps.append(.noClaim(answer))
      return [.absent(evaluator.missingWords([.noClaim(answer)], named: .none))]
    }
    var result: [Inline] = []
    for (index, group) in alike(claims, { asked($0, answer) }).enumerated() {
      if index > 0 { result.append(.text("; ")) }
      result += group.words + mark(group.claims.flatMap { sources(of: $0) })
      if group.claims.contains(where: { isContradicted($0, in: answer) }) { result.append(.conflictMark) }
    }
    return result
  }

  /// Claims that read alike, such as one figure on two pages, are said once, with the notes of all.
  func alike(_ claims: [ClaimID], _ words: (ClaimID) -> [Inline]) -> [(words: [Inline], claims: [ClaimID])] {
    var groups: [(words: [Inline], claims: [ClaimID])] = []
    for claim in claims {
      let said = words(claim)
      if let index = groups.firstIndex(where: { plainText($0.words) == plainText(said) }) {
        groups[index].claims.append(claim)
      } else {
        groups.append((said, [claim]))
      }
    }
    return groups
  }

  /// A claim in answer to a question, without its notes; its time is left out where it surely held at all of the time asked for.
  private func asked(_ claim: ClaimID, _ answer: PropertyAnswer) -> [Inline] {
    if case .during(let span) = answer.query.time, let time = casebook.time(of: casebook[claim]), isPlainly(span, in: time) {
      return value(claim: claim, seenFrom: answer.query.entity) + reservationInlines(claim)
    }
    return words(claim: claim, seenFrom: answer.query.entity)
  }

  private func isPlainly(_ span: TimeSpan, in time: TimeSpan) -> Bool {
    if span == time { return true }
    let verdict = span.within(time, policies)
    return verdict.surely && !verdict.restsOnSoftBound
  }

  private func reservationInlines(_ claim: ClaimID) -> [Inline] {
    let reservations = evaluator.reservations(claim)
    return reservations.isEmpty ? [] : [.text(" (" + reservations.joined(separator: ", ") + ")")]
  }

  /// Whether a claim stands in a set whose claims contradict one another.
  func isContradicted(_ claim: ClaimID, in answer: PropertyAnswer) -> Bool {
    answer.answer.sets.contains { $0.agreement == .conflict && $0.claims.contains(claim) }
  }

  // MARK: Alone

  /// The answer to a question that stands alone: one claim as a sentence, several as a table, and what else there is to know.
  func blocks(_ answer: PropertyAnswer) throws(Diagnostic) -> [Block] {
    let claims = answer.answer.claims
    var blocks: [Block] = []
    switch claims.count {
    case 0: return self.blocks([.noClaim(answer)], named: .none)
    case 1: blocks.append(.paragraph(words(claim: claims[0], seenFrom: answer.query.entity) + mark(sources(of: claims[0]))))
    default: blocks.append(.table(table(claims, answer)))
    }
    blocks += agreement(of: answer)
    var lines: [[Inline]] = []
    if let resolver = answer.query.resolver { lines.append([.text("chosen: \(resolver.words)")]) }
    for claim in claims { lines += evaluator.remarks(on: claim, in: answer).map { [.text($0)] } }
    // A claim's scope stands beside its value.
    lines += qualifications(claims.filter { casebook[$0].details?.scope == nil }, areNoted: true)
    lines += hiddenLines(answer)
    if !answer.answer.undated.isEmpty {
      lines.append([.text("without a time: ")] + list(answer.answer.undated))
    }
    if casebook[answer.query.property].value.isQuantity {
      blocks += claims.compactMap { evaluator.caution(on: $0) }.eachOnce.map { .remark(kind: .caution, [.text($0)]) }
    }
    return blocks + lines.eachOnce.map { .remark(kind: .note, $0) }
  }

  private func list(_ claims: [ClaimID]) -> [Inline] {
    var result: [Inline] = []
    for (index, claim) in claims.enumerated() {
      if index > 0 { result.append(.text("; ")) }
      result += inlines(claim: claim)
    }
    return result
  }

  /// One row a claim, in order of time.
  private func table(_ claims: [ClaimID], _ answer: PropertyAnswer) -> TableBlock {
    let property = casebook[answer.query.property]
    let hasReservations = claims.contains { !evaluator.reservations($0).isEmpty }
    let hasTimes = claims.contains { casebook.time(of: casebook[$0]) != nil || casebook[$0].timeEntity != nil }
    var columns: [TableBlock.Column] = hasTimes ? [TableBlock.Column("time")] : []
    columns.append(
      TableBlock.Column(title: [.property(property.title)], name: property.name, isNumeric: property.value.isQuantity))
    if hasReservations { columns.append(TableBlock.Column("as")) }
    columns.append(TableBlock.Column("source"))
    let rows = claims.map { claim -> TableBlock.Row in
      var figure = value(claim: claim, seenFrom: answer.query.entity)
      if isContradicted(claim, in: answer) { figure.append(.conflictMark) }
      var cells = hasTimes ? [TableBlock.Cell(timeCell(claim))] : []
      cells.append(TableBlock.Cell(figure))
      if hasReservations { cells.append(TableBlock.Cell(evaluator.reservations(claim).joined(separator: ", "))) }
      let sources = sources(of: claim)
      let names = sources.flatMap { casebook.citations(of: casebook[$0]).map(\.shortForm) }
      cells.append(TableBlock.Cell([.text(names.eachOnce.joined(separator: "; "))] + mark(sources)))
      let perhaps = answer.answer.marks(of: claim).contains(.possiblyThen)
      return TableBlock.Row(cells: cells, band: perhaps ? .possible : .certain)
    }
    return TableBlock(
      caption: [name(answer.query.entity), .text(": "), .property(property.title)], columns: columns, rows: rows)
  }

  private func timeCell(_ claim: ClaimID) -> [Inline] {
    if let period = casebook[claim].timeEntity { return [name(period)] }
    if let time = casebook.time(of: casebook[claim]) { return [.text(time.words)] }
    return [.absent("no time")]
  }

  /// How the claims about one thing stand to each other, one line for each set of more than one.
  private func agreement(of answer: PropertyAnswer) -> [Block] {
    answer.answer.sets.compactMap { set -> Block? in
      guard set.claims.count > 1 else { return nil }
      let origins = casebook.origins(of: set.claims).count
      let independent = origins == 1 ? "of one origin" : "of \(origins) independent origins"
      let count = "\(set.claims.count) claims \(independent)"
      let range = set.hull.map { ": together \(displayRange($0))" } ?? ""
      switch set.agreement {
      case .single: return nil
      case .agree: return .remark(kind: .note, [.text("\(count) agree")])
      case .differ: return .remark(kind: .note, [.text("\(count) differ and are not merged" + range)])
      case .conflict: return .remark(kind: .caution, [.text("\(count) contradict one another and are not merged" + range)])
      case .notComparable:
        return .remark(kind: .note, [.text("\(count) count different things and cannot be set against each other")])
      }
    }
  }

  private func hiddenLines(_ answer: PropertyAnswer) -> [[Inline]] {
    HiddenClaim.Reason.allCases.compactMap { reason in
      let hidden = answer.answer.hidden.filter { $0.reason == reason }.map(\.claim)
      guard !hidden.isEmpty else { return nil }
      return [.text("left out, \(reason.words): ")] + list(hidden)
    }
  }

  // MARK: Nothing

  /// What was asked for and is not there, with the nearest that is.
  func blocks(_ missing: [Missing], named name: Evaluator.GapName = .full) -> [Block] {
    builder.gaps += missing
    if missing.isEmpty { return [.paragraph([.absent("missing")])] }
    return missing.map { .paragraph(explanation($0, named: name)) }
  }

  /// `no claim of naval_infantry.personnel in 2016; nearest: about 15,000 people in 2018 [1]`
  func explanation(_ missing: Missing, named naming: Evaluator.GapName = .full) -> [Inline] {
    let absent = Inline.absent(evaluator.missingWords([missing], named: naming))
    switch missing {
    case .noClaim(let answer): return [absent] + nearest(answer)
    case .denied(let answer): return [absent, .text(": ")] + list(answer.answer.claims)
    case .statedAbsent(let claim), .statedUnknown(let claim), .noNumber(let claim):
      return [absent, .text(": the claim says ")] + inlines(claim: claim)
    case .noBest: return [absent, .text(": the sources print only bounds")]
    case .noBound: return [absent, .text(": the sources give none on that side")]
    case .openTime: return [absent, .text(": the time is open or not known at an end")]
    case .notOfOneSource: return [absent, .text(": it is made from claims; ask for one of their properties")]
    case .oneFigureOnly(let answer):
      return [absent, .text(": it takes two dated figures that are neither low point nor peak")]
        + (answer.answer.claims.isEmpty ? [] : [.text("; there is ")] + list(answer.answer.claims))
    case .noExtreme(let answer, _):
      return [absent, .text(" is stated")]
        + (answer.answer.claims.isEmpty ? [] : [.text("; there is ")] + list(answer.answer.claims))
    case .stopped(let why): return [.absent("not comparable"), .text(": \(why)")]
    case .noRow(let table, let entity, let span, let near):
      let time = span.map { $0.words.hasPrefix("since ") || $0.words.hasPrefix("until ") ? " \($0.words)" : " in \($0.words)" }
      let rest = (time ?? "") + near.map { "; \($0)" }.joined()
      return [.absent("no row"), .text(" of \(table) is of "), name(entity), .text(rest)]
    case .noTime(let entity): return [absent, .text(" of "), name(entity)]
    }
  }

  /// What there is in place of a claim: the nearest in time, planned figures, and properties like it.
  func nearest(_ answer: PropertyAnswer) -> [Inline] {
    var result: [Inline] = []
    if let nearest = answer.answer.nearest { result += [.text("; nearest: ")] + inlines(claim: nearest) }
    for claim in answer.answer.otherStatus.prefix(3) where claim != answer.answer.nearest {
      result +=
        [.text("; \(casebook[claim].status.word): ")] + value(claim: claim) + [.text(evaluator.timePhrase(claim))] + mark([claim])
    }
    for claim in answer.answer.relatedByProperty.prefix(3) {
      result += [.text("; see also "), .property(casebook[casebook[claim].property].name), .text(": ")] + inlines(claim: claim)
    }
    let later = answer.answer.hidden.filter { $0.reason == .saidLater }
    if !later.isEmpty { result.append(.text("; \(later.count) said only later")) }
    let undated = answer.answer.undated
    if result.isEmpty, !undated.isEmpty { result += [.text("; without a time: ")] + list(undated) }
    return result
  }
}

extension Evaluator {
  /// What should make the reader of a claim careful: it speaks of a time after everything that it rests on was published.
  func caution(on id: ClaimID) -> String? {
    let claim = casebook[id]
    guard claim.status == .actual, let time = casebook.time(of: claim) else { return nil }
    let citations = casebook.citations(of: claim)
    let support = citations.first?.supportedBy ?? []
    let bases = support.isEmpty ? citations : support
    guard !bases.isEmpty, bases.allSatisfy({ $0.source.published?.isBefore(time, policies).surely ?? false }) else { return nil }
    let years = bases.map(\.source.year).eachOnce.joined(separator: ", ")
    let names = bases.map(\.source.shortForm).eachOnce.joined(separator: ", ")
    let rests = support.isEmpty ? "rests only on" : "is supported only by"
    let sources = bases.count == 1 ? "a source" : "sources"
    return "\(valueWords(id))\(timePhrase(id)) \(rests) \(sources) of \(years), before the time it speaks of: \(names)"
  }
}

extension ValueType {
  var isQuantity: Bool {
    if case .quantity = self { return true }
    return false
  }
}
