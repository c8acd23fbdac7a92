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

  /// Takes the bytes that are done, of all of them.
  func update(_ done: Int, of all: Int?) {
    let now = Self.seconds()
    // Fewer than before are those of another file.
    if done < lastDone { start = now }
    lastDone = done
    guard now - start > Self.patience, now - lastShown > Self.pause else { return }
    lastShown = now
    show(Self.words(done, all, seconds: now - start))
  }

  /// Takes the line away, before anything else is written.
  func erase() {
    lastDone = Int.max
    guard isShown else { return }
    isShown = false
    write("\r\u{1B}[K")
  }

  static func words(_ done: Int, _ all: Int?, seconds: Double) -> String {
    let read = "\(done >> 20) MiB"
    guard let all, all > 0, done <= all else { return "reading: \(read)" }
    let share = Double(done) / Double(all)
    let left = share > 0 ? Int((seconds * (1 - share) / share).rounded(.up)) : 0
    return "reading: \(Int(share * 100)) % of \(all >> 20) MiB, \(left) s left; Ctrl-C stops"
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
