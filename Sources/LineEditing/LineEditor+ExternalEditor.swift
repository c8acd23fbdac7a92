import CLineEditor
import Glibc

/// Ctrl-X Ctrl-E: the entry in the user's own editor.
extension LineEditor {
  /// Opens the entry in `$VISUAL` or `$EDITOR` and takes over what comes back. Without either variable, or when the editor
  /// fails, the entry stays as it is.
  func editExternally(_ buffer: EditBuffer, _ contents: EditedText) {
    let names = ["VISUAL", "EDITOR"].compactMap(Terminal.environmentVariable)
    guard let editor = names.first(where: { !$0.isEmpty }) else { return }
    let folder = Terminal.environmentVariable("TMPDIR") ?? "/tmp"
    guard let path = Self.makeTemporaryFile(contents.text, in: folder, suffix: configuration.temporaryFileSuffix) else { return }
    defer { unlink(path) }
    leaveScreen()
    // With the ordinary handlers, Ctrl-Z in the editor stops both programs, and the user's shell takes over.
    cotejo_signals_end_reading()
    // The variable may hold arguments.
    let succeeded = cotejo_run_shell_command(editor + " \"$1\"", path)
    cotejo_signals_begin_reading(input)
    InterruptFlag.clear()
    enterScreen()
    guard succeeded, let text = Self.contents(of: path) else { return }
    buffer.replaceAll(with: Self.normalizedPaste(Array(text.unicodeScalars)))
  }

  private static func makeTemporaryFile(_ text: String, in folder: String, suffix: String) -> String? {
    var template = Array((folder + "/entry-XXXXXX" + suffix).utf8CString)
    let descriptor = mkstemps(&template, Int32(suffix.utf8.count))
    guard descriptor >= 0 else { return nil }
    defer { Glibc.close(descriptor) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    do throws(FileDescriptorOutput.Failure) {
      try FileDescriptorOutput(descriptor).write(text + "\n")
      return path
    } catch {
      unlink(path)
      return nil
    }
  }

  private static func contents(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { Glibc.close(descriptor) }
    var reader = StandardInputReader(descriptor: descriptor)
    let text = reader.readAll()
    return reader.failure == nil ? text : nil
  }
}
