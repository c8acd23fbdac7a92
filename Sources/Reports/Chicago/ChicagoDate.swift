import Evidence

/// A date as notes print it, `January 22, 2018`, as far as the source gives it: `December 2016`, `ca. 2016`. Nil where it gives none.
///
/// Days are written as the Chicago Manual of Style has them (17th edition, 6.38 and 9.35), everything else in the words of `TimeSpan`.
func chicagoDate(_ time: TimeSpan) -> String? {
  guard !time.isUnknown else { return nil }
  let words = time.words
  let day = time.start.earliest
  if day.isFinite, day == time.end.latest {
    let (year, _, dayOfMonth) = day.date
    let parts = words.split(separator: " ")
    if year > 0, parts.count == 3, parts[0] == String(dayOfMonth) { return parts[1] + " " + parts[0] + ", " + parts[2] }
  }
  return words.replacing("about ", with: "ca. ")
}
