import Glibc

/// A program on a pseudo-terminal, the line editor's probe if no other is named: types keys and looks at the screen. Every wait has a limit, and the
/// program is killed when the session ends, so that no test can hang.
public final class TerminalSession {
  public private(set) var screen: ScreenModel
  public private(set) var byteCount = 0
  private let terminal: Int32
  private let process: pid_t
  private var isReaped = false

  public static let probe = BuiltProgram.path("LineEditingProbe")

  /// Starts a program; without arguments the probe, which is then waited for until it shows its prompt.
  public init(
    _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:], prompt: String? = "toy> "
  ) throws {
    screen = ScreenModel(columns: columns, rows: rows)
    terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // TIOCSPTLCK and TIOCGPTN, which Swift does not import: unlocks the terminal's other end and tells its number.
    var (locked, number) = (Int32(0), Int32(0))
    guard terminal >= 0, ioctl(terminal, 0x4004_5431, &locked) == 0, ioctl(terminal, 0x8004_5430, &number) == 0
    else { throw Failure.noTerminal }
    let name = "/dev/pts/\(number)"
    process = try Self.spawn(arguments.isEmpty ? [Self.probe] : arguments, on: name, columns, rows, terminal, environment)
    if let prompt, !waitUntil({ $0.text.last.map { prompt.hasPrefix($0) && !$0.isEmpty } ?? false }) { throw Failure.noPrompt }
  }

  public enum Failure: Error { case noTerminal, noProcess, noPrompt }

  deinit { end() }

  /// Kills the program and frees the terminal.
  public func end() {
    guard !isReaped else { return }
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    isReaped = true
    close(terminal)
  }

  public func type(_ keys: String) { type(Array(keys.utf8)) }

  public func type(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { write(terminal, $0.baseAddress?.advanced(by: start), min(512, bytes.count - start)) }
      guard count > 0 else { return }
      start += count
      receive(within: 0)
    }
  }

  public func signal(_ number: Int32) { kill(process, number) }

  public func resize(columns: Int) {
    // What is on its way was made for the old width.
    settle()
    screen.resize(columns: columns)
    var size = winsize(ws_row: UInt16(screen.rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  /// What the probe has reported so far: `entry [navy]`.
  public var results: [String] { screen.text.filter { $0.hasPrefix("= ") }.map { String($0.dropFirst(2)) } }

  /// Waits for a report.
  public func waitFor(_ result: String) -> Bool { waitUntil { $0.text.contains("= " + result) } }

  /// Waits until the screen is as wanted; false after five seconds.
  public func waitUntil(_ condition: (ScreenModel) -> Bool) -> Bool {
    let limit = Self.now + 20_000
    while !condition(screen) {
      guard Self.now < limit else { return false }
      receive(within: 20)
    }
    return true
  }

  /// Waits until the program has read all that was typed, sleeps, and has sent nothing for a while.
  public func settle(_ milliseconds: Int32 = 4) {
    let limit = Self.now + 20_000
    var isQuiet = false
    while !isQuiet, Self.now < limit {
      while receive(within: milliseconds) {}
      var unread: Int32 = 0
      _ = ioctl(terminal, UInt(TIOCOUTQ), &unread)
      isQuiet = unread == 0 && isSleeping && !receive(within: 1)
    }
  }

  private var isSleeping: Bool {
    guard let file = fopen("/proc/\(process)/stat", "r") else { return true }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = fread(&bytes, 1, bytes.count, file)
    let state = String(decoding: bytes[..<count], as: UTF8.self).split(separator: ")").last?.dropFirst().first
    return state != "R" && state != "D"
  }

  /// The exit status, or the negative number of the signal that ended the program; nil when it does not end in time.
  public func exitStatus() -> Int32? {
    let limit = Self.now + 20_000
    while Self.now < limit {
      receive(within: 5)
      var status: Int32 = 0
      guard waitpid(process, &status, WNOHANG) == process else { continue }
      isReaped = true
      settle(10)
      close(terminal)
      return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
    }
    return nil
  }

  @discardableResult
  private func receive(within milliseconds: Int32) -> Bool {
    var wait = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&wait, 1, milliseconds) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(terminal, &bytes, bytes.count)
    guard count > 0 else {
      usleep(2000)
      return false
    }
    byteCount += count
    screen.feed(bytes[..<count])
    return true
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  private static func spawn(
    _ arguments: [String], on name: String, _ columns: Int, _ rows: Int, _ terminal: Int32, _ environment: [String: String]
  ) throws -> pid_t {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    var attributes = posix_spawnattr_t()
    var actions = posix_spawn_file_actions_t()
    posix_spawnattr_init(&attributes)
    posix_spawn_file_actions_init(&actions)
    defer {
      posix_spawnattr_destroy(&attributes)
      posix_spawn_file_actions_destroy(&actions)
    }
    // A leader of a new session gets the terminal that it opens first as its own.
    let newSession: Int16 = 0x80
    posix_spawnattr_setflags(&attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    // Whoever runs the tests may ignore or block signals; the program must not inherit that.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let all = ["TERM": "xterm-256color", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    var variables = all.sorted { $0.key < $1.key }.map { strdup($0.key + "=" + $0.value) }
    var words = arguments.map { strdup($0) }
    defer { (variables + words).forEach { free($0) } }
    variables.append(nil)
    words.append(nil)
    var process = pid_t()
    guard posix_spawn(&process, arguments[0], &actions, &attributes, words, variables) == 0 else { throw Failure.noProcess }
    return process
  }
}
