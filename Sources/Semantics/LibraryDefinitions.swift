public import Diagnostics
public import Syntax

/// Measures and other definitions of casebooks of the Library. They are checked when a name is first looked for among them, because to
/// check them the properties must have been read.
public final class LibraryDefinitions {
  private var unchecked: [Program] = []
  private var known = Scope()
  private let makeChecker: (Scope) -> Checker
  private var diagnostics: [Diagnostic] = []

  /// - Parameter makeChecker: makes a checker that sees the casebook as it is then.
  public init(makeChecker: @escaping (Scope) -> Checker) { self.makeChecker = makeChecker }

  /// Takes in the definitions of further files.
  public func add(_ programs: [Program]) { unchecked += programs }

  /// All that has been taken in, checked.
  var scope: Scope {
    guard !unchecked.isEmpty else { return known }
    let programs = unchecked
    unchecked = []
    var checker = makeChecker(known)
    for program in programs { _ = checker.check(program) }
    known = checker.scope
    diagnostics += checker.diagnostics
    return known
  }

  /// What was wrong with definitions that were checked since this was last asked.
  public func takeDiagnostics() -> [Diagnostic] {
    defer { diagnostics = [] }
    return diagnostics
  }
}
