/// Why a table could not be read or a pipeline not be run.
public enum TableError: Error, Sendable, Hashable {
  case cancelled
  /// One sentence without a full stop; a place in a file where there is one (line and column from 1), and what helps.
  case unreadable(String, line: Int? = nil, column: Int? = nil, notes: [String] = [])
  /// A step that these columns don't allow, such as the sum of a rate.
  case wrongStep(String, notes: [String] = [])
  case tooLarge(String)
}
