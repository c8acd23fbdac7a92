/// A text cut into words, ready to be wrapped to any width.
struct TerminalText {
  private(set) var words: [TerminalWord] = []
  private var endsWithBlank = false
  private var canJoin = false
  private var continues = false
  /// Whether every sign must be ASCII.
  let ascii: Bool

  /// A text in the styles of its spans, or all of it in `base`.
  init(_ inlines: [Inline], ascii: Bool, base: TerminalStyle = .plain) {
    self.init(inlineRuns(inlines)[...], ascii: ascii, base: base)
  }

  /// `continues` says that other text stands right before this one.
  init(_ runs: ArraySlice<InlineRun>, ascii: Bool, base: TerminalStyle = .plain, continues: Bool = false) {
    self.ascii = ascii
    self.continues = continues
    for run in runs { append(run, base: base) }
  }

  /// Adds a text.
  mutating func append(_ inlines: [Inline]) {
    for run in inlineRuns(inlines) { append(run, base: .plain) }
  }

  /// The cells of the whole text on one line.
  var width: Int {
    words.enumerated().reduce(0) { $0 + $1.element.width + ($1.element.followsBlank && $1.offset > 0 ? 1 : 0) }
  }

  /// The cells of the longest word.
  var longestWord: Int { words.reduce(0) { max($0, $1.width) } }

  /// The whole text on one line. Where it continues another, the blank before it is kept.
  var singleLine: TerminalLine {
    var line = TerminalLine()
    for (index, word) in words.enumerated() {
      line.append(word, afterBlank: word.followsBlank && (index > 0 || continues))
    }
    return line
  }

  private mutating func append(_ run: InlineRun, base: TerminalStyle) {
    var style = base
    if base.role == .plain { style.role = run.leaf.terminalRole }
    style.isEmphasised = base.isEmphasised || run.isEmphasised
    style.isStrong = base.isStrong || run.isStrong
    if run.leaf.standsApart, continues || !words.isEmpty, !endsWithBlank {
      // One blank after its figure, but never at the beginning of a line.
      extend(" ", width: 1, style: .plain)
    }
    if case .conflictMark = run.leaf { append(conflictSign, style: style) } else { append(run.leaf.words, style: style) }
    if case .link(let url, let text) = run.leaf, url != text {
      append(" <" + url + ">", style: style)
    }
  }

  /// Adds a text in one style, made visible and, where it must be, ASCII.
  mutating func append(_ text: String, style: TerminalStyle) {
    var shown = visibleLine(text)
    if ascii { shown = asciiText(shown) }
    if shown.utf8.allSatisfy({ $0 < 0x80 }) {
      appendASCII(shown, style: style)
    } else {
      appendAny(shown, style: style)
    }
  }

  private mutating func appendASCII(_ text: String, style: TerminalStyle) {
    var isFirst = true
    for part in text.utf8.split(separator: 0x20, omittingEmptySubsequences: false) {
      if !isFirst { endsWithBlank = true }
      isFirst = false
      if !part.isEmpty { extend(String(Substring(part)), width: part.count, style: style) }
    }
  }

  /// Wide characters are words by themselves, as East Asian text is broken between any two of them, except before closing punctuation.
  private mutating func appendAny(_ text: String, style: TerminalStyle) {
    var word = ""
    var width = 0
    var previousIsWide = false
    for character in text {
      if character == " " {
        extend(word, width: width, style: style)
        (word, width) = ("", 0)
        endsWithBlank = true
        previousIsWide = false
        continue
      }
      let cells = cellWidth(character)
      if cells == 2 || previousIsWide, !closingPunctuation.contains(character) {
        extend(word, width: width, style: style)
        (word, width) = ("", 0)
        canJoin = false
      }
      word.append(character)
      width += cells
      previousIsWide = cells == 2
    }
    extend(word, width: width, style: style)
  }

  private mutating func extend(_ text: String, width: Int, style: TerminalStyle) {
    guard !text.isEmpty else { return }
    let piece = TerminalPiece(text, width: width, style: style)
    if let last = words.indices.last, canJoin, !endsWithBlank {
      words[last].pieces.append(piece)
      words[last].width += width
    } else {
      words.append(TerminalWord(pieces: [piece], width: width, followsBlank: endsWithBlank))
    }
    endsWithBlank = false
    canJoin = true
  }
}

private let closingPunctuation: Set<Character> = ["、", "。", "，", "．", "）", "」", "』", "】", "！", "？", "：", "；", "〉", "》"]

extension Inline {
  /// Marks that are set apart from what they mark, as a terminal cannot raise them.
  fileprivate var standsApart: Bool {
    switch self {
    case .noteMark, .conflictMark: true
    default: false
    }
  }

  fileprivate var terminalRole: TerminalStyle.Role {
    switch self {
    case .text, .emphasis, .strong, .unit: .plain
    case .value: .value
    case .name: .name
    case .property: .property
    case .keyword, .softMark: .keyword
    case .code: .code
    case .quote: .quote
    case .noteMark: .noteMark
    case .conflictMark: .conflict
    case .absent: .absent
    case .link: .link
    }
  }
}
