/// A grade of the Admiralty system: how reliable a source is (A–F) and how credible what it says (1–6).
///
/// The two are independent and ordinal, so they are never multiplied or averaged. F and 6 say that it cannot be judged: they are
/// unknown, not worst.
public struct Grade: Hashable, Sendable, CustomStringConvertible {
  /// How far a source has proved reliable.
  public enum Reliability: Character, Hashable, Sendable, CaseIterable {
    case completely = "A"
    case usually = "B"
    case fairly = "C"
    case notUsually = "D"
    case unreliable = "E"
    case cannotBeJudged = "F"

    /// As the scale words it: `usually reliable`.
    public var words: String {
      switch self {
      case .completely: "completely reliable"
      case .usually: "usually reliable"
      case .fairly: "fairly reliable"
      case .notUsually: "not usually reliable"
      case .unreliable: "unreliable"
      case .cannotBeJudged: "reliability cannot be judged"
      }
    }

    /// 1 for the most reliable; nil where it cannot be judged.
    public var rank: Int? { self == .cannotBeJudged ? nil : Self.allCases.firstIndex(of: self).map { $0 + 1 } }
  }

  /// How far what is said is borne out.
  public enum Credibility: Int, Hashable, Sendable, CaseIterable {
    case confirmed = 1
    case probablyTrue, possiblyTrue, doubtful, improbable, cannotBeJudged

    /// As the scale words it: `probably true`.
    public var words: String {
      switch self {
      case .confirmed: "confirmed"
      case .probablyTrue: "probably true"
      case .possiblyTrue: "possibly true"
      case .doubtful: "doubtful"
      case .improbable: "improbable"
      case .cannotBeJudged: "truth cannot be judged"
      }
    }

    /// 1 for the most credible; nil where it cannot be judged.
    public var rank: Int? { self == .cannotBeJudged ? nil : rawValue }
  }

  /// Of the source.
  public var reliability: Reliability
  /// Of what it says.
  public var credibility: Credibility

  /// A grade of both axes.
  public init(_ reliability: Reliability, _ credibility: Credibility) {
    self.reliability = reliability
    self.credibility = credibility
  }

  /// Reads `B2`, in either case; nil for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 2, let credibility = Credibility(rawValue: Int(bytes[1]) - 0x30) else { return nil }
    let capital = (0x61...0x7A).contains(bytes[0]) ? bytes[0] - 0x20 : bytes[0]
    guard let reliability = Reliability(rawValue: Character(Unicode.Scalar(capital))) else { return nil }
    self.init(reliability, credibility)
  }

  /// `B2`
  public var description: String { "\(reliability.rawValue)\(credibility.rawValue)" }

  /// `usually reliable, probably true`
  public var words: String { "\(reliability.words), \(credibility.words)" }

  /// The weakest of some grades, each axis by itself; nil for none. What cannot be judged is not weak: it gives way to any grade that
  /// can be, so F and 6 stand only where no grade of that axis could be judged.
  public static func weakest(_ grades: [Grade]) -> Grade? {
    guard !grades.isEmpty else { return nil }
    var weakest = Grade(.cannotBeJudged, .cannotBeJudged)
    for grade in grades {
      if let rank = grade.reliability.rank, rank > weakest.reliability.rank ?? 0 { weakest.reliability = grade.reliability }
      if let rank = grade.credibility.rank, rank > weakest.credibility.rank ?? 0 { weakest.credibility = grade.credibility }
    }
    return weakest
  }
}
