import Casebook
import Evidence
import TestSupport
import Testing

@testable import Evaluation

/// Shares, ratios, changes and differences as they are asked for, against every possible world in which each figure is a whole number of its
/// range: a bound holds all of them, and a closed form that uses each operand once is no wider than they are.
@Suite struct FigureOracleTests {
  struct Form: Sendable, CustomTestStringConvertible {
    var text: String
    /// Whether each operand stands in it once, so that its ends are reached.
    var isTight: Bool
    /// Nil where it has no value.
    var value: @Sendable (_ first: Double, _ second: Double) -> Double?
    var testDescription: String { text }
  }

  static let forms = [
    Form(text: "ratio(a, b)", isTight: true) { $1 == 0 ? nil : $0 / $1 },
    Form(text: "share(a, b)", isTight: true) { $1 == 0 ? nil : 100 * $0 / $1 },
    Form(text: "change(b, a)", isTight: true) { $1 == 0 ? nil : 100 * ($0 / $1 - 1) },
    Form(text: "difference(a, b)", isTight: true) { $0 - $1 },
    Form(text: "a - b", isTight: true) { $0 - $1 },
    Form(text: "a / b", isTight: true) { $1 == 0 ? nil : $0 / $1 },
    // Operands that stand twice: wider than the worlds, never narrower.
    Form(text: "(a - b) / b", isTight: false) { $1 == 0 ? nil : ($0 - $1) / $1 },
    Form(text: "share(a, a + b)", isTight: false) { $0 + $1 == 0 ? nil : 100 * $0 / ($0 + $1) },
    Form(text: "ratio(a, b) - ratio(b, a)", isTight: false) { $0 == 0 || $1 == 0 ? nil : $0 / $1 - $1 / $0 },
    Form(text: "a - a", isTight: false) { first, _ in first - first },
  ]

  @Test(arguments: forms, Array(UInt64(0)..<40)) func holdsEveryWorld(form: Form, seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let (first, second) = (Self.range(&random, from: 0), Self.range(&random, from: seed % 4 == 0 ? 0 : 1))
    let harness = Harness()
    let operands = [("a", first), ("b", second)]
    for (name, range) in operands { _ = harness.enter("let \(name) = \(Self.words(range))") }
    let text = form.text.replacingName("a", with: "$a").replacingName("b", with: "$b")
    let outcome = Result { try harness.value(text) }
    let worlds = first.flatMap { one in second.compactMap { form.value(Double(one), Double($0)) } }
    guard case .success(let value) = outcome else {
      #expect(second.contains(0) || first.contains(0), "\(text) has no value for \(operands)")
      return
    }
    guard case .found(let figure) = try harness.evaluator.figure(value, at: harness.evaluator.statementRange) else { return }
    let quantity = figure.quantity
    for world in worlds {
      let slack = 1e-9 * max(1, abs(world))
      #expect(quantity.low <= world + slack && world - slack <= quantity.high, "\(text): \(operands) gives \(world)")
    }
    guard form.isTight, !second.contains(0), let least = worlds.min(), let greatest = worlds.max() else { return }
    #expect(abs(quantity.low - least) < 1e-9 && abs(quantity.high - greatest) < 1e-9, "\(text): \(operands)")
  }

  /// Verdicts on what was worked out: a yes holds in all worlds, a no in none.
  @Test(arguments: forms, Array(UInt64(0)..<40)) func verdictsHoldInEveryWorld(form: Form, seed: UInt64) throws {
    var random = SplitMix(seed: seed &+ 1_000)
    let (first, second) = (Self.range(&random, from: 1), Self.range(&random, from: 1))
    let limit = [-50.0, -1, 0, 0.5, 1, 2, 40, 100][Int.random(in: 0..<8, using: &random)]
    let sign = [">", ">=", "<", "<="][Int.random(in: 0..<4, using: &random)]
    let harness = Harness()
    for (name, range) in [("a", first), ("b", second)] { _ = harness.enter("let \(name) = \(Self.words(range))") }
    let isPercent = form.text.hasPrefix("share") || form.text.hasPrefix("change")
    let text = form.text.replacingName("a", with: "$a").replacingName("b", with: "$b")
    let condition = "\(text) \(sign) \(Self.words(limit))\(isPercent ? "%" : "")"
    guard case .verdict(let judgement) = try harness.value(condition) else {
      Issue.record("\(condition) gives no verdict")
      return
    }
    for one in first {
      for other in second {
        guard let value = form.value(Double(one), Double(other)) else { continue }
        let holds =
          switch sign {
          case ">": value > limit
          case ">=": value >= limit
          case "<": value < limit
          default: value <= limit
          }
        // A world within rounding of the limit decides nothing.
        if abs(value - limit) < 1e-9 { continue }
        if judgement.verdict.truth == .yes { #expect(holds, "\(condition): \(first), \(second)") }
        if judgement.verdict.truth == .no { #expect(!holds, "\(condition): \(first), \(second)") }
      }
    }
  }

  private static func range(_ random: inout SplitMix, from low: Int) -> ClosedRange<Int> {
    let first = Int.random(in: low...9, using: &random)
    return first...(first + Int.random(in: 0...4, using: &random))
  }

  private static func words(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }

  private static func words(_ number: Double) -> String {
    number.rounded() == number ? String(Int(number)) : String(number)
  }
}

extension String {
  /// Replaces a name of one letter where it stands alone.
  fileprivate func replacingName(_ name: Character, with other: String) -> String {
    var result = ""
    let letters = Array(self)
    for (index, letter) in letters.enumerated() {
      let stands =
        letter == name && (index == 0 || !letters[index - 1].isLetter)
        && (index + 1 == letters.count || !letters[index + 1].isLetter)
      result += stands ? other : String(letter)
    }
    return result
  }
}
