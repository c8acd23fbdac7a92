/// What `explain E031` says about a code.
public struct CatalogueEntry: Sendable, Hashable {
  /// A few words, without a full stop.
  public var title: String
  /// Two to four plain sentences: what is wrong, why it is refused, what to do.
  public var explanation: String
  /// A small input that provokes the message.
  public var example: String

  init(_ title: String, _ explanation: String, example: String) {
    self.title = title
    self.explanation = explanation
    self.example = example
  }
}

extension DiagnosticCode {
  /// The code's entry in the catalogue.
  public var entry: CatalogueEntry {
    switch self {
    case .notUTF8, .unexpectedCharacter, .unclosedText, .unclosedBracket, .unmatchedBracket, .unexpectedToken, .badNumber,
      .numberTooLarge, .badDate, .tooDeep, .badEscape, .unclosedName, .expectedValue, .chainedComparison, .oneEquals,
      .unclearDash,
      .unknownStatement, .unknownVerb, .missingTitle, .fileTooLarge:
      syntaxEntry
    case .unknownName, .statusMismatch, .unitMismatch, .unknownProperty, .ambiguousName, .unknownKind, .wrongKind, .wrongType,
      .unknownVariable, .unknownFunction, .wrongArguments, .timeNeeded, .hole, .unknownUnit, .alreadyDefined, .circularDefinition,
      .notComparable, .unknownColumn, .wrongColumn:
      meaningEntry
    case .claimWithoutSource, .unknownSource, .claimWithoutLocator, .valueDoesNotFit, .impossibleTime, .sourceCycle, .partOfCycle,
      .sourceOlderThanClaim, .tooManyClaims, .duplicateClaim:
      casebookEntry
    case .divisionByZero, .noClaim, .budgetExceeded, .interrupted, .expectationFailed, .severalTimes, .wrongTableStep,
      .noSuchFile, .cannotRead, .cannotWrite, .notAllowed, .unknownLanguageVersion, .badImport:
      runningEntry
    }
  }

  /// The code with that number, whatever its case: `E031`, `e31`, `31`.
  public init?(number text: String) {
    let digits = text.first == "E" || text.first == "e" ? text.dropFirst() : Substring(text)
    guard !digits.isEmpty, digits.utf8.count <= 3, digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    self.init(rawValue: "E" + String(repeating: "0", count: 3 - digits.utf8.count) + digits)
  }
}
