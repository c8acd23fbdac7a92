// Analysis: the comparisons, as pure functions from cells to findings.
//
// A comparison puts the same questions to every subject. Whoever asks evaluates the cells; this module is handed what came of it and
// says what follows: which of two figures is the greater and how surely, by how much, how many times; whether a measure differs, is the
// same, or cannot be told; and what stands in the way where figures must not be set against each other.
//
// It knows Evidence (bounds, verdicts, units, statuses) and Casebook (which property and which claims a cell came from). It knows no
// syntax, prints nothing and asks nothing: the same cells give the same findings.
//
// A worked example: 40,000 people planned in 2012 against about 1,200 people in 2018.
//
//     let finding = MeasureFinding(of: [.figure(planned), .figure(actual)], asked: .statuses([.planned, .actual]), policies: Policies())
//     finding.mark           // .differs: no value that the one allows is a value of the other
//     finding.pair?.verdict  // yes*: the plan holds more, on "about" = ±10 %
//     finding.pair?.share    // 2.7–3.3 %: the actual figure as a share of the plan
//
// Two rules hold everywhere. What is not known is never counted as equal, less or nothing: a measure with an empty cell cannot be told.
// And what is not alike is not ranked: figures of unlike unit, definition, status or scope, or of years far apart, get no difference
// and no ratio unless the user says why they may be set side by side, and that reason is then printed.
