/// # Evidence: the value algebra
///
/// What a source says about a number is rarely a number. It is "more than 300", "about 15,000", "12 to 14", planned or actual, of some
/// year or other, on somebody's word. This module holds such values and reckons with them under one rule: **no answer is ever more
/// certain than its sources allow.** It knows no other module, reads no file and asks no clock.
///
/// - `Quantity` is a number as far as it is known: `low`, `best` (only ever a figure that some source printed), `high`, a `Unit`, and a
///   `Precision` that says how many digits count. It is made from a `HedgedNumber`, what the source printed, under `Policies`, which say
///   how wide "about" is.
/// - `Verdict` is yes, no or maybe: whether a comparison holds in all worlds that the sources allow, in none, or in some. One that rests on
///   the width of "about" is starred and names that policy.
/// - `Unit` is a product of units that are declared from outside in a `UnitTable`: people and ports don't add, prisoners are people, and
///   percent is not percentage points.
/// - `TimeSpan` is a time as EDTF writes it, to the day, with ends that may be open, unknown, approximate or uncertain.
/// - `Figure` is a quantity with its `Status` and its `Lineage`, the derivation down to claims. `SourceRecord` and `Citation` say on whose
///   word a claim is made, `Grade` how good that word is.
///
/// ## An example
///
/// A source says of the naval infantry that it had "as few as 2,000" under one president and has "about 15,000" now:
///
///     let policies = Policies()
///     let then = HedgedNumber.lowPoint(Number(2_000)).quantity(unit: people, isCount: true, policies: policies)  // [2,000, ∞)
///     let now = HedgedNumber.about(Number(15_000)).quantity(unit: people, isCount: true, policies: policies)  // 13,500*–16,500*
///
///     try ComparisonOperator.greater.compare(now, then, policies)  // maybe: at any one moment then there may have been more
///
///     let figure = Figure(claim: 7, .lowPoint(Number(2_000)), unit: people, isCount: true, status: .actual, policies: policies)
///     if let low = figure.atExtreme {  // 2,000 itself, not a bound on a moment
///       display(try Quantity.ratio(now, low.quantity))  // about 7.5
///       displayRange(try Quantity.ratio(now, low.quantity))  // 6.75–8.25*
///     }
///
/// ## How it is checked
///
/// The tests enumerate possible worlds: for small quantities with all combinations of open and soft ends, every answer `yes` must hold
/// for all pairs of values, every `no` for none, every bound must hold every value, and no bound may be wider than it need be.
