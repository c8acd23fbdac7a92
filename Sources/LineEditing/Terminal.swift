import CLineEditor
import Glibc

/// The size of a terminal's screen in character cells.
public struct TerminalSize: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// What can be known about a terminal without sending it anything.
public enum Terminal {
  /// Whether a file descriptor is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The size of the terminal behind a descriptor: nil when it is none. A dimension that the terminal does not tell (as on a
  /// serial line) is taken from the usual 80 by 24, and nothing is taken for smaller than 2 by 1.
  public static func size(of descriptor: Int32) -> TerminalSize? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return TerminalSize(
      columns: size.ws_col == 0 ? 80 : max(2, Int(size.ws_col)), rows: size.ws_row == 0 ? 24 : Int(size.ws_row))
  }

  /// Whether the environment says that the terminal understands no control sequences.
  public static func isDumb(_ environment: (String) -> String? = environmentVariable) -> Bool {
    let name = environment("TERM") ?? ""
    return name.isEmpty || name == "dumb"
  }

  /// Whether output to a descriptor may have colours: it is a terminal that is not dumb, and `NO_COLOR` is not set.
  public static func allowsColor(_ descriptor: Int32) -> Bool {
    isTerminal(descriptor) && !isDumb() && (environmentVariable("NO_COLOR") ?? "").isEmpty
  }

  /// The value of an environment variable of this process.
  @Sendable public static func environmentVariable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The columns that a text takes on the screen, grapheme by grapheme, as terminals count them.
  public static func width(of text: some StringProtocol) -> Int {
    useUTF8()
    return text.reduce(0) { $0 + ScreenCell.width(of: $1).columns }
  }

  /// Makes the C library read and measure characters as UTF-8, whatever the locale; done once for the process.
  static func useUTF8() { _ = isUTF8 }

  private static let isUTF8 = cotejo_use_utf8_locale()
}
