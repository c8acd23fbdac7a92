// # Diagnostics
//
// How every other module says what is wrong with a text, and where. This module knows nothing of the language: only of bytes, lines and
// messages.
//
// - `SourceMap` holds the texts that were read, each a `SourceFile`. A `SourceRange` is twelve bytes: a file and two offsets. Lines and
//   columns are worked out only when a message is shown.
// - `Diagnostic` is one message: a code, a sentence, labelled ranges, notes and fix-its. Whoever finds a fault makes one; nobody prints one
//   but `DiagnosticRenderer`.
// - `DiagnosticCode` is the catalogue. A code has one meaning for ever, and an entry with an explanation and an example.
// - `Suggestion` finds the names that a misspelt one may have meant. It rather finds none than a far-fetched one.
//
// A worked example:
//
//     let sources = SourceMap()
//     let file = sources.add(name: "hiring.cotejo", text: "navvy.personnel in 2018")
//     let place = SourceRange(file: file.id, start: 0, end: 5)
//     let near = Suggestion.nearest(to: "navvy", among: ["army", "navy"])
//     let diagnostic = Diagnostic(
//       .unknownName, "nothing is called `navvy`", at: place, "unknown", notes: [Suggestion.note(near)].compactMap { $0 })
//     print(DiagnosticRenderer(sources: sources, width: 80).render(diagnostic))
//
//     error[E030]: nothing is called `navvy`
//       hiring.cotejo:1:1
//     1 │ navvy.personnel in 2018
//       │ ^^^^^ unknown
//       = did you mean `navy`?
//
// What is shown comes from files and from data, so control characters in it are shown as pictures and never sent to the terminal.
