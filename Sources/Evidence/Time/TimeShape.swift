/// How a time was written: what its days alone don't say. Four bytes.
struct TimeShape: Hashable, Sendable {
  /// Which form of EDTF it was written in.
  enum Kind: UInt8 {
    case date, interval
    /// `[2014..2016]`: one date of a range.
    case oneOf
    /// `[2014,2016]`: one of two dates.
    case eitherOf
    case unknown
  }

  /// From the lowest: kind (3 bits), resolution of start and end (4 each), then four flags.
  private var bits: UInt32

  /// A form without marks, unless they are given.
  init(
    _ kind: Kind, _ start: TimeResolution = .none, _ end: TimeResolution = .none, startIsApproximate: Bool = false,
    endIsApproximate: Bool = false
  ) {
    bits = UInt32(kind.rawValue)
    startResolution = start
    endResolution = end
    self.startIsApproximate = startIsApproximate
    self.endIsApproximate = endIsApproximate
  }

  /// Which form it was written in.
  var kind: Kind { Kind(rawValue: UInt8(bits & 7)) ?? .unknown }

  /// How finely the beginning is given; that of a single date is given twice.
  var startResolution: TimeResolution {
    get { TimeResolution(rawValue: UInt8(bits >> 3 & 15)) ?? .none }
    set { bits = bits & ~(15 << 3) | UInt32(newValue.rawValue) << 3 }
  }
  /// How finely the end is given.
  var endResolution: TimeResolution {
    get { TimeResolution(rawValue: UInt8(bits >> 7 & 15)) ?? .none }
    set { bits = bits & ~(15 << 7) | UInt32(newValue.rawValue) << 7 }
  }

  /// Whether the beginning bears `~`.
  var startIsApproximate: Bool {
    get { flag(0) }
    set { setFlag(0, newValue) }
  }
  /// Whether the end bears `~`.
  var endIsApproximate: Bool {
    get { flag(1) }
    set { setFlag(1, newValue) }
  }
  /// Whether the beginning bears `?`.
  var startIsUncertain: Bool {
    get { flag(2) }
    set { setFlag(2, newValue) }
  }
  /// Whether the end bears `?`.
  var endIsUncertain: Bool {
    get { flag(3) }
    set { setFlag(3, newValue) }
  }
  /// Whether an end is approximate or uncertain.
  var isHedged: Bool { bits >> 11 & 15 != 0 }

  private func flag(_ number: UInt32) -> Bool { bits >> (11 + number) & 1 == 1 }

  private mutating func setFlag(_ number: UInt32, _ value: Bool) {
    let bit: UInt32 = 1 << (11 + number)
    if value { bits |= bit } else { bits &= ~bit }
  }
}
