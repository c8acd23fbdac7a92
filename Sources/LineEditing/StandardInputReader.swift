import Glibc

/// Reads text that is not typed: a script or data on a pipe. Never goes through the line editor, which would read it byte by
/// byte. Large blocks are read; bytes that are no UTF-8 are replaced, a byte-order mark is dropped, and lines may end in CR LF.
public struct StandardInputReader: ~Copyable {
  private let descriptor: Int32
  private let blockSize: Int
  private var pending: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var isAtEnd = false
  private var isAtBeginning = true
  /// The number of a read error that cut the input short.
  public private(set) var failure: Int32?

  public init(descriptor: Int32 = 0, blockSize: Int = 1 << 16) {
    self.descriptor = descriptor
    self.blockSize = max(1, blockSize)
  }

  /// The next line without its end; nil when there is none. The last line need not end in a newline.
  public mutating func readLine() -> String? {
    while true {
      if let end = pending[searched...].firstIndex(of: 0x0A) { return takeLine(upTo: end, next: end + 1) }
      searched = pending.count
      if isAtEnd { return start < pending.count ? takeLine(upTo: pending.count, next: pending.count) : nil }
      readBlock()
    }
  }

  /// Lines until they make a complete entry, or the input ends. Blank lines before it are skipped. With `joinsLeadingPipes` the
  /// line after a complete entry is waited for, since a `|` at its start continues the entry.
  ///
  /// Every further line of an incomplete entry asks about the whole of it again.
  public mutating func readEntry(
    joinsLeadingPipes: Bool = true, completeness: (String) -> EntryCompleteness
  ) -> String? {
    var entry = ""
    while let line = readLine() {
      if entry.isEmpty, line.allSatisfy(\.isWhitespace) { continue }
      entry += entry.isEmpty ? line : "\n" + line
      if case .complete = completeness(entry), !(joinsLeadingPipes && nextLineBeginsWithPipe()) { return entry }
    }
    return entry.isEmpty ? nil : entry
  }

  /// Everything that has not been read yet.
  public mutating func readAll() -> String { String(decoding: readAllBytes(), as: UTF8.self) }

  /// Everything that has not been read yet, byte by byte as it came, for whoever says where it is no UTF-8.
  public mutating func readAllBytes() -> [UInt8] {
    while !isAtEnd { readBlock() }
    let rest = Array(pending[start...])
    start = pending.count
    searched = start
    return rest
  }

  private mutating func nextLineBeginsWithPipe() -> Bool {
    var position = start
    while true {
      while position < pending.count, pending[position] == 0x20 || pending[position] == 0x09 { position += 1 }
      if position < pending.count { return pending[position] == UInt8(ascii: "|") }
      if isAtEnd { return false }
      position -= start
      readBlock()
      position += start
    }
  }

  private mutating func takeLine(upTo end: Int, next: Int) -> String {
    var end = end
    if end > start, pending[end - 1] == 0x0D { end -= 1 }
    let line = String(decoding: pending[start..<end], as: UTF8.self)
    start = next
    searched = next
    return line
  }

  private mutating func readBlock() {
    if start > 0 {
      pending.removeSubrange(..<start)
      searched -= start
      start = 0
    }
    let held = pending.count
    pending.append(contentsOf: repeatElement(0, count: blockSize))
    let count = pending.withUnsafeMutableBytes { read(descriptor, $0.baseAddress?.advanced(by: held), blockSize) }
    let number = errno
    pending.removeSubrange((held + max(0, count))...)
    switch count {
    case 0: isAtEnd = true
    case ..<0:
      if number == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&wait, 1, -1)
      } else if number != EINTR || InterruptFlag.isRaised {
        failure = number
        isAtEnd = true
      }
    default: break
    }
    dropByteOrderMark()
  }

  private mutating func dropByteOrderMark() {
    guard isAtBeginning, isAtEnd || pending.count >= 3 else { return }
    isAtBeginning = false
    if pending.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    searched = start
  }
}
