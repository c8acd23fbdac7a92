public import Diagnostics

/// Reads a file. Never fails: what can't be read is `invalid` in the tree, and every error is in the diagnostics, in order.
public func parse(_ file: SourceFile) -> ParseResult {
  parse(file, range: 0..<file.bytes.count)
}

/// Reads a stretch of a file that holds whole statements, such as one that `declarationHeads` found. Ranges are those of the file.
public func parse(_ file: SourceFile, range: Range<Int>) -> ParseResult {
  let range = range.clamped(to: 0..<file.bytes.count)
  if let refusal = refusal(of: file) {
    return ParseResult(program: Program(file: file, statements: []), diagnostics: [refusal])
  }
  var parser = Parser(file, range: range)
  let statements = parser.program()
  var diagnostics = parser.diagnostics
  if let fault = utf8Fault(in: file, range: range) { diagnostics.append(fault) }
  diagnostics.sort { $0.labels[0].range.start < $1.labels[0].range.start }
  return ParseResult(program: Program(file: file, statements: statements), diagnostics: diagnostics)
}

/// The form in which names are compared: without regard to case and accents.
public func foldName(_ text: some StringProtocol) -> String { NameFolding.fold(text) }

/// Why a file can't be read at all: offsets have 32 bits.
private func refusal(of file: SourceFile) -> Diagnostic? {
  guard file.bytes.count >= Int(Int32.max) else { return nil }
  return Diagnostic(
    .fileTooLarge, "this file is too large to be read", at: SourceRange(file: file.id, start: 0, end: 0),
    "larger than two thousand million bytes", notes: ["split it into several casebooks"])
}

/// The first place where a stretch is not UTF-8.
private func utf8Fault(in file: SourceFile, range: Range<Int>) -> Diagnostic? {
  let bytes = file.bytes
  let span = bytes.span.extracting(range)
  do {
    _ = try UTF8Span(validating: span)
    return nil
  } catch {
    let start = range.lowerBound + error.byteOffsets.lowerBound
    let byte = String(file.bytes[min(start, file.bytes.count - 1)], radix: 16, uppercase: true)
    return Diagnostic(
      .notUTF8, "this file is not in UTF-8", at: SourceRange(file: file.id, start: start, end: start + 1),
      "the byte 0x\(byte) begins no character",
      notes: ["save the file as UTF-8; in Windows-1252 the same byte is an accented letter"])
  }
}
