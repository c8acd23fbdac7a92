public import Diagnostics
public import Evidence
import Names

/// What is wrong with a setting.
public struct SettingProblem {
  public var code: DiagnosticCode
  public var message: String
}

extension Policies {
  /// Gives a policy the value that was written: `5%`, `2`, `on`. Gives what is wrong with it, and then changes nothing.
  public mutating func set(_ name: String, to value: String) -> SettingProblem? {
    guard let policy = PolicyName(rawValue: foldName(name)) else {
      return SettingProblem(
        code: .unknownName,
        message: "there is no policy \(name); policies are \(PolicyName.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    do throws(PolicyError) {
      switch policy {
      case .about:
        let isPercent = value.hasSuffix("%")
        let digits = isPercent ? String(value.dropLast().reversed().drop { $0 == " " }.reversed()) : value
        guard let number = Double(digits) else {
          return SettingProblem(code: .valueDoesNotFit, message: "\"about\" takes a percentage such as 5%")
        }
        try setAboutWidth(isPercent ? number / 100 : number)
      case .circa:
        guard let pad = Int(value) else {
          return SettingProblem(code: .valueDoesNotFit, message: "\"circa\" takes a whole number of years")
        }
        try setCircaPad(pad)
      case .strict:
        guard let isOn = ["on": true, "yes": true, "off": false, "no": false][foldName(value)] else {
          return SettingProblem(code: .valueDoesNotFit, message: "\"strict\" is on or off")
        }
        strict = isOn
      }
      return nil
    } catch {
      return SettingProblem(code: .valueDoesNotFit, message: error.message)
    }
  }
}
