import Session

/// `new`
extension Command {
  /// Makes a casebook to begin with, and says what to do next.
  func new(_ folder: String) -> ExitStatus {
    do throws(Files.Failure) {
      try Session.makeCasebook(at: folder)
    } catch {
      printer.say("cotejo: \(folder) cannot be made: \(error.description)")
      return .cannotWrite
    }
    printer.put(
      """
      \(folder) holds a small casebook. Next:
        cotejo check \(folder)      says what is wrong with it
        use ./\(folder)             reads it, in the shell or in a script

      """)
    return .success
  }
}
