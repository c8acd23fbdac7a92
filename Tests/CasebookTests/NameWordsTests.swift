import Testing

@testable import Casebook

@Suite struct NameWordsTests {
  @Test(arguments: [
    ("naval_infantry", "navalinfantry"), ("Naval Infantry", "navalinfantry"), ("NAVAL-infantry", "navalinfantry"),
    ("Coordinación", "coordinacion"), ("Coordinacio\u{301}n", "coordinacion"), ("U.S. Army", "usarmy"), ("Straße", "strasse"),
    ("Mando Único", "mandounico"), ("Überfall", "uberfall"), ("ΑΒΓ", "αβγ"), ("  ", ""), ("O’Neill's Men", "oneillmen"),
  ])
  func key(name: String, key: String) {
    #expect(NameWords(name).key == key)
  }

  @Test(arguments: [
    ("the Ports of Arcadia", ["port", "arcadia"]), ("Arcadia's agencies", ["arcadia", "agency"]), ("Los Halcones", ["halcone"]),
    ("the", ["the"]), ("branches and classes", ["branch", "class"]), ("Texas virus", ["texa", "virus"]), ("US", ["us"]),
  ])
  func words(name: String, words: [String]) {
    #expect(NameWords(name).words == words)
  }
}
