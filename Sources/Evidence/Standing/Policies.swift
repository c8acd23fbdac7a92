/// What a hedge is taken to mean where its source doesn't say. Printed wherever something rests on it.
public struct Policies: Hashable, Sendable {
  /// Half the width of "about", as a part of the number: 0.1 reads `about 15,000` as 13,500 to 16,500. From 0 to 1.
  public private(set) var aboutWidth = 0.10
  /// How many units an approximate or uncertain time may lie off, in the unit that it is given in: 1 reads `2016~` as 2015 to 2017 and
  /// `2016-05~` as April to June 2016. From 0 to 100.
  public private(set) var circaPad = 1
  /// Whether verdicts that rest on either of these are `maybe` and not `yes*` or `no*`.
  public var strict = false

  /// The policies that hold unless others are set.
  public init() {}

  /// Sets the width of "about". Throws for what is no part of a whole.
  public mutating func setAboutWidth(_ width: Double) throws(PolicyError) {
    guard width >= 0, width <= 1 else { throw PolicyError(policy: .about, given: "\(NumberText.shortest(width * 100)) %") }
    aboutWidth = width
  }

  /// Sets how far an approximate time may lie off. Throws for a negative number and for more than a hundred.
  public mutating func setCircaPad(_ pad: Int) throws(PolicyError) {
    guard (0...100).contains(pad) else { throw PolicyError(policy: .circa, given: String(pad)) }
    circaPad = pad
  }
}

/// A policy was given a value that it can't have.
public struct PolicyError: Error, Hashable, Sendable {
  /// Which policy it was.
  public var policy: PolicyName
  /// The value as it was given: `200 %`.
  public var given: String

  /// `"about" takes 0 % to 100 %, and this is 200 %`
  public var message: String { "\"\(policy.rawValue)\" takes \(allowed), and this is \(given)" }

  private var allowed: String {
    switch policy {
    case .about: "0 % to 100 %"
    case .circa: "a whole number from 0 to 100"
    case .strict: "on or off"
    }
  }
}
