import Diagnostics
import Glibc
import LineEditing
import Reports
import Session

/// Where results and messages go: data to standard output, all else to standard error.
final class Printer {
  private let options: CommandLineOptions
  private let sourceMap: SourceMap
  private let isAccessible: Bool
  /// Whether nobody reads the output any more (`… | head`): nothing further is written.
  private(set) var isClosed = false
  /// Why a result could not be written; nil where all were, or where nobody reads them.
  private(set) var outputFailure: FileDescriptorOutput.Failure?
  /// Whether anything has been written as a result.
  private var hasPrinted = false
  /// Whether results of one text follow each other without prompts between them, so that empty lines keep them apart.
  var separatesResults = false
  /// Whether the result before was more than a sentence.
  private var lastWasLong = false
  let progress = ProgressLine()
  private(set) var errorCount = 0
  private(set) var warningCount = 0

  init(_ options: CommandLineOptions, sourceMap: SourceMap) {
    self.options = options
    self.sourceMap = sourceMap
    isAccessible = !["", "0"].contains(Terminal.environmentVariable("ACCESSIBLE") ?? "")
  }

  /// The columns of the screen as it is now, so that a resized window is noticed; 100 where there is none.
  private func width(of descriptor: Int32) -> Int {
    options.width ?? Terminal.size(of: descriptor)?.columns ?? 100
  }

  private func usesColor(_ descriptor: Int32) -> Bool {
    switch options.color {
    case .auto: return Terminal.allowsColor(descriptor)
    case .always: return true
    case .never: return false
    }
  }

  func print(_ document: Document) {
    let text: String
    switch options.format {
    case .text:
      text = TerminalRenderer(
        width: width(of: STDOUT_FILENO), color: usesColor(STDOUT_FILENO), ascii: options.isASCII, accessible: isAccessible
      ).render(document)
    case .markdown: text = DocumentFormat.markdown.render(document)
    case .html: text = DocumentFormat.html.render(document)
    case .json: text = DocumentFormat.json.render(document)
    case .csv: text = DocumentFormat.csv.render(document)
    }
    // Tables of one stream stand apart by an empty line.
    if options.format == .csv, hasPrinted, !text.isEmpty { write("\r\n", to: .standard) }
    if separatesResults, options.format == .text || options.format == .markdown, !text.isEmpty {
      let isLong = document.blocks.contains { if case .paragraph = $0 { false } else { true } }
      if hasPrinted, isLong || lastWasLong { write("\n", to: .standard) }
      lastWasLong = isLong
    }
    if !text.isEmpty { hasPrinted = true }
    // CR LF is one character to Swift, and so no suffix that ends in LF alone.
    write(text.isEmpty || text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n", to: .standard)
  }

  func print(_ diagnostics: [Diagnostic]) {
    errorCount += diagnostics.count { $0.severity == .error }
    warningCount += diagnostics.count { $0.severity == .warning }
    let renderer = DiagnosticRenderer(
      sources: sourceMap, width: width(of: STDERR_FILENO), usesColor: usesColor(STDERR_FILENO), isASCII: options.isASCII)
    write(renderer.render(diagnostics), to: .error)
  }

  /// A line that is no result: a summary, a greeting, a complaint about the command line.
  func say(_ line: String) { write(line + "\n", to: .error) }

  /// Text that is the result of a command, such as a formatted file.
  func put(_ text: String) { write(text, to: .standard) }

  private func write(_ text: String, to output: FileDescriptorOutput) {
    progress.erase()
    guard !isClosed || output.descriptor == STDERR_FILENO else { return }
    do throws(FileDescriptorOutput.Failure) {
      try output.write(text)
    } catch {
      guard output.descriptor == STDOUT_FILENO else { return }
      isClosed = true
      if error != .closed { outputFailure = error }
    }
  }
}
