/// The functions of columns: they are known where a table's columns are.
public enum TableFunction: String, Sendable, CaseIterable {
  // One figure for many rows
  case sum, mean, median, quantile, distinct, first, last, count, min, max
  // A figure for a row that looks at other rows
  case previous, rolling, running, rank
  case shareOfTotal = "share_of_total"
  // Dates
  case month, day, quarter, weekday, date
  // Text
  case lower, upper, trim, length, substring, replace, concat, text, number
  // Numbers
  case round, floor, ceiling, abs, log, log10, log2, exp, sqrt
  // Any
  case range, fallback, recode

  /// What a function does with rows.
  public enum Role: Sendable { case aggregate, window, cell }

  public var role: Role {
    switch self {
    case .sum, .mean, .median, .quantile, .distinct, .first, .last, .count, .min, .max: .aggregate
    case .previous, .rolling, .running, .rank, .shareOfTotal: .window
    default: .cell
    }
  }

  /// Whether its arguments are texts, as which an entity is what it is called.
  public var takesText: Bool {
    switch self {
    case .lower, .upper, .trim, .length, .substring, .replace, .concat, .text, .recode: true
    default: false
    }
  }

  /// How many arguments it takes.
  var arity: ClosedRange<Int> {
    switch self {
    case .count: 0...1
    case .min, .max: 1...16
    case .quantile, .rolling: 2...2
    case .previous, .round: 1...2
    case .substring: 2...3
    case .replace, .range: 3...3
    case .date: 1...3
    case .concat, .fallback: 1...16
    case .recode: 3...200
    default: 1...1
    }
  }

  public var signature: String {
    switch self {
    case .sum: "sum(n), sum(n where CONDITION)"
    case .mean: "mean(n)"
    case .median: "median(n)"
    case .quantile: "quantile(n, 90%)"
    case .distinct: "distinct(place)"
    case .first: "first(n)"
    case .last: "last(n)"
    case .count: "count(), count(n), count(where CONDITION)"
    case .min: "min(n), or min(a, b)"
    case .max: "max(n), or max(a, b)"
    case .previous: "previous(n), previous(n, 12 months), previous(n within place)"
    case .rolling: "rolling(sum(n), 12 months)"
    case .running: "running(sum(n))"
    case .rank: "rank(n), rank(n within year)"
    case .shareOfTotal: "share_of_total(n), share_of_total(n within year)"
    case .month: "month(time)"
    case .day: "day(time)"
    case .quarter: "quarter(time)"
    case .weekday: "weekday(time)"
    case .date: "date(year, month, day)"
    case .lower: "lower(name)"
    case .upper: "upper(name)"
    case .trim: "trim(name)"
    case .length: "length(name)"
    case .substring: "substring(name, 1, 2)"
    case .replace: "replace(name, \"old\", \"new\")"
    case .concat: "concat(a, \"-\", b)"
    case .text: "text(n)"
    case .number: "number(code)"
    case .round: "round(n, 1)"
    case .floor: "floor(n)"
    case .ceiling: "ceiling(n)"
    case .abs: "abs(n)"
    case .log: "log(n)"
    case .log10: "log10(n)"
    case .log2: "log2(n)"
    case .exp: "exp(n)"
    case .sqrt: "sqrt(n)"
    case .range: "range(low, best, high)"
    case .fallback: "fallback(n, 0)"
    case .recode: "recode(sex, \"M\", \"men\", \"F\", \"women\")"
    }
  }

  public var summary: String {
    switch self {
    case .sum: "Adds a column up; refused where that makes no sense, as for rates."
    case .mean: "The arithmetic mean of a column."
    case .median: "The value in the middle."
    case .quantile: "The value below which such a part of the rows lies."
    case .distinct: "How many different values there are."
    case .first, .last: "The value of the \(rawValue) row of each group."
    case .count: "How many rows there are, or how many of them have a value."
    case .min: "The least value; of several columns, the least of each row."
    case .max: "The greatest value; of several columns, the greatest of each row."
    case .previous: "The value of the row or the period before."
    case .rolling: "A figure over this period and those before it; empty until there are enough."
    case .running: "A figure over this row and all before it."
    case .rank: "The place of a row, the greatest first; a range where values overlap."
    case .shareOfTotal: "What part of the sum of all rows the value is."
    case .month, .day, .quarter, .weekday: "The \(rawValue) of a date, as a number."
    case .date: "A date from its parts."
    case .lower: "The text in small letters."
    case .upper: "The text in capital letters."
    case .trim: "The text without blanks around it."
    case .length: "How many characters a text has."
    case .substring: "A part of a text: from which character, and how many."
    case .replace: "The text with one thing in the place of another."
    case .concat: "Values one after the other as a text."
    case .text: "A value as a text."
    case .number: "A text as a number; missing where it is none."
    case .round: "Rounded to so many decimals."
    case .floor, .ceiling: "Rounded \(self == .floor ? "down" : "up") to a whole number."
    case .abs: "Without its sign."
    case .log, .log10, .log2: "A logarithm: natural, to the base 10 or 2."
    case .exp: "The exponential."
    case .sqrt: "The square root."
    case .range: "A value between bounds, from three columns."
    case .fallback: "The first of several values that is not missing."
    case .recode: "Other texts for the ones named; what is not named stays."
    }
  }
}
