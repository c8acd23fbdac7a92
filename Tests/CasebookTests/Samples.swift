import Evidence

// Values, times and sources, said shortly.

func exactly(_ value: Double) -> HedgedNumber { .exact(Number(value)) }
func about(_ value: Double) -> HedgedNumber { .about(Number(value)) }
func moreThan(_ value: Double) -> HedgedNumber { .moreThan(Number(value)) }
func atMost(_ value: Double) -> HedgedNumber { .atMost(Number(value)) }
func lowPoint(_ value: Double) -> HedgedNumber { .lowPoint(Number(value)) }

func year(_ year: Int) -> TimeSpan { TimeSpan(year: year) }
func circa(_ year: Int) -> TimeSpan { TimeSpan(year: year, isApproximate: true) }

/// All of the years from one to another.
func span(_ first: Int, _ last: Int) -> TimeSpan {
  TimeSpan(from: year(first), to: year(last))?.covering ?? .unknown
}

func source(_ id: String, published: TimeSpan? = nil, relays: [String] = []) -> SourceRecord {
  SourceRecord(id: id, published: published, relays: relays)
}

struct NoSuchUnit: Error {}

/// People and ships, two things that are counted.
func units() throws -> (people: Unit, ships: Unit) {
  let table = UnitTable().adding(["people", "ships"].map { UnitDefinition(id: $0, dimension: .counted(isA: nil)) }).table
  guard let people = table.unit(named: "people"), let ships = table.unit(named: "ships") else { throw NoSuchUnit() }
  return (people, ships)
}
