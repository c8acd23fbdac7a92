/// Makes a casebook of a given number of claims, as a folder of files in the language.
///
/// A fifth as many entities as claims, five kinds of them, and 200 sources; every property is one of the prelude's. The
/// sources' own lines (type, author, date) come on top of the count. `institution_1` always has a figure for 2016, so that there is
/// a question with an answer in every such casebook.
struct CasebookGenerator {
  private static let sourceCount = 200
  private static let entitiesPerFile = 500

  let claimCount: Int
  let seed: UInt64

  private var entityCount: Int { max(5, claimCount / 5) }

  /// The kinds of the entities and how many of a hundred are of each; states come first, for others lie in them.
  private static let kinds = [
    (name: "state", title: "State of", share: 1),
    (name: "institution", title: "Directorate", share: 30),
    (name: "unit", title: "Brigade", share: 39),
    (name: "criminal_group", title: "Group", share: 15),
    (name: "person", title: "Commander", share: 15),
  ]

  /// How many entities of the kind there are, at least one.
  private func count(of kind: String) -> Int {
    max(1, Self.kinds.reduce(0) { $0 + ($1.name == kind ? $1.share : 0) } * entityCount / 100)
  }

  /// Writes the folder, which is made unless it is there.
  func write(to folder: String) throws(WritingError) {
    var claims = ClaimWriter(random: RandomSource(seed: seed), sourceCount: Self.sourceCount)
    try TextFile.makeFolder(folder)
    try sources(&claims).write(to: "\(folder)/sources.cotejo")

    let total = Self.kinds.reduce(0) { $0 + count(of: $1.name) }
    var written = 0
    for kind in Self.kinds {
      let members = Array(1...count(of: kind.name))
      for start in stride(from: 0, to: members.count, by: Self.entitiesPerFile) {
        var file = TextFile()
        for number in members[start..<min(start + Self.entitiesPerFile, members.count)] {
          let due = claimCount * (written + 1) / total - claimCount * written / total
          add(kind: kind.name, title: kind.title, number: number, claims: due, to: &file, &claims)
          written += 1
        }
        try file.write(to: "\(folder)/\(kind.name)_\(start / Self.entitiesPerFile + 1).cotejo")
      }
    }
  }

  /// The sources, each with what a bibliography needs.
  private func sources(_ claims: inout ClaimWriter) -> TextFile {
    var file = TextFile()
    for number in 1...Self.sourceCount {
      file.line("source source_\(number) \"\(Names.title("Report from", number, using: &claims.random))\" {")
      file.line("  type article")
      file.line("  author \"\(Names.title("Ana", number, using: &claims.random))\"")
      file.line("  published \(claims.random.number(in: 2001...2019))")
      file.line("}")
      file.line()
    }
    return file
  }

  /// One entity with as many claims as are due.
  private func add(
    kind: String, title: String, number: Int, claims due: Int, to file: inout TextFile, _ claims: inout ClaimWriter
  ) {
    file.line("\(kind) \(kind)_\(number) \"\(Names.title(title, number, using: &claims.random))\" {")
    for position in 0..<due {
      file.line("  " + (position == 0 ? firstClaim(kind: kind, number: number, &claims) : furtherClaim(kind: kind, &claims)))
    }
    file.line("}")
    file.line()
  }

  /// What every entity of the kind has: a figure for a state, a tie for all others.
  private func firstClaim(kind: String, number: Int, _ claims: inout ClaimWriter) -> String {
    let state = "state_\(claims.random.number(in: 1...count(of: "state")))"
    switch kind {
    case "state": return "population \(claims.count(upTo: 9_000_000))\(claims.time())\(claims.citation())"
    case "institution" where number == 1: return "personnel about 15_000 in 2016\(claims.citation())"
    case "institution": return "located_in \(state)\(claims.citation())"
    case "unit":
      return "part_of institution_\(claims.random.number(in: 1...count(of: "institution")))\(claims.time())\(claims.citation())"
    case "criminal_group": return "origin \(state)\(claims.citation())"
    default: return "note \"Known from the reports of the time.\"\(claims.citation())"
    }
  }

  /// One more claim that an entity of the kind may have.
  private func furtherClaim(kind: String, _ claims: inout ClaimWriter) -> String {
    let state = "state_\(claims.random.number(in: 1...count(of: "state")))"
    let chance = claims.random.number(in: 1...100)
    switch kind {
    case "state":
      let figure = chance <= 60 ? "homicide_rate \(claims.rate(upTo: 90))" : "criminal_groups \(claims.count(upTo: 300))"
      return "\(figure)\(claims.status())\(claims.time())\(claims.mode())\(claims.citation())"
    case "institution", "unit":
      switch chance {
      case ...55:
        return "personnel \(claims.count(upTo: 60_000))\(claims.status())\(claims.time())\(claims.mode())\(claims.citation())"
      case ...60: return "personnel \(claims.extreme(upTo: 60_000))\(claims.citation())"
      case ...75: return "brigades \(claims.count(upTo: 40))\(claims.status())\(claims.time())\(claims.citation())"
      case ...85: return "deployed_to \(state)\(claims.time())\(claims.citation())"
      case ...95: return "led_by person_\(claims.random.number(in: 1...count(of: "person")))\(claims.time())\(claims.citation())"
      default: return "missions \"port security\", \"patrols at sea\"\(claims.citation())"
      }
    case "criminal_group":
      if chance <= 60 {
        return
          "rival_of criminal_group_\(claims.random.number(in: 1...count(of: "criminal_group")))\(claims.time())\(claims.citation())"
      }
      return "note \"Said to have grown out of an older group.\"\(claims.mode())\(claims.citation())"
    default:
      return "note \"Named in a hearing.\"\(claims.mode())\(claims.citation())"
    }
  }
}
