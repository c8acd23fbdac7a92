/// The four truths that a cell may have, as the bytes of a boolean column. What is kept by a filter, yes and maybe, has bit 0.
enum Truth {
  static let no: UInt8 = 0
  static let yes: UInt8 = 1
  static let missing: UInt8 = 2
  static let maybe: UInt8 = 3

  /// Yes or no.
  @inline(__always) static func of(_ holds: Bool) -> UInt8 { holds ? yes : no }

  /// 1 or 0, by its bits: what is chosen by a condition may become a branch, which a processor guesses wrongly where rows are mixed.
  @inline(__always) static func bit(_ holds: Bool) -> Int { Int(truncatingIfNeeded: unsafeBitCast(holds, to: UInt8.self)) }

  /// A no suffices; then what is missing, then maybe.
  @inline(__always) static func and(_ left: UInt8, _ right: UInt8) -> UInt8 {
    if left == no || right == no { return no }
    if left == missing || right == missing { return missing }
    return left == maybe ? maybe : right
  }

  /// A yes suffices; then maybe, then what is missing, so that a row that may be meant stays.
  @inline(__always) static func or(_ left: UInt8, _ right: UInt8) -> UInt8 {
    if left == yes || right == yes { return yes }
    if left == maybe || right == maybe { return maybe }
    return left == missing ? missing : right
  }

  /// Missing and maybe stay.
  @inline(__always) static func not(_ truth: UInt8) -> UInt8 { truth < 2 ? 1 - truth : truth }
}
