import Testing

@testable import Casebook

@Suite struct NameMatchTests {
  /// The forces of Arcadia, and some names from elsewhere that share their words.
  private func forces() throws -> SmallCasebook {
    var small = try SmallCasebook()
    try small.entity("arcadia", "Arcadia", kind: "country")
    try small.claim("arcadia", "nationality", .text(["Arcadian"]))
    try small.entity("union", "Northern Union", kind: "country")
    try small.claim("union", "nationality", .text(["N.U."]))
    for (id, title, kind) in [
      ("land_force", "Arcadian Army", "institution"), ("fleet", "Arcadian Navy", "institution"),
      ("army_police", "Arcadian Army Police (branch)", "unit"), ("fleet_police", "Arcadian Navy Police", "unit"),
      ("army_academy", "Army Staff Academy", "institution"), ("riders", "Army Riders", "unit"),
      ("police", "Arcadian Police Forces", "institution"), ("ports", "Ports of Arcadia (17)", "institution"),
      ("green_cartel", "Green Cartel", "institution"), ("blue_cartel", "Blue Cartel", "institution"),
      ("halcon", "Rodrigo \"El Halcón\" Peñaloza", "person"), ("coast_guard", "Coast Guard", "institution"),
    ] {
      try small.entity(id, title, kind: kind)
      if kind != "person" { try small.claim(id, "country", .entities([small.id("arcadia")])) }
    }
    try small.entity("union_college", "N.U. Army War College")
    try small.claim("union_college", "country", .entities([small.id("union")]))
    try small.claim("army_police", "part_of", .entities([small.id("land_force")]))
    try small.claim("riders", "part_of", .entities([small.id("land_force")]))
    try small.claim("army_police", "aka", .text(["gendarmes", "military police"]))
    try small.claim("fleet_police", "aka", .text(["military police", "Shore Patrol"]))
    try small.claim("fleet", "native", .text(["Armada Árcade"]))
    try small.claim("halcon", "aka", .text(["El Halcón"]))
    return small
  }

  @Test(arguments: [
    ("fleet", "exact fleet"), ("Coast-Guard", "exact coast_guard"), ("coast guards", "one coast_guard"),
    ("army", "one land_force; army_police army_academy riders union_college"),
    ("the army", "one land_force; army_police army_academy riders union_college"),
    ("ARMY ARCADIAN", "one land_force; army_police army_academy riders"),
    ("Arcadia's army", "one land_force; army_police army_academy riders"),
    ("navy", "one fleet; fleet_police"), ("armada arcade", "one fleet"), ("shore patrols", "one fleet_police"),
    ("gendarme", "one army_police"), ("N.U. army", "one union_college"), ("war college", "one union_college"),
    ("ports", "exact ports"), ("port", "one ports"), ("halcon", "exact halcon"), ("Halcón Peñaloza", "one halcon"),
    ("penaloza", "one halcon"), ("cartel", "ambiguous green_cartel blue_cartel"),
    ("cartels", "ambiguous green_cartel blue_cartel"),
    ("military police", "ambiguous army_police fleet_police"), ("grene cartel", "none green_cartel"), ("flett", "none fleet"),
    ("xyzzy", "none"), ("", "none"),
    ("?!", "none"), ("gendarmas", "none army_police"),
  ])
  func everydayNames(words: String, expected: String) throws {
    let found = shown(try forces(), words)
    #expect(found == expected, "\(words) was read as \(found)")
  }

  @Test(arguments: [
    String(repeating: "armyx ", count: 20_000), String(repeating: "é", count: 50_000), "\u{0}\u{1B}[2J", "\u{301}", "''s",
  ])
  func oddInputNamesNothing(words: String) throws {
    #expect(shown(try forces(), words) == "none")
  }

  @Test func namesAddedLaterAreFound() throws {
    var small = try forces()
    #expect(shown(small, "river patrol") == "none")
    try small.claim("riders", "aka", .text(["River Patrol"]))
    #expect(shown(small, "river patrols") == "one riders")
    try small.entity("river_patrol", "Something else")
    #expect(shown(small, "River Patrol") == "exact river_patrol")
    try small.claim("riders", "aka", .text(["Dragoons"])) { $0.details = ClaimDetails(deprecatedBecause: "a mix-up") }
    #expect(shown(small, "dragoons") == "none")
    #expect(small.casebook.names(of: try small.id("riders")).aliases == ["River Patrol"])
  }

  @Test func theMostSpokenOfIsObvious() throws {
    var small = try SmallCasebook()
    for id in ["first", "second"] { try small.entity(id, "\(id) Brigade") }
    #expect(shown(small, "brigade") == "ambiguous first second")
    try small.claim("second", "native", .text(["Brigada"]))
    #expect(shown(small, "brigade") == "one second; first")
    try small.claim("first", "led_by", .none)
    #expect(shown(small, "brigade") == "ambiguous first second", "no longer by far")
  }

  private func shown(_ small: SmallCasebook, _ words: String) -> String {
    func names(_ ids: [EntityID]) -> String { ids.map { small.casebook[$0].name }.joined(separator: " ") }
    switch small.casebook.match(words) {
    case .exact(let entity): return "exact " + names([entity])
    case .one(let entity, let others): return ("one " + names([entity]) + (others.isEmpty ? "" : "; " + names(others)))
    case .ambiguous(let entities): return "ambiguous " + names(entities)
    case .none(let near): return near.isEmpty ? "none" : "none " + names(near)
    }
  }
}
