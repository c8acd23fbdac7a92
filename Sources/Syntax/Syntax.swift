// # Syntax
//
// From bytes to a tree, and from a tree's tokens back to canonical text. This module knows Diagnostics and nothing of what names mean: it
// can't tell a unit from a misspelt word, or a year from a number.
//
// - `Lexer` cuts bytes into sixteen-byte tokens in one pass. It has no modes: a text is one token, and the expressions in it are read later
//   by a lexer of their own. What people type (curly quotes, `15,000`, `≤`) becomes the same token as its canonical form.
// - `Parser` reads tokens by recursive descent. Words are contextual: `count` is a verb after `|` and a name in `count.size`, so the lexer
//   only marks words and the parser decides. A line end ends a statement unless an operator or a comma stands before it, a round bracket is
//   open, or the next line begins with `|`; the parser therefore asks for `kind`, which is `.endOfLine` where the statement ends, and never
//   for the token itself.
// - An error ends the statement or claim in which it stands, after one message; reading goes on at the next. So every error of a file is
//   reported, and no error causes another.
// - Depth is counted on the way down (brackets, signs, blocks) and in the height of what was built (chains), so neither reading a tree nor
//   freeing one can exhaust the stack.
// - While it reads, the parser can note what each word was (`Mark`). `highlight` colours by these notes, and `format` lays out by them, so
//   that neither has a second opinion about the grammar.
// - `declarationHeads` skims a casebook at the speed of memory and finds where its statements are; `parse(_:range:)` then reads one of them.
//
// A worked example: `compare army, navy on personnel in 2018` becomes the tokens
//
//     name(compare) name , name name(on) name name(in) number
//
// `comparisonStatement` takes the subjects up to `on`; the list of measures leaves the unbracketed `in 2018` alone, so it becomes a
// qualifier of the comparison and not of `personnel`:
//
//     Comparison(subjects: [army, navy], items: [personnel], qualifiers: [in 2018])
