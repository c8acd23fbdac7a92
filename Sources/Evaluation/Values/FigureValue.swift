public import Casebook
public import Evidence

/// A figure, and what must be said with it wherever it is printed.
public struct FigureValue {
  public var figure: Figure
  /// Whether the claims that it was taken from agree; `conflict` and `differ` are marked.
  public var agreement: Agreement
  /// What the reader must know of how it came about, each once.
  public var remarks: [String]

  /// The files of data that it was taken from, each with what it counts there.
  var bases: [TableBasis] = []

  /// A year is printed without separators.
  var isYear = false

  init(_ figure: Figure, agreement: Agreement = .single, remarks: [String] = []) {
    self.figure = figure
    self.agreement = agreement
    self.remarks = remarks
  }

  var quantity: Quantity { figure.quantity }

  /// A figure made from others: their remarks, each once, and the worst of their agreements.
  init(_ figure: Figure, from operands: [FigureValue], adding remarks: [String] = []) {
    var all: [String] = []
    for remark in operands.flatMap(\.remarks) + remarks where !all.contains(remark) { all.append(remark) }
    self.init(figure, agreement: operands.reduce(.single) { $0.worse($1.agreement) }, remarks: all)
    for basis in operands.flatMap(\.bases) where !bases.contains(basis) { bases.append(basis) }
  }
}

extension Agreement {
  private var severity: Int {
    switch self {
    case .single: 0
    case .agree: 1
    case .notComparable: 2
    case .differ: 3
    case .conflict: 4
    }
  }

  /// The one of two that the reader must rather know.
  func worse(_ other: Agreement) -> Agreement { severity >= other.severity ? self : other }
}

/// How far a later figure lies from an earlier one.
public struct ChangeValue {
  /// The figures set against each other; a low point or a peak stands for itself here, not for a bound on a moment.
  var earlier: FigureValue
  var later: FigureValue
  /// Later ÷ earlier.
  var fold: Figure
  /// Later ÷ earlier − 1, in percent: what the change is in arithmetic.
  var relative: Figure

  /// The change as one figure.
  var figureValue: FigureValue { FigureValue(relative, from: [earlier, later]) }
}

extension Value {
  /// A figure or a change with one more thing to be said of it; other values as they are.
  func remarked(_ remark: String?) -> Value {
    guard let remark else { return self }
    switch self {
    case .figure(var figure):
      if !figure.remarks.contains(remark) { figure.remarks.append(remark) }
      return .figure(figure)
    case .change(var change):
      if !change.later.remarks.contains(remark) { change.later.remarks.append(remark) }
      return .change(change)
    default: return self
    }
  }
}
