import Diagnostics
import Testing

@Suite struct SuggestionTests {
  private let names = [
    "navy", "army", "naval_infantry", "gendarmerie", "personnel", "personality", "mexico", "michoacan", "in", "is", "homicides",
    "homicide_rate", "Peña Nieto", "el_chapo",
  ]

  @Test(arguments: [
    ("navvy", ["navy"]), ("nvay", ["navy"]), ("NAVY_", ["navy"]), ("personell", ["personnel"]), ("mexcio", ["mexico"]),
    ("infantry", ["naval_infantry"]), ("michoacán", ["michoacan"]), ("pena nieto", ["Peña Nieto"]), ("chapo", ["el_chapo"]),
    ("homicide", ["homicides", "homicide_rate"]), ("im", ["in"]),
  ])
  func findsTheNearest(_ written: String, _ wanted: [String]) {
    #expect(Array(Suggestion.nearest(to: written, among: names).prefix(wanted.count)) == wanted)
  }

  /// Nothing is better than something far-fetched.
  @Test(arguments: ["", "x", "nosuch", "pg", "zzzzzzzz", "boats", "om"]) func findsNone(_ written: String) {
    #expect(Suggestion.nearest(to: written, among: names).isEmpty)
  }

  /// Suggested names without a shared part differ in at most a third of the longer one's letters.
  @Test func neverExceedsAThird() {
    for written in ["navvy", "nvy", "mexco", "amry", "i", "navi"] {
      for found in Suggestion.nearest(to: written, among: names.filter { $0.count < 7 }, limit: 10) {
        let distance = distance(Array(written), Array(found))
        #expect(distance <= max(written.count, found.count) / 3 || found.contains(written), "\(written) \(found)")
      }
    }
  }

  /// The distance by its definition, for comparison.
  private func distance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var best = min(
      distance(Array(left.dropLast()), right) + 1, distance(left, Array(right.dropLast())) + 1,
      distance(Array(left.dropLast()), Array(right.dropLast())) + (left.last == right.last ? 0 : 1))
    if left.count > 1, right.count > 1, left.suffix(2) == [right[right.count - 1], right[right.count - 2]] {
      best = min(best, distance(Array(left.dropLast(2)), Array(right.dropLast(2))) + 1)
    }
    return best
  }

  @Test func keepsTheOrderAndTheLimit() {
    #expect(Suggestion.nearest(to: "cat", among: ["bat", "rat", "hat", "mat"], limit: 2) == ["bat", "rat"])
    #expect(Suggestion.nearest(to: "cat", among: ["bat", "cut", "bat"]) == ["cut", "bat"])
    #expect(Suggestion.nearest(to: "cat", among: ["bat"], limit: 0).isEmpty)
  }

  @Test func longNamesTakeNoTime() {
    let long = String(repeating: "a", count: 100_000)
    #expect(Suggestion.nearest(to: long, among: [long + "b", "x"]).count == 1)
  }

  @Test func writesTheNote() {
    #expect(Suggestion.note([]) == nil)
    #expect(Suggestion.note(["navy"]) == "did you mean `navy`?")
    #expect(Suggestion.note(["a", "b", "c"]) == "did you mean `a`, `b` or `c`?")
  }
}
