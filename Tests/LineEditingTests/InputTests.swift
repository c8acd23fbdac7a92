import Glibc
import TestSupport
import Testing

@testable import LineEditing

/// What comes in without the editor, and what goes out.
@Suite struct InputTests {
  /// A descriptor from which the bytes can be read.
  private func pipe(of bytes: [UInt8]) -> Int32 {
    var ends: [Int32] = [0, 0]
    Glibc.pipe(&ends)
    _ = bytes.withUnsafeBytes { bytes in bytes.baseAddress.map { write(ends[1], $0, bytes.count) } }
    close(ends[1])
    return ends[0]
  }

  private func lines(of bytes: [UInt8], blockSize: Int) -> [String] {
    let descriptor = pipe(of: bytes)
    defer { close(descriptor) }
    var reader = StandardInputReader(descriptor: descriptor, blockSize: blockSize)
    var lines: [String] = []
    while let line = reader.readLine() { lines.append(line) }
    return lines
  }

  @Test(arguments: [1, 2, 3, 5, 65536])
  func linesWhateverTheBlocks(blockSize: Int) {
    #expect(lines(of: Array("\u{FEFF}one\r\ntwo é日\n\nlast".utf8), blockSize: blockSize) == ["one", "two é日", "", "last"])
    #expect(lines(of: Array("a\n".utf8), blockSize: blockSize) == ["a"])
    #expect(lines(of: [], blockSize: blockSize) == [])
    #expect(lines(of: [0x61, 0xFF, 0x0A, 0xEF, 0xBB], blockSize: blockSize) == ["a\u{FFFD}", "\u{FFFD}"])
  }

  @Test(arguments: [1, 4, 65536])
  func entriesAreJoinedUntilComplete(blockSize: Int) {
    let text = "\n  \nshow {\n  navy\n}\nports\n  | count\n\n| no\nopen {"
    let descriptor = pipe(of: Array(text.utf8))
    defer { close(descriptor) }
    var reader = StandardInputReader(descriptor: descriptor, blockSize: blockSize)
    var entries: [String] = []
    while let entry = reader.readEntry(completeness: {
      $0.count { $0 == "{" } > $0.count { $0 == "}" } ? .incomplete(indentation: 0, open: nil) : .complete
    }) {
      entries.append(entry)
    }
    #expect(entries == ["show {\n  navy\n}", "ports\n  | count", "| no", "open {"])
  }

  @Test func theRestIsReadAtOnce() {
    let descriptor = pipe(of: Array("one\ntwo\nthree".utf8))
    defer { close(descriptor) }
    var reader = StandardInputReader(descriptor: descriptor, blockSize: 2)
    #expect(reader.readLine() == "one")
    #expect(reader.readAll() == "two\nthree")
    #expect(reader.readLine() == nil)
  }

  @Test func aDescriptorThatCannotBeReadIsAFailure() {
    var reader = StandardInputReader(descriptor: -1)
    #expect(reader.readLine() == nil)
    #expect(reader.failure == EBADF)
  }

  @Test func decodingIsThatOfTheStandardLibraryForValidText() {
    let text = "aé日🙂\u{10FFFF}\u{0}"
    var decoder = InputDecoder()
    var result = String.UnicodeScalarView()
    for byte in text.utf8 {
      decoder.append([byte])
      while case .character(let scalar) = decoder.next(isFinal: false) { result.append(scalar) }
    }
    #expect(String(result) == text)
    #expect(decoder.isEmpty)
  }

  @Test(
    arguments: [
      ([0xE9, 0x61], "éa"), ([0xE9], "é"), ([0xC3, 0x28], "Ã("), ([0x80], "\u{FFFD}"), ([0xC0, 0xAF], "À¯"),
      ([0xED, 0xA0, 0x80], "í\u{A0}\u{FFFD}"),
      ([0xF4, 0x90, 0x80, 0x80], "ô\u{FFFD}\u{FFFD}\u{FFFD}"), ([0xFF, 0xFE], "ÿþ"), ([0xE6, 0x97], "æ\u{FFFD}"),
    ] as [([UInt8], String)])
  func whatIsNoUTF8IsLatin1(_ bytes: [UInt8], text: String) {
    var decoder = InputDecoder()
    decoder.append(bytes)
    var result = String.UnicodeScalarView()
    while case .character(let scalar) = decoder.next(isFinal: true) { result.append(scalar) }
    #expect(Array(result) == Array(text.unicodeScalars))
  }

  @Test func everythingIsWrittenToASlowReader() throws {
    var ends: [Int32] = [0, 0]
    Glibc.pipe(&ends)
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    let reading = ends[0]
    let bytes = (0..<500_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    // Far more than the pipe holds, so that writing has to wait.
    let received = Received()
    var thread = pthread_t()
    received.descriptor = reading
    let argument = Unmanaged.passUnretained(received).toOpaque()
    pthread_create(
      &thread, nil,
      { argument in
        argument.map { Unmanaged<Received>.fromOpaque($0).takeUnretainedValue().readAll() }; return nil
      }, argument)
    try FileDescriptorOutput(ends[1]).write(bytes)
    close(ends[1])
    pthread_join(thread, nil)
    close(reading)
    #expect(received.bytes == bytes)
  }

  private final class Received {
    var descriptor: Int32 = -1
    var bytes: [UInt8] = []

    func readAll() {
      var block = [UInt8](repeating: 0, count: 10_000)
      while true {
        let count = read(descriptor, &block, block.count)
        guard count > 0 else { return }
        bytes += block[..<count]
      }
    }
  }

  @Test func aClosedPipeIsAnErrorAndNoSignal() {
    var ends: [Int32] = [0, 0]
    Glibc.pipe(&ends)
    close(ends[0])
    #expect(throws: FileDescriptorOutput.Failure.closed) { try FileDescriptorOutput(ends[1]).write("text") }
    close(ends[1])
    #expect(throws: FileDescriptorOutput.Failure.system(EBADF)) { try FileDescriptorOutput(-1).write("text") }
  }

  @Test func theEnvironmentDecidesTheDisplay() {
    func display(_ variables: [String: String]) -> LineEditorConfiguration {
      LineEditorConfiguration(environment: { variables[$0] })
    }
    #expect(display(["TERM": "xterm"]).display == .full)
    #expect(display(["TERM": "xterm"]).usesColor)
    #expect(display(["TERM": "dumb"]).display == .dumb)
    #expect(display([:]).display == .dumb)
    #expect(display(["TERM": "xterm", "ACCESSIBLE": "1"]).display == .plain)
    #expect(display(["TERM": "xterm", "ACCESSIBLE": "0"]).display == .full)
    #expect(!display(["TERM": "xterm", "NO_COLOR": "1"]).usesColor)
    #expect(display(["TERM": "xterm", "NO_COLOR": ""]).usesColor)
  }

  @Test func pipedEntriesDoNotReachTheEditor() throws {
    let session = try TerminalSession(
      ["/bin/sh", "-c", "printf 'show {\\nnavy }\\nports' | '\(TerminalSession.probe)'"], prompt: nil)
    #expect(session.exitStatus() == 0)
    #expect(session.results == ["piped [show {{a}navy }]", "piped [ports]"])
    #expect(session.screen.modes.isEmpty)
  }
}
