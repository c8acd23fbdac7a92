// What a program means.
//
// Two things are made of a syntax tree here, and both end in values or in messages with a place:
//
// - `CasebookReader` takes declarations and claims into a casebook, in phases (units, kinds, properties, sources, entities, claims), so that
//   files may speak of each other. Its claims wait until all of a text is found right.
// - `Checker` turns statements into checked ones: names are found, literals become values of the evidence algebra, units and statuses fit.
//   Nothing is evaluated.
//
//     let plan = gendarmerie.personnel as planned in 2012
//     $plan + gendarmerie.personnel in 2018       → E031: a planned figure cannot be added to an actual one
//
// It knows the syntax tree, the casebook and the evidence algebra; it knows nothing of files, output or evaluation.
