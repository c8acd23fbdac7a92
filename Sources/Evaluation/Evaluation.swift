// Evaluation: from a checked statement to a value, and from a value to a document.
//
// The evaluator walks checked expressions with a frame (the names that hold, the entity that is spoken of, the qualifiers that stand
// around) and gives one of a dozen kinds of value. It keeps to one rule: no answer is ever more certain than its sources allow, and
// nothing is dropped silently. So a question to a property is not a number but the claims that it found; a number is made of them only
// where arithmetic or a comparison asks for one, and only where they are about one time and one thing; what is missing stays missing,
// with its reasons, through every step; a comparison with something missing can't be told, which is neither yes nor no.
//
// It knows Semantics (the checked tree), Casebook (the claims), Evidence (the algebra), Analysis (what follows from cells) and Reports
// (documents). It knows no file, no terminal and no clock: what it needs of those comes through `Host`, so all of it can be tested. What
// a statement may take is counted by a `Budget`; whatever goes wrong is a `Diagnostic`, and leaves variables and last result as they were.
//
// A worked example, from the entry to the page:
//
//     naval_infantry.personnel in 2018 > 10_000
//
//     .comparison(.greater, .qualified(.property(.entity(naval_infantry), personnel), [.during(2018)]), .adoptUnit(10000, people))
//
//     1. `.qualified` puts `during 2018` into the frame; `.property` asks the casebook and gives `.answer`: one claim, about 15,000.
//     2. The comparison needs a figure. `figure(of:)` takes the claim under the policies: 13,500 to 16,500 people, both ends soft, with
//        the claim as its lineage.
//     3. Evidence compares bounds: yes, resting on a soft bound. The value is `.verdict(Judgement)` with the comparison as its ground.
//     4. `Presenter` makes `yes*` of it, and the remark that it rests on "about" = ±10 %.
//
// The folders: Values (what expressions give), Evaluator (one file for each topic of the walk), Presentation (values as blocks and spans,
// with a note for every figure that rests on a claim), Host (what is asked of the world outside).
