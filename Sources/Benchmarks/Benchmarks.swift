// What Scripts/dev/bench measures with: generators of large inputs, the same bytes for the same seed.
//
// The program knows nothing of Cotejo's modules and is no part of the product. It writes what a person with a large casebook, or a user
// of another program with as much data, would have:
//
//     Benchmarks casebook FOLDER 100000 1       100,000 claims from seed 1
//     Benchmarks journal FILE 100000 1          as many transactions, for hledger
//     Benchmarks questions FILE 1000 FOLDER     a script of 1,000 questions to the casebook
//     Benchmarks events FILE 3000000 1          a table of so many events in eleven columns
//     Benchmarks monthly FILE 2500000 1         a wide table with twelve columns of months
//     Benchmarks population FILE 24 1          people of 32 states in so many years
//
// Running and timing are the script's part, with hyperfine, so that peers are measured by the same clock. Queries to tables are timed by
// Peers/tables.py, since programs that are libraries of Python are measured without their start.

import Glibc

@main
struct Benchmarks {
  /// Arguments that the program can do nothing with.
  private struct UsageError: Error {}

  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch let failure as WritingError {
      complain("\(failure)")
      exit(73)
    } catch {
      complain(
        "usage: Benchmarks casebook FOLDER CLAIMS SEED | journal FILE TRANSACTIONS SEED | questions FILE QUESTIONS FOLDER"
          + " | events FILE ROWS SEED | monthly FILE ROWS SEED | population FILE YEARS SEED")
      exit(64)
    }
  }

  private static func run(_ arguments: [String]) throws {
    guard arguments.count == 4, let count = Int(arguments[2]), (1...100_000_000).contains(count) else { throw UsageError() }
    let (path, last) = (arguments[1], arguments[3])
    switch (arguments[0], UInt64(last)) {
    case ("casebook", let seed?): try CasebookGenerator(claimCount: count, seed: seed).write(to: path)
    case ("journal", let seed?): try JournalGenerator(transactionCount: count, seed: seed).write(to: path)
    case ("events", let seed?): try EventsGenerator(rowCount: count, seed: seed).write(to: path)
    case ("monthly", let seed?): try MonthlyGenerator(rowCount: count, seed: seed).write(to: path)
    case ("population", let seed?): try PopulationGenerator(yearCount: count, seed: seed).write(to: path)
    case ("questions", _): try QuestionsGenerator(questionCount: count, casebook: last).write(to: path)
    default: throw UsageError()
    }
  }

  /// Prints a message on standard error.
  private static func complain(_ message: String) {
    let bytes = Array("\(message)\n".utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
