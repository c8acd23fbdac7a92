import Casebook
import Diagnostics
import Evidence
import Reports

/// A document while it is made: its blocks, and what they need at the end, such as notes and the gaps that were met.
final class DocumentBuilder {
  var title: [Inline] = []
  var subtitle: [Inline] = []
  /// Open sections, outermost first; the first level is the document itself.
  private var levels: [(title: [Inline], blocks: [Block])] = [(title: [], blocks: [])]
  /// At the prompt a note names its source in short; a report names it in full, and lists it.
  var notes = NoteCollector(style: .brief)
  /// What was asked for and no claim answers.
  var gaps: [Missing] = []
  var warnings: [Diagnostic] = []
  /// The claims that the document rests on, each once, in order of use.
  private(set) var claims: [ClaimID] = []
  private var claimsSeen: Set<ClaimID> = []
  /// What made it.
  var colophon: [ColophonEntry] = []
  private(set) var isReport = false

  init() {}

  /// A document that stands by itself, for readers without the casebook at hand. Nothing may have been added to it yet.
  init(reportTitled title: [Inline]) {
    self.title = title
    becomeReport()
  }

  /// Makes an empty document a report.
  func becomeReport() {
    isReport = true
    notes = NoteCollector()
  }

  var isEmpty: Bool { levels.count == 1 && levels[0].blocks.isEmpty && title.isEmpty }

  func add(_ block: Block) { levels[levels.count - 1].blocks.append(block) }
  func add(_ blocks: [Block]) { levels[levels.count - 1].blocks += blocks }

  /// Adds a block under a heading of its own, where a report has it outside of any section.
  func add(_ block: Block, headed title: String) {
    add(isReport && levels.count == 1 ? .section(title: [.text(title)], blocks: [block]) : block)
  }

  func beginSection(_ title: [Inline]) { levels.append((title, [])) }

  func endSection() {
    guard levels.count > 1, let section = levels.popLast() else { return }
    add(.section(title: section.title, blocks: section.blocks))
  }

  func use(_ claim: ClaimID) {
    if claimsSeen.insert(claim).inserted { claims.append(claim) }
  }

  func document() -> Document {
    Document(
      title: title, subtitle: subtitle, blocks: levels[0].blocks, notes: notes.notes,
      bibliography: isReport ? notes.bibliography() : [], colophon: colophon)
  }
}

/// What was asked for and no claim answers, each once, in the order of asking.
struct GapList {
  private(set) var gaps: [Missing] = []
  private var seen: Set<MissingKey> = []
  /// A session that asks for ever does not remember for ever.
  private static let limit = 10_000

  mutating func add(_ others: [Missing]) {
    for gap in others where gaps.count < Self.limit && seen.insert(gap.key).inserted { gaps.append(gap) }
  }
}
