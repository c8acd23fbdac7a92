import Casebook
import Diagnostics
import Reports
import Testing

@testable import Session

/// What a session prints for what was typed, kept in files: `> ` before each entry, then the result, then the messages.
///
/// `UPDATE_SNAPSHOTS=1` writes the files anew; read the difference before keeping it.
@Suite struct TranscriptTests {
  /// Wrong input: each message has one sentence, the place, and the next step.
  @Test func wrongInputs() throws {
    try Transcript.compare(
      "wrong_inputs.txt",
      [
        "gendarmery.personnel",
        "naval_infantry.personnel in 2018 + ports_of_mexico.ports in 2018",
        "(gendarmerie.personnel as planned in 2012) + (gendarmerie.personnel in 2018)",
        "navy.tonnage",
        "count(institutions",
        "navy.personnel in 2017-13",
        "99999999999999999999",
        "cartel",
        "claim navy.personnel 5_000 in 2018",
        "claim navy.personel 5_000 in 2018 from ellis_2018 ¶1",
        "claim navy.personnel 5_000 ports in 2018 from ellis_2018 ¶1",
        "claim navy.personnel 5_000 in 2018 from elis_2018 ¶1",
        "claim navy.personnel 5_000 in 2018..2016 from ellis_2018 ¶1",
        "institutions | where personnel",
        "navy.personnel > \"many\"",
        "$nothing",
        "nonsense(1)",
        "measure personnel for institution = 1",
        "use nowhere",
        "set about = 200%",
        "list ships",
        "explain E999",
        "(naval_infantry.personnel) * 2",
        "navy.?",
        "1 / 0",
        "let rate = (mexico.homicide_rate in 2016 / 100\nsay \"done\"",
        "naval infantri",
        "naval infantry personnel in 2018",
        "compare army on nothing_such",
        "naval_infantry.personnel in 2018 > ports_of_mexico.ports in 2018",
        "mexico.homicide_rate in navy",
        "save navy to \"no/such/folder/navy.html\"",
        "save navy to \"/etc/navy.html\"",
        "save navy to \"navy.pdf\"",
        "expect naval_infantry.personnel in 2018 > 14_000",
        "derive mexico.homicide_rate in 2014 = mexico.homicide_rate in 2014\nmexico.homicide_rate in 2014 > 5",
      ])
  }

  /// The questions that the first casebook is for.
  @Test(arguments: [80, 40]) func answers(width: Int) throws {
    try Transcript.compare(
      "answers_\(width).txt",
      [
        "why mexico.homicide_rate in 2016",
        "compare gendarmerie on personnel across planned vs actual",
        "change(naval_infantry.personnel, from = low_point)",
        "mexico.criminal_groups as of 2018",
        "naval_infantry.personnel in 2016",
        "surely naval_infantry.personnel in 2018 > 10_000",
        "unaprops.unit_size in 2018 > 48",
        "navy",
        "army",
        "institutions in 2018 | where personnel > 10_000",
        "set about = 1%",
        "unaprops.unit_size in 2018 > 48",
      ], width: width)
  }
}
