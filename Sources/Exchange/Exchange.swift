// What other programs read and write: bibliographies, spreadsheets of claims, graphs.
//
// - A bibliography (CSL-JSON, BibLaTeX) is a list of `SourceRecord`s; `SourceText` writes them as declarations of the language.
// - A claim is a `ClaimRow`: cells with names, each in the language's own words. `ClaimSheet` reads rows from CSV and JSON lines and writes
//   them; `ClaimText` turns rows into statements and remembers which cell each stretch of them came from, so that whoever reads the
//   statements can say what is wrong by row and column. This module itself never reads the language.
// - A graph (GraphML) is only written.
//
// What a format has no place for is counted in `Losses`, never dropped in silence. What is wrong with a file is an `ExchangeProblem` with
// its place in bytes. No input recurses deeper than a fixed limit.
//
//     let bibliography = Bibliography(csl: bytes)
//     bibliography.problems            // what could not be read, with its place
//     bibliography.losses.lines        // ["volume (3)", "page (2)"]
//     SourceText.declarations(of: bibliography.sources)
