import Names
import Testing

@Suite struct NameFoldingTests {
  @Test(arguments: [
    ("navy", "navy"), ("Peña NIETO", "pena nieto"), ("Ñandú Ærø", "nandu aero"), ("ŠŽČĆĐ", "szccd"),
    ("Ångström ßØ Łódź", "angstrom sso lodz"),
    ("cafe\u{301}", "cafe"), ("МОСКВА", "москва"), ("", ""),
  ])
  func losesCaseAndAccents(_ name: String, _ folded: String) {
    #expect(foldName(name) == folded)
  }

  @Test(arguments: ["Ålesund", "İstanbul", "Straße", "naïve", "ΑΘΉΝΑ", "Ｗｉｄｅ"]) func twiceIsOnce(_ name: String) {
    #expect(foldName(foldName(name)) == foldName(name))
  }
}
