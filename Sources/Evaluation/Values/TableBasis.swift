import Casebook
import Evidence

/// What a figure that was taken from a file of data speaks of: what is counted there, of whom, when, and how much of that is there.
struct TableBasis: Hashable {
  /// What the table is called.
  var table: String
  /// What its publisher counts, and on what condition: `case files, where Modalidad = "Con arma de fuego"`.
  var counts: String
  /// Who published it and where it was read.
  var origin: String
  var entity: EntityID
  /// Nil where it is of all the time that the file has.
  var time: TimeSpan?
  /// What it should take in and doesn't: `11 of 12 months`.
  var holes: [String] = []
  /// Whether it is a sum or a count, which what is missing could only raise.
  var isSum = false
  /// Whether it rests on a sum over parts: `added up over 32 states`.
  var parts: String?

  /// In one line, for a note.
  var words: String {
    "\(table): counts \(counts)" + (parts.map { ", \($0)" } ?? "") + (time == nil ? ", over all its time" : "") + "; \(origin)"
  }
}
