import Diagnostics
import Evaluation
import Reports

/// What the evaluator gets of the world: where documents are saved, and whether the user wants to stop.
final class SessionHost: Host {
  private let files: Files
  private let saveFolder: String?
  private let interruption: () -> Bool
  /// What reports say of where they come from.
  var colophon: [ColophonEntry] = []

  init(files: Files, saveFolder: String?, isInterrupted: @escaping () -> Bool) {
    self.files = files
    self.saveFolder = saveFolder
    interruption = isInterrupted
  }

  var isInterrupted: Bool { interruption() }

  func save(_ document: Document, to path: String) throws(HostFailure) {
    let target = Modules.join(saveFolder ?? "", path)
    guard let format = DocumentFormat(path: path) else {
      throw HostFailure(
        .cannotWrite, "\(path) doesn't say in which format it is to be written",
        notes: ["a name that ends in " + DocumentFormat.allCases.map { "." + $0.rawValue }.joined(separator: ", ") + " does"])
    }
    do throws(Files.Failure) {
      try files.write(Array(format.render(document).utf8), to: target)
    } catch {
      switch error {
      case .notAllowed:
        throw HostFailure(
          .notAllowed, "\(target) may not be written: it lies outside the working directory",
          notes: ["`--allow-write FOLDER` allows another folder"])
      case .missing:
        throw HostFailure(
          .cannotWrite, "there is no folder \(Files.folder(of: target)) to write to",
          notes: ["make the folder first: nothing but the file itself is made"])
      case .isFolder, .isEmpty, .exists, .system:
        throw HostFailure(.cannotWrite, "\(target) cannot be written: \(error.description)")
      }
    }
  }
}
