/// Makes a journal for hledger, of as many transactions as a casebook has claims: the nearest thing that a plain-text
/// program for dated, sourced figures reads.
///
/// A transaction has a date, a code in place of a locator, a description, and two postings: one to an account of what is counted,
/// one to an account for each of the 200 sources. There are 1,000 accounts in all, as in the journals that hledger itself is
/// measured with; with one for each entity of the casebook it would take many times as long, which would be no fair comparison.
struct JournalGenerator {
  let transactionCount: Int
  let seed: UInt64

  /// Writes the journal.
  func write(to path: String) throws(WritingError) {
    var random = RandomSource(seed: seed)
    var file = TextFile()
    for number in 0..<transactionCount {
      // Nineteen years of twelve months of 28 days, in the order of time, as journals are kept.
      let day = number * (19 * 12 * 28) / transactionCount
      let year = 2000 + day / (12 * 28)
      let date = "\(year)-\(twoDigits(day / 28 % 12 + 1))-\(twoDigits(day % 28 + 1))"
      let amount = random.number(in: 10...60_000)
      file.line("\(date) (p\(random.number(in: 1...60))) \(Names.title("Brigade", number, using: &random))")
      file.line("  strength:unit \(random.number(in: 1...800))  \(amount) people")
      file.line("  stated:source \(random.number(in: 1...200))")
      file.line()
    }
    try file.write(to: path)
  }

  private func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
