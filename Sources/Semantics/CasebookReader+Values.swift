import Casebook
import Diagnostics
import Evidence
import Syntax

/// What a claim says, fitted to what its property takes.
extension CasebookReader {
  /// The value of a line; nil, after a report, where it doesn't fit.
  func value(of line: ClaimLine, _ property: Property) -> ClaimValue? {
    switch line.value {
    case .invalid: return nil
    case .none: return ClaimValue.none
    case .unknown: return .unknown
    case .unquantified(let range):
      guard case .quantity(let unit, _) = property.value else {
        return misfit(line, property, "the word unquantified", at: range)
      }
      return .number(.unquantified, unit)
    case .quantity(let literal): return value(literal, line, property)
    case .texts(let texts): return value(texts, line, property)
    case .time(let literal):
      guard case .time = property.value else { return misfit(line, property, "a time", at: literal.range) }
      return time(literal)
    case .truth(let truth, let range):
      if case .truth = property.value { return .truth(truth) }
      return misfit(line, property, "yes or no", at: range)
    case .names(let paths): return value(paths, line, property)
    }
  }

  private func time(_ literal: TimeLiteral) -> ClaimValue? {
    switch LiteralMeaning.time(literal) {
    case .success(let span): return .time(span)
    case .failure(let diagnostic):
      diagnostics.append(diagnostic)
      return nil
    }
  }

  private func value(_ literal: QuantityLiteral, _ line: ClaimLine, _ property: Property) -> ClaimValue? {
    switch property.value {
    case .quantity(let unit, _):
      if let problem = LiteralMeaning.problem(with: literal) {
        diagnostics.append(problem)
        return nil
      }
      guard let written = literal.unit else {
        let isRatio = unit.isCompatible(with: .percent)
        if literal.number.isPercent, !isRatio { return unitMisfit(line, property, unit, found: .percent, at: literal.range) }
        return .number(LiteralMeaning.hedgedNumber(literal), literal.number.isPercent ? .percent : unit)
      }
      switch LiteralMeaning.unit(written, in: units) {
      case .failure(let diagnostic):
        diagnostics.append(diagnostic)
        return nil
      case .success(let found):
        guard found.isCompatible(with: unit) || unit == .none || found.isBareRate(of: unit) else {
          return unitMisfit(line, property, unit, found: found, at: written.range)
        }
        return .number(LiteralMeaning.hedgedNumber(literal), found.isCompatible(with: unit) || unit == .none ? found : unit)
      }
    case .time:
      // A bare year, which the parser could not tell from a number.
      guard literal.hedge == nil || literal.hedge == .about, literal.join == nil, literal.unit == nil,
        literal.number.decimals == 0,
        let year = Int(exactly: literal.number.value), (1...9999).contains(year)
      else { return misfit(line, property, "a number", at: literal.range) }
      return .time(TimeSpan(year: year, month: nil, day: nil, isApproximate: literal.hedge == .about))
    default: return misfit(line, property, "a number", at: literal.range)
    }
  }

  private func value(_ texts: [TextLiteral], _ line: ClaimLine, _ property: Property) -> ClaimValue? {
    guard case .text = property.value else { return misfit(line, property, "a text", at: texts.first?.range ?? line.range) }
    var plain: [String] = []
    for text in texts {
      guard let letters = text.plain else {
        diagnostics.append(
          Diagnostic(
            .valueDoesNotFit, "a claim's text holds no expression", at: text.range, "", notes: ["write `\\{` for the sign itself"]
          ))
        return nil
      }
      plain.append(letters)
    }
    return .text(plain)
  }

  private func value(_ paths: [Path], _ line: ClaimLine, _ property: Property) -> ClaimValue? {
    switch property.value {
    case .entity(let kind):
      var found: [EntityID] = []
      for path in paths {
        guard let target = entity(path) else { return nil }
        if let kind, !casebook.is(casebook[target].kind, a: kind) {
          diagnostics.append(
            Diagnostic(
              .wrongKind, "\(property.name) takes \(casebook[kind].plural), and \(casebook[target].name) is of another kind",
              at: path.range,
              casebook[casebook[target].kind].title))
          return nil
        }
        found.append(target)
      }
      return .entities(found)
    case .word:
      guard let path = paths.first, let word = path.names.first, paths.count == 1, path.names.count == 1 else {
        return misfit(line, property, "several names", at: line.range)
      }
      return .word(word.text)
    default: return misfit(line, property, "a name", at: paths.first?.range ?? line.range)
    }
  }

  // MARK: Messages

  private func misfit(_ line: ClaimLine, _ property: Property, _ found: String, at range: SourceRange) -> ClaimValue? {
    diagnostics.append(
      Diagnostic(
        .valueDoesNotFit, "\(property.name) takes \(wanted(property)), and this is \(found)", at: range, found,
        notes: ["for example `\(property.name) \(example(property))`"]))
    return nil
  }

  private func unitMisfit(_ line: ClaimLine, _ property: Property, _ unit: Unit, found: Unit, at range: SourceRange)
    -> ClaimValue?
  {
    diagnostics.append(
      Diagnostic(
        .unitMismatch, "\(property.name) is counted in \(unit.words), and this is in \(found.words)", at: range,
        "in \(found.words)",
        notes: ["a count of other things is another property"]))
    return nil
  }

  private func wanted(_ property: Property) -> String {
    switch property.value {
    case .quantity: return "a number"
    case .text: return "a text"
    case .time: return "a time"
    case .truth: return "yes or no"
    case .word: return "a word"
    case .entity(let kind): return kind.map { "the name of one of the \(casebook[$0].plural)" } ?? "the name of an entity"
    }
  }

  private func example(_ property: Property) -> String {
    switch property.value {
    case .quantity: return "about 1_200"
    case .text: return "\"…\""
    case .time: return "2018-02"
    case .truth: return "yes"
    case .word: return "es"
    case .entity(let kind):
      return casebook.entities.first { kind == nil || casebook.is($0.kind, a: kind ?? $0.kind) }?.name ?? "NAME"
    }
  }

  func wrongDomain(_ name: Identifier, _ property: PropertyID, _ entity: EntityID) -> Diagnostic {
    let kinds = casebook[property].domain.map { casebook[$0].plural }.joined(separator: ", ")
    return Diagnostic(
      .wrongKind, "\(casebook[property].name) is said of \(kinds), and \(casebook[entity].name) is of another kind",
      at: name.range,
      casebook[casebook[entity].kind].title)
  }

  func inverseClaim(_ line: ClaimLine, _ property: PropertyID) -> Diagnostic {
    let forward = casebook[property].inverse.map { casebook[$0].name } ?? ""
    return Diagnostic(
      .valueDoesNotFit, "\(line.property.text) is \(forward) read from the other end", at: line.property.range,
      "no claim is made of it",
      notes: ["make the claim of \(forward), in the block of the other entity"])
  }

  func withoutSource(_ line: ClaimLine) -> Diagnostic {
    Diagnostic(
      .claimWithoutSource, "this claim has no source", at: line.range, "who says so?",
      notes: ["end the line with `from SOURCE ¶19`, or put the block into `citing SOURCE { … }`"])
  }
}
