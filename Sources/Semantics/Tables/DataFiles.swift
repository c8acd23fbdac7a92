public import Diagnostics
public import Tables

/// Opens files of data. Their columns must be known before a text that speaks of them can be checked.
public protocol DataFiles: AnyObject {
  /// Looks a file over and says what its columns are; `-` is the standard input. Opening it again gives what was found before.
  func open(_ path: String, _ options: ReadingOptions) throws(DataFileFailure) -> OpenedFile
}

/// A file of data that was looked over.
public struct OpenedFile: Sendable {
  public var source: any TableSource
  public var profile: FileProfile
  /// Reads all of the file and gives what tells its bytes from any others, such as `SHA-256 9f86d0…`; nil where it was stopped or the
  /// file is gone.
  public var fingerprint: (@Sendable () -> String?)?

  public init(source: any TableSource, profile: FileProfile, fingerprint: (@Sendable () -> String?)? = nil) {
    self.source = source
    self.profile = profile
    self.fingerprint = fingerprint
  }
}

/// Why a file of data was not opened.
public struct DataFileFailure: Error, Hashable, Sendable {
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
