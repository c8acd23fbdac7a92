/// Writes the parts of a claim's line, in about the proportions of a casebook made from a real article:
/// half of the figures are hedged, one in ten is no actual one, and every claim has a source and a locator.
struct ClaimWriter {
  var random: RandomSource
  let sourceCount: Int

  /// The id of one of the sources.
  mutating func source() -> String {
    "source_\(random.number(in: 1...sourceCount))"
  }

  /// A count with the hedge that a source may give it, such as `more than 300`.
  mutating func count(upTo most: Int) -> String {
    let figure = random.number(in: 10...most)
    switch random.number(in: 1...100) {
    case ...50: return grouped(figure)
    case ...65: return "about \(grouped(figure))"
    case ...72: return "more than \(grouped(figure))"
    case ...79: return "at least \(grouped(figure))"
    case ...84: return "up to \(grouped(figure))"
    case ...88: return "fewer than \(grouped(figure))"
    case ...94: return "\(grouped(figure)) to \(grouped(figure + random.number(in: 1...figure)))"
    default: return "\(grouped(figure)) ± \(grouped(max(1, figure / 20)))"
    }
  }

  /// The least or the greatest that a count was in a year, such as `peak 9_000 in 2011`.
  mutating func extreme(upTo most: Int) -> String {
    let word = random.element(of: ["low point", "peak"])
    return "\(word) \(grouped(random.number(in: 10...most))) in \(random.number(in: 2000...2018))"
  }

  /// A rate with one decimal.
  mutating func rate(upTo most: Int) -> String {
    let hedge = random.happens(20) ? "about " : ""
    return "\(hedge)\(random.number(in: 1...most)).\(random.number(in: 0...9))"
  }

  /// The status of a figure; most have none written, which means an actual one.
  mutating func status() -> String {
    guard random.happens(10) else { return "" }
    return " as " + random.element(of: ["planned", "target", "authorised", "projected"])
  }

  /// When the claim holds; few claims say nothing of it.
  mutating func time() -> String {
    let year = random.number(in: 2000...2018)
    switch random.number(in: 1...100) {
    case ...60: return " in \(year)"
    case ...70: return " in \(year)-\(twoDigits(random.number(in: 1...12)))"
    case ...80: return " in \(year)..\(year + random.number(in: 1...6))"
    case ...85: return " in \(year)~"
    case ...90: return " in \(year).."
    case ...95: return " in ..\(year)"
    default: return ""
    }
  }

  /// Where the claim stands, and now and then what supports it, how it was put, and how good it is.
  mutating func citation() -> String {
    var text = " from \(source()) ¶\(random.number(in: 1...60))"
    if random.happens(15) { text += " supported by \(source())" }
    if random.happens(5) { text += " via \(source())" }
    if random.happens(5) { text += " scope \"in at least one state\"" }
    if random.happens(8) { text += " words \"as the report has it\"" }
    if random.happens(5) { text += " grade B2" }
    return text
  }

  /// How the claim was made; most say nothing of it, which means stated.
  mutating func mode() -> String {
    guard random.happens(6) else { return "" }
    return " " + random.element(of: ["reportedly", "allegedly", "estimated"])
  }

  private func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// The number with `_` between its thousands, as the language writes it.
  private func grouped(_ number: Int) -> String {
    guard number >= 1000 else { return "\(number)" }
    let rest = number % 1000
    let padding = rest < 10 ? "00" : rest < 100 ? "0" : ""
    return "\(grouped(number / 1000))_\(padding)\(rest)"
  }
}
