import Glibc
import LineEditing

/// One line on the terminal that says how far a file has been read, shown only where that takes a while.
final class ProgressLine {
  /// Seconds before anything is shown, and between two changes of it.
  private static let patience = 0.5
  private static let pause = 0.2

  private var start = 0.0
  private var lastDone = Int.max
  private var lastShown = 0.0
  private(set) var isShown = false

  /// Takes the rows and bytes that are done, and how many bytes there are.
  func update(rows: Int, bytes: Int, of allBytes: Int) {
    let now = Self.seconds()
    // Fewer than before are those of another file.
    if bytes < lastDone { start = now }
    lastDone = bytes
    guard now - start > Self.patience, now - lastShown > Self.pause else { return }
    lastShown = now
    show(Self.words(rows: rows, bytes: bytes, of: allBytes, seconds: now - start))
  }

  /// Takes the line away, before anything else is written.
  func erase() {
    lastDone = Int.max
    guard isShown else { return }
    isShown = false
    write("\r\u{1B}[K")
  }

  static func words(rows: Int, bytes: Int, of allBytes: Int, seconds: Double) -> String {
    let share = allBytes > 0 ? min(1, Double(bytes) / Double(allBytes)) : 1
    let left = share > 0 ? Int((seconds * (1 - share) / share).rounded(.up)) : 0
    let read = rows >= 1_000_000 ? "\(rows / 1_000_000) million rows" : "\(rows) rows"
    return "reading: \(read), \(Int(share * 100)) % of \(allBytes >> 20) MiB, \(left) s left; Ctrl-C stops"
  }

  private func show(_ words: String) {
    isShown = true
    let columns = Terminal.size(of: STDERR_FILENO)?.columns ?? 80
    write("\r" + words.prefix(max(0, columns - 1)) + "\u{1B}[K")
  }

  private func write(_ text: String) {
    // Nothing is lost where the terminal is gone.
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
