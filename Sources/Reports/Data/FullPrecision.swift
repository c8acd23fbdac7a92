/// A number with every digit that it needs to be read back the same, without a `.0`; nil where it is infinite or no number.
func fullPrecision(_ number: Double) -> String? {
  guard number.isFinite else { return nil }
  let text = number.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
