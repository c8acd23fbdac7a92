/// How the program ends, by the numbers of BSD's sysexits where they fit.
public enum ExitStatus: Int32, Sendable {
  case success = 0
  /// An `expect` failed, a test failed, or evaluation stopped.
  case failure = 1
  case usage = 64
  /// The input is wrong: syntax, names, units.
  case wrongInput = 65
  case noInput = 66
  case cannotWrite = 73
  case interrupted = 130
}
