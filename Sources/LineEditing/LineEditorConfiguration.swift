import Glibc

/// What the owner of a line editor decides.
public struct LineEditorConfiguration: Sendable {
  /// How the entry is shown while it is typed.
  public enum Display: Hashable, Sendable {
    /// Colours, marked brackets, ghost text and a list of candidates that goes away by itself.
    case full
    /// Only what was typed; candidates are printed line by line. For screen readers.
    case plain
    /// No cursor control at all: the terminal's own line editing. For terminals that understand no control sequences.
    case dumb
  }

  public var display: Display
  /// Whether anything has a colour or another attribute. Without it there is no ghost text either, since it could not be told
  /// from typed text.
  public var usesColor: Bool
  public var promptStyle: TextStyle
  /// The file that keeps the entries; nil keeps them in memory only.
  public var historyPath: String?
  /// How many entries are held in memory.
  public var historyLimit: Int
  /// The ending of the temporary file that Ctrl-X Ctrl-E gives to `$VISUAL` or `$EDITOR`.
  public var temporaryFileSuffix: String

  /// The choices that the environment asks for: `TERM`, `NO_COLOR`, `ACCESSIBLE`.
  public init(environment: (String) -> String? = Terminal.environmentVariable, historyPath: String? = nil) {
    let isAccessible = !["", "0"].contains(environment("ACCESSIBLE") ?? "")
    let isDumb = Terminal.isDumb(environment)
    self.display = isDumb ? .dumb : isAccessible ? .plain : .full
    self.usesColor = !isDumb && (environment("NO_COLOR") ?? "").isEmpty
    self.promptStyle = TextStyle(.cyan, bold: true)
    self.historyPath = historyPath
    self.historyLimit = 20_000
    self.temporaryFileSuffix = ".cotejo"
  }
}
