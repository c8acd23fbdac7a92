import Diagnostics
import Evaluation
import Reports

/// What the evaluator gets of the world: where documents are saved, and whether the user wants to stop.
final class SessionHost: Host {
  private let files: Files
  private let saveFolder: String?
  private let interruption: () -> Bool
  /// Whether a file, by where it really lies, is one that tables are read from.
  var isRead: (String) -> Bool = { _ in false }
  /// What reports say of where they come from.
  var colophon: [ColophonEntry] = []

  init(files: Files, saveFolder: String?, isInterrupted: @escaping () -> Bool) {
    self.files = files
    self.saveFolder = saveFolder
    interruption = isInterrupted
  }

  /// Told how far the reading of a file is.
  var progress: ((_ rows: Int, _ bytes: Int, _ allBytes: Int) -> Void)?

  var isInterrupted: Bool { interruption() }

  func progress(rows: Int, bytes: Int, of allBytes: Int) { progress?(rows, bytes, allBytes) }

  func save(to path: String, _ body: (_ write: @escaping @Sendable ([UInt8]) throws -> Void) throws -> Void) throws {
    let target = try targetOfSave(path)
    do {
      try files.write(to: target, body)
    } catch let error as Files.Failure {
      throw hostFailure(error, target)
    }
  }

  func save(_ document: Document, to path: String) throws(HostFailure) {
    let target = try targetOfSave(path)
    guard let format = DocumentFormat(path: path) else {
      throw HostFailure(
        .cannotWrite, "\(path) doesn't say in which format it is to be written",
        notes: [
          "a name that ends in " + DocumentFormat.allCases.map { "." + $0.rawValue }.joined(separator: ", ") + " does",
          "rows go to .tsv, .jsonl and .snapshot too; of a collection `derive p = personnel` makes rows",
        ])
    }
    do throws(Files.Failure) {
      try files.write(Array(format.render(document).utf8), to: target)
    } catch {
      throw hostFailure(error, target)
    }
  }

  /// Where a file is to be saved; never over one that tables of this session are read from.
  private func targetOfSave(_ path: String) throws(HostFailure) -> String {
    let target = Modules.join(saveFolder ?? "", path)
    guard let existing = try? files.look(target), isRead(existing.path) else { return target }
    throw HostFailure(
      .cannotWrite, "\(target) is loaded here, and would be lost", notes: ["save it under another name"])
  }

  private func hostFailure(_ failure: Files.Failure, _ target: String) -> HostFailure {
    switch failure {
    case .notAllowed:
      HostFailure(
        .notAllowed, "\(target) may not be written: it lies outside the working directory",
        notes: ["`--allow-write FOLDER` allows another folder"])
    case .missing:
      HostFailure(
        .cannotWrite, "there is no folder \(Files.folder(of: target)) to write to",
        notes: ["make the folder first: nothing but the file itself is made"])
    case .isFolder, .isEmpty, .exists, .system:
      HostFailure(.cannotWrite, "\(target) cannot be written: \(failure.description)")
    }
  }
}
