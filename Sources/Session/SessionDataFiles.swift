import Diagnostics
import Glibc
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
  /// Where the files of patterns really lie.
  private var series: Set<String> = []
  /// What came in on the standard input, once it was read: it can't be read again.
  private var standardInput: [UInt8]?
  /// Where paths of the text begin that is being checked.
  var folder = ""

  init(files: Files) { self.files = files }

  func open(_ path: String, _ options: ReadingOptions) throws(DataFileFailure) -> OpenedFile {
    if path == "-" {
      let bytes = try standardInputBytes()
      return try opening(path) { try Self.whole(DataFile.open(bytes: bytes, options: options)) }
    }
    let isPattern = path.contains { $0 == "*" || $0 == "?" }
    let joined = place(of: path, isPattern: isPattern)
    if isPattern { return try openAll(joined, named: path, options) }
    let found: (path: String, size: Int, modified: Int)
    do throws(Files.Failure) {
      found = try files.look(joined)
    } catch {
      throw failure(error, path, joined)
    }
    let key = Key(path: found.path, size: found.size, modified: found.modified, options: options)
    if let known = opened[key] { return known }
    var file = try opening(path) { try Self.whole(DataFile.open(path: found.path, name: joined, options: options)) }
    file.fingerprint = { Files.fingerprint(of: found.path).map { "SHA-256 \($0)" } }
    opened[key] = file
    return file
  }

  /// Where a path leads: from the folder of the text that says it, or else, as paths given on the command line do, from the working
  /// directory.
  private func place(of path: String, isPattern: Bool) -> String {
    let joined = Modules.join(folder, path)
    func exists(_ path: String) -> Bool { files.exists(isPattern ? Files.folder(of: path) : path) }
    return exists(joined) || !exists(path) ? joined : path
  }

  /// Opens all files of a folder whose names fit a pattern, in the order of their names, as one table.
  private func openAll(_ joined: String, named path: String, _ options: ReadingOptions) throws(DataFileFailure) -> OpenedFile {
    let folder = Files.folder(of: joined)
    let pattern = joined.split(separator: "/").last.map(String.init) ?? joined
    let names = (files.names(in: folder) ?? []).filter { !$0.hasPrefix(".") && fnmatch(pattern, $0, 0) == 0 }
    guard !names.isEmpty else {
      throw DataFileFailure(.noSuchFile, "no file fits \(joined)", notes: ["`*` stands for any letters of a file's name"])
    }
    var paths: [String] = []
    for name in names {
      let part = Modules.join(folder, name)
      do throws(Files.Failure) {
        paths.append(try files.look(part).path)
        if let last = paths.last { series.insert(last) }
      } catch {
        throw failure(error, name, part)
      }
    }
    return try opening(path) {
      let (source, profiles) = try FileSeries.open(paths: paths, options: options)
      return (source, FileProfile(of: profiles, named: joined))
    }
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

  /// Whether a file was opened, by where it really lies.
  func hasOpened(_ path: String) -> Bool { opened.keys.contains { $0.path == path } || series.contains(path) }

  private static func whole(_ file: DataFile) -> (any TableSource, FileProfile) { (file.source, file.profile) }

  private func opening(_ path: String, _ open: () throws -> (any TableSource, FileProfile)) throws(DataFileFailure) -> OpenedFile
  {
    do {
      let (source, profile) = try open()
      return OpenedFile(source: source, profile: profile)
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
