import Casebook
import TestSupport
import Testing

@testable import Session

/// Spoiled texts get messages; nothing ends the program, and nothing comes into the casebook with an error.
@Suite struct SpoiledInputTests {
  @Test(arguments: Array(1...3) as [UInt64]) func nothingTraps(seed: UInt64) {
    var random = SplitMix(seed: seed)
    // Whatever takes long is stopped, as somebody at the keyboard would.
    var questions = 0
    let reader = Reader(isInterrupted: {
      questions += 1
      return questions.isMultiple(of: 20_000)
    })
    let casebook = reader.session.casebook
    casebook.loadAll()
    let samples = Topics.statements.map(\.example).filter { !$0.hasPrefix("save") } + ShownResultTests.cases.map(\.entry)
    let pieces: [String] = [
      "(", ")", "{", "}", "\"", "`", ".", "..", "|", "$", "?", "¶", "99999999999999999999", "1e400", "-", "±", "\0", "é", "in",
      "as",
    ]
    for _ in 0..<60 {
      var words = (samples.randomElement(using: &random) ?? "").split(separator: " ").map(String.init)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0...words.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0 where place < words.count: words.remove(at: place)
        case 1 where place < words.count: words.insert(words[place], at: 0)
        default: words.insert(pieces.randomElement(using: &random) ?? "", at: place)
        }
      }
      let text = words.joined(separator: " ")
      let before = (casebook.claimCount, casebook.entities.count)
      let (printed, ending) = reader.run(text)
      guard ending == .wrongInput else { continue }
      #expect(printed.contains("error[E"), "\(text)")
      #expect(before == (casebook.claimCount, casebook.entities.count), "\(text)")
    }
  }
}
