public import Diagnostics
import Syntax

/// Something that a text shows its readers and that must run: an `example:` of a documentation comment, a block of the guide.
public struct Example: Sendable {
  public var text: String
  /// `prelude/measures.cotejo:12`
  public var place: String

  public init(text: String, place: String) {
    self.text = text
    self.place = place
  }

  /// Whether a file does something when it is run, besides declaring and defining.
  public static func isScript(_ file: SourceFile) -> Bool {
    parse(file).program.statements.contains { statement in
      switch statement.node {
      case .language, .use, .declaration, .citing, .claim, .derived, .tension, .claims, .deprecate, .measure, .filter,
        .comparison, .report, .define,
        .parameter:
        false
      default: true
      }
    }
  }

  /// The examples in the documentation comments of a file of the language.
  public static func inDocumentation(of file: SourceFile) -> [Example] {
    collect(parse(file).program.statements, file)
  }

  private static func collect(_ statements: [Statement], _ file: SourceFile) -> [Example] {
    var found: [Example] = []
    for statement in statements {
      let line = file.position(at: Int(statement.range.start)).line
      for text in statement.documentation where text.hasPrefix(prefix) {
        found.append(Example(text: String(text.dropFirst(prefix.count).drop { $0 == " " }), place: "\(file.name):\(line)"))
      }
      if case .citing(_, _, let block?) = statement.node { found += collect(block, file) }
    }
    return found
  }

  private static let prefix = "example:"

  /// The blocks marked ```` ```cotejo ```` of a Markdown page, in order.
  public static func inMarkdown(_ file: SourceFile) -> [Example] {
    var found: [Example] = []
    var block: [Substring]?
    var start = 0
    let lines = file.text(0..<file.bytes.count).split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      if let open = block {
        if line.hasPrefix("```") {
          found.append(Example(text: open.joined(separator: "\n"), place: "\(file.name):\(start)"))
          block = nil
        } else {
          block = open + [line]
        }
      } else if line == "```cotejo" {
        block = []
        start = number + 2
      }
    }
    return found
  }
}
