import Casebook
import Diagnostics
import Evidence
import Syntax
import Names

/// What is known of a source, taken from the same lines that become claims about it.
extension CasebookReader {
  func readSources(_ entities: [(placed: Placed<Declaration>, entity: EntityID?)]) {
    for (placed, entity) in entities {
      guard let entity else { continue }
      do {
        _ = try casebook.addSource(Self.record(of: placed.item), entity: entity)
      } catch {
        diagnostics.append(cannotAdd(placed.item.id, error))
      }
    }
  }

  /// Lines that don't have the shape are reported when they are read as claims, so here they are passed over.
  static func record(of declaration: Declaration) -> SourceRecord {
    var authors: [Author] = []
    for line in declaration.lines {
      switch foldName(line.property.text) {
      case "author": authors += texts(line).map { Author(name: $0) }
      case "corporate_author": authors += texts(line).map { Author(literal: $0) }
      default: break
      }
    }
    func lines(_ name: String) -> [ClaimLine] { declaration.lines.filter { foldName($0.property.text) == name } }
    func text(_ name: String) -> String? { lines(name).first.flatMap { texts($0).first } }
    func word(_ name: String) -> String? { lines(name).first.flatMap { words($0).first } }
    return SourceRecord(
      id: declaration.id.text, type: word("type") ?? "", authors: authors, title: declaration.title.plain ?? "",
      container: text("container"), publisher: text("publisher"), published: lines("published").first.flatMap(time),
      accessed: lines("accessed").first.flatMap(time), url: text("url"), language: word("language"),
      isAnonymous: lines("anonymous").contains { if case .truth(true, _) = $0.value { true } else { false } },
      relays: (lines("relays") + lines("same_as")).flatMap(words), shortForm: text("short_form"), note: text("note"))
  }

  private static func texts(_ line: ClaimLine) -> [String] {
    guard case .texts(let texts) = line.value else { return [] }
    return texts.compactMap(\.plain)
  }

  private static func words(_ line: ClaimLine) -> [String] {
    guard case .names(let paths) = line.value else { return [] }
    return paths.compactMap { $0.names.first?.text }
  }

  /// A time, or a bare year, which the parser could not tell from a number.
  private static func time(_ line: ClaimLine) -> TimeSpan? {
    switch line.value {
    case .time(let literal): return try? LiteralMeaning.time(literal).get()
    case .quantity(let literal): return Int(exactly: literal.number.value).flatMap { TimeSpan(checkedYear: $0) }
    default: return nil
    }
  }
}
