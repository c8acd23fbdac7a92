/// Makes the small table that large ones are joined with: how many people 32 states had in each year.
struct PopulationGenerator {
  /// How many years, from 2000 on; the events of `EventsGenerator` lie in 24.
  let yearCount: Int
  let seed: UInt64

  /// Writes the table.
  func write(to path: String) throws(WritingError) {
    var random = RandomSource(seed: seed)
    var file = try StreamedFile(path)
    file.append("state,year,population\n")
    for state in 1...32 {
      let first = random.number(in: 500_000...15_000_000)
      for year in 0..<max(1, yearCount) {
        let people = first + first / 100 * year + random.number(in: 0...999)
        file.append("\(state < 10 ? "0" : "")\(state),\(2000 + year),\(people)\n")
      }
    }
    try file.close()
  }
}
