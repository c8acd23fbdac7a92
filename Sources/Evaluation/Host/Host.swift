public import Diagnostics
public import Reports

/// What the evaluator needs of the world outside, so that it touches no file and no terminal itself.
public protocol Host: AnyObject {
  /// Whether the user has asked to stop. Asked often; must be cheap.
  var isInterrupted: Bool { get }

  /// Told, while a file is read, how many of its rows and of its bytes are done, and of how many bytes. Called on one thread only.
  func progress(rows: Int, bytes: Int, of allBytes: Int)

  /// Writes a document in the format that the path's ending names.
  func save(_ document: Document, to path: String) throws(HostFailure)

  /// Writes a file of data part by part; nothing of it is seen before it is whole. Throws `HostFailure` for what the host can't do, and
  /// what the body throws.
  func save(to path: String, _ body: (_ write: @escaping @Sendable ([UInt8]) throws -> Void) throws -> Void) throws

  /// What a report's colophon says of where it comes from: the script, the casebook and their versions.
  var colophon: [ColophonEntry] { get }
}

/// Why the host did not do what was asked.
public struct HostFailure: Error, Hashable, Sendable {
  public var code: DiagnosticCode
  /// One sentence without a full stop.
  public var message: String
  public var notes: [String]

  public init(_ code: DiagnosticCode, _ message: String, notes: [String] = []) {
    self.code = code
    self.message = message
    self.notes = notes
  }
}
