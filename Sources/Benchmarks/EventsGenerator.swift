/// Makes a table of events in eleven columns, such as publishers of conflict data have: about 90 bytes to a row.
struct EventsGenerator {
  let rowCount: Int
  let seed: UInt64

  private static let kinds = ["homicide", "clash", "kidnapping", "seizure", "arrest", "attack on police", "mass grave"]
  private static let weapons = ["firearm", "blade", "explosive", "other", "unknown"]
  private static let papers = [
    "Reforma", "El Universal", "La Jornada", "Milenio", "Proceso", "Zeta Tijuana", "El Norte", "Vanguardia", "Noroeste",
    "Ríodoce",
    "Diario de Juárez", "Sur Acapulco",
  ]

  /// Writes the table, some megabytes at a time.
  func write(to path: String) throws(WritingError) {
    var random = RandomSource(seed: seed)
    var file = try StreamedFile(path)
    file.append("id,date,state,municipality,kind,weapon,low,best,high,latitude,source\n")
    for number in 1...max(1, rowCount) {
      let state = random.number(in: 1...32)
      let year = random.number(in: 2000...2023)
      let (month, day) = (random.number(in: 1...12), random.number(in: 1...28))
      let best = random.happens(60) ? random.number(in: 0...2) : random.number(in: 0...40)
      let low = best - random.number(in: 0...min(best, 3))
      let high = best + random.number(in: 0...5)
      let date = "\(year)-\(Self.two(month))-\(Self.two(day))"
      let kind = random.happens(55) ? Self.kinds[0] : random.element(of: Self.kinds)
      let weapon = random.happens(60) ? Self.weapons[0] : random.element(of: Self.weapons)
      let municipality = "Municipio \(Self.two(state))\(Self.three(random.number(in: 1...80)))"
      let paper = random.element(of: Self.papers)
      let fraction = Self.three(random.number(in: 0...999))
      file.append(
        "\(number),\(date),\(Self.two(state)),\(municipality),\(kind),\(weapon),\(low),\(best),\(high),"
          + "\(random.number(in: 14...32)).\(fraction),\(paper) \(date)\n")
      if number & 0xFFFF == 0 { try file.flush() }
    }
    try file.close()
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  private static func three(_ number: Int) -> String { number < 100 ? "0" + two(number) : "\(number)" }
}
