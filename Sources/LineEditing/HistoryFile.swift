import Glibc

/// The file that keeps what was entered, from one session to the next. It is only ever appended to: no line that cannot be read
/// is lost by this program, and several shells may write at once.
struct HistoryFile: Sendable {
  /// What was found in the file.
  struct Contents: Sendable, Hashable {
    /// The entries, oldest first.
    var entries: [String] = []
    /// How many lines were no entries.
    var skippedLines = 0
  }

  let path: String
  /// No more than this is read from the end of the file, so that a file that has grown for years costs nothing.
  private static let readLimit = 16 << 20

  init(path: String) { self.path = path }

  /// The last `limit` entries. A file that cannot be opened is empty; lines that are no entries are counted and skipped.
  func load(limit: Int) -> Contents {
    var contents = Contents()
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return contents }
    defer { close(descriptor) }
    var status = Glibc.stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return contents }
    let size = Int(status.st_size)
    let start = max(0, size - Self.readLimit)
    let bytes = Self.bytes(of: descriptor, from: start, count: size - start)
    var lines = bytes.split(separator: 0x0A)
    if start > 0, !lines.isEmpty { lines.removeFirst() }
    var newestFirst: [String] = []
    for line in lines.reversed() where newestFirst.count < limit {
      guard line.contains(where: { !isBlank($0) }) else { continue }
      guard let record = HistoryRecord(line: line), !record.text.isEmpty else {
        contents.skippedLines += 1
        continue
      }
      if newestFirst.last != record.text { newestFirst.append(record.text) }
    }
    contents.entries = newestFirst.reversed()
    return contents
  }

  /// Adds an entry and flushes it. The file and its folders are made when they are missing, for their owner alone. Throws when
  /// the entry could not be written.
  func append(_ text: String, at seconds: Int = time(nil)) throws(FileDescriptorOutput.Failure) {
    makeFolders()
    let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    lock(descriptor)
    var line = HistoryRecord(time: Self.timestamp(seconds), text: text).line
    // What another program left without a final newline must not swallow this entry.
    let size = lseek(descriptor, 0, SEEK_END)
    if size > 0, Self.bytes(of: descriptor, from: Int(size) - 1, count: 1) != [0x0A] { line = "\n" + line }
    try FileDescriptorOutput(descriptor).write(line)
  }

  /// Waits for other shells, but not for ever: an entry written without the lock is better than a shell that hangs.
  private func lock(_ descriptor: Int32) {
    for _ in 0..<20 where flock(descriptor, LOCK_EX | LOCK_NB) != 0 { usleep(10_000) }
  }

  private func makeFolders() {
    var end = path.startIndex
    while let slash = path[end...].dropFirst().firstIndex(of: "/") {
      mkdir(String(path[..<slash]), 0o700)
      end = slash
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private static func bytes(of descriptor: Int32, from start: Int, count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, count))
    var filled = 0
    while filled < bytes.count {
      let got = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress?.advanced(by: filled), $0.count - filled, start + filled)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { break }
      filled += got
    }
    bytes.removeSubrange(filled...)
    return bytes
  }

  /// A moment as ISO 8601 in universal time.
  static func timestamp(_ seconds: Int) -> String {
    var moment = time_t(seconds)
    var parts = tm()
    guard gmtime_r(&moment, &parts) != nil else { return "" }
    func padded(_ number: Int32, _ width: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date = [padded(parts.tm_year &+ 1900, 4), padded(parts.tm_mon &+ 1), padded(parts.tm_mday)].joined(separator: "-")
    return date + "T" + [parts.tm_hour, parts.tm_min, parts.tm_sec].map { padded($0) }.joined(separator: ":") + "Z"
  }
}
