/// The stable code of a message, as printed in `error[E031]`, and the catalogue entry behind `explain E031`.
///
/// Codes go by stage: E00x–E02x reading and syntax, E03x–E05x meaning (names, kinds, units, status), E06x casebooks,
/// E07x evaluation, E08x files and the command line. A code is never given a second meaning.
public enum DiagnosticCode: String, Sendable, CaseIterable, Hashable {
  // Reading and syntax
  case notUTF8 = "E001"
  case unexpectedCharacter = "E002"
  case unclosedText = "E003"
  case unclosedBracket = "E004"
  case unmatchedBracket = "E005"
  case unexpectedToken = "E006"
  case badNumber = "E007"
  case numberTooLarge = "E008"
  case badDate = "E009"
  case tooDeep = "E010"
  case badEscape = "E011"
  case unclosedName = "E012"
  case expectedValue = "E013"
  case chainedComparison = "E014"
  case oneEquals = "E015"
  case unclearDash = "E016"
  case unknownStatement = "E017"
  case unknownVerb = "E018"
  case missingTitle = "E019"
  case fileTooLarge = "E020"

  // Meaning
  case unknownName = "E030"
  case statusMismatch = "E031"
  case unitMismatch = "E032"
  case unknownProperty = "E033"
  case ambiguousName = "E034"
  case unknownKind = "E035"
  case wrongKind = "E036"
  case wrongType = "E037"
  case unknownVariable = "E038"
  case unknownFunction = "E039"
  case wrongArguments = "E040"
  case timeNeeded = "E041"
  case hole = "E042"
  case unknownUnit = "E043"
  case alreadyDefined = "E044"
  case circularDefinition = "E045"
  case unknownColumn = "E046"
  case wrongColumn = "E047"
  case notComparable = "E050"

  // Casebooks
  case claimWithoutSource = "E060"
  case unknownSource = "E061"
  case claimWithoutLocator = "E062"
  case valueDoesNotFit = "E063"
  case impossibleTime = "E064"
  case sourceCycle = "E065"
  case partOfCycle = "E066"
  case sourceOlderThanClaim = "E067"
  case tooManyClaims = "E068"
  case duplicateClaim = "E069"

  // Evaluation
  case divisionByZero = "E070"
  case noClaim = "E071"
  case budgetExceeded = "E072"
  case interrupted = "E073"
  case expectationFailed = "E074"
  case severalTimes = "E075"
  case wrongTableStep = "E076"

  // Files and the command line
  case noSuchFile = "E080"
  case cannotRead = "E081"
  case cannotWrite = "E082"
  case notAllowed = "E083"
  case unknownLanguageVersion = "E084"
  case badImport = "E085"
}
