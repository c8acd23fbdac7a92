import Diagnostics
import Names
import Semantics
import Tables

/// Opens files of data for the checker: within the folders that may be read, each once as long as it doesn't change.
final class SessionDataFiles: DataFiles {
  private struct Key: Hashable {
    var path: String
    var size: Int
    var modified: Int
    var options: ReadingOptions
  }
  private let files: Files
  private var opened: [Key: OpenedFile] = [:]
  /// What came in on the standard input, once it was read: it can't be read again.
  private var standardInput: [UInt8]?
  /// Where paths of the text begin that is being checked.
  var folder = ""

  init(files: Files) { self.files = files }

  func open(_ path: String, _ options: ReadingOptions) throws(DataFileFailure) -> OpenedFile {
    if path == "-" {
      let bytes = try standardInputBytes()
      return try opening(path) { try DataFile.open(bytes: bytes, options: options) }
    }
    let joined = Modules.join(folder, path)
    let found: (path: String, size: Int, modified: Int)
    do throws(Files.Failure) {
      found = try files.look(joined)
    } catch {
      throw failure(error, path, joined)
    }
    let key = Key(path: found.path, size: found.size, modified: found.modified, options: options)
    if let known = opened[key] { return known }
    let file = try opening(path) { try DataFile.open(path: found.path, options: options) }
    opened[key] = file
    return file
  }

  private func standardInputBytes() throws(DataFileFailure) -> [UInt8] {
    if let standardInput { return standardInput }
    do throws(Files.Failure) {
      let bytes = try Files.readStandardInput()
      standardInput = bytes
      return bytes
    } catch {
      throw DataFileFailure(.cannotRead, "the standard input cannot be read: \(error.description)")
    }
  }

  private func opening(_ path: String, _ open: () throws -> DataFile) throws(DataFileFailure) -> OpenedFile {
    do {
      let file = try open()
      return OpenedFile(source: file.source, profile: file.profile)
    } catch let error as TableError {
      switch error {
      case .unreadable(let message, let line, let column, let notes):
        let place = line.map { " (line \($0)" + (column.map { ", column \($0)" } ?? "") + ")" } ?? ""
        throw DataFileFailure(.cannotRead, message + place, notes: notes)
      case .wrongStep(let message, let notes): throw DataFileFailure(.cannotRead, message, notes: notes)
      case .tooLarge(let message): throw DataFileFailure(.cannotRead, message)
      case .cancelled: throw DataFileFailure(.interrupted, "stopped while \(path) was looked over")
      }
    } catch {
      throw DataFileFailure(.cannotRead, "\(path) cannot be read")
    }
  }

  private func failure(_ failure: Files.Failure, _ path: String, _ joined: String) -> DataFileFailure {
    switch failure {
    case .missing:
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let near = Suggestion.nearest(to: name, among: files.names(in: Files.folder(of: joined)) ?? [])
      return DataFileFailure(.noSuchFile, "there is no file \(joined)", notes: [Suggestion.note(near)].compactMap(\.self))
    case .notAllowed:
      return DataFileFailure(
        .notAllowed, "\(joined) may not be read: it lies outside the working directory",
        notes: ["`--allow-read FOLDER` allows another folder"])
    default: return DataFileFailure(.cannotRead, "\(joined) cannot be read: \(failure.description)")
    }
  }
}
