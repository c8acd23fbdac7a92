/// The policies by which hedges get a width, by the name under which they are set.
public enum PolicyName: String, Hashable, Sendable, CaseIterable, Comparable {
  /// How wide "about" is.
  case about
  /// How far a time that is approximate or uncertain may lie off.
  case circa
  /// Whether a verdict that rests on either of them counts as open.
  case strict

  /// As printed wherever something rests on it: `"about" = ±10 %`.
  public func describe(_ policies: Policies) -> String {
    switch self {
    case .about: "\"about\" = ±\(NumberText.shortest(policies.aboutWidth * 100)) %"
    case .circa:
      policies.circaPad == 1
        ? "\"~\" = ±1 year, month or day, as the time is given"
        : "\"~\" = ±\(policies.circaPad) years, months or days, as the time is given"
    case .strict: policies.strict ? "strict: what rests on a policy is maybe" : "not strict: what rests on a policy is starred"
    }
  }

  /// By their order here.
  public static func < (left: PolicyName, right: PolicyName) -> Bool { left.place < right.place }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Some policies, in one byte.
public struct PolicySet: OptionSet, Hashable, Sendable {
  /// One bit for each policy.
  public let rawValue: UInt8
  /// From bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The width of "about".
  public static let about = PolicySet(rawValue: 1)
  /// How far an approximate time may lie off.
  public static let circa = PolicySet(rawValue: 2)
  /// That what rests on a policy is open.
  public static let strict = PolicySet(rawValue: 4)

  /// Whether the policy of this name is among them.
  public func contains(_ name: PolicyName) -> Bool {
    switch name {
    case .about: isSuperset(of: .about)
    case .circa: isSuperset(of: .circa)
    case .strict: isSuperset(of: .strict)
    }
  }

  /// Its members in the order of `PolicyName`.
  public var names: [PolicyName] { PolicyName.allCases.filter { contains($0) } }
}
