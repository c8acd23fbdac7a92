// Reports: what a result looks like, apart from what it says.
//
// Whatever the language answers, at the prompt or in a saved report, is first a `Document`: a tree of blocks (sections, paragraphs,
// tables, cards, trees, remarks) whose text is a list of spans that say what they are. `.value("about 15,000", exact: …)` is a figure
// and carries its bounds at full precision; `.name("Mexican Navy", id: "navy")` is an entity; `.noteMark([3])` points at note 3.
// Only a renderer knows about escape sequences, pipes or tags, so one tree gives the terminal, Markdown, HTML, JSON and CSV, and
// none of them can say more or less than the others.
//
// The module knows Evidence (sources, citations) and nothing else: not the language, not a casebook, no file, no clock. The same tree
// gives the same bytes.
//
// A worked example:
//
//     var notes = NoteCollector()
//     let mark = notes.note(for: [citation], hedge: "about", caveats: [])
//     let document = Document(
//       title: [.name("Naval Infantry", id: "naval_infantry")],
//       blocks: [
//         .facts([FactRow("personnel", [.value("about 15,000", exact: figure), .text(" in 2018"), .noteMark([mark])])])
//       ],
//       notes: notes.notes)
//     TerminalRenderer(width: 60).render(document)
//
//     Naval Infantry
//     ══════════════
//
//     personnel  about 15,000 in 2018 [1]
//
//     [1] R. Evan Ellis, “Mexico's Fight against Transnational
//         Organized Crime,” 2018, ¶19 (printed as “about”).
//
// Three rules hold in every renderer. Nothing is cut: what does not fit is wrapped, and a table that cannot fit becomes one record
// after another. Nothing from data is trusted: a control character is shown, a sign with a meaning in the target format is escaped.
// Colour adds nothing: the text is the same without it.
