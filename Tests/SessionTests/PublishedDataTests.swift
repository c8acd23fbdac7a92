import Diagnostics
import Glibc
import Reports
import Testing

@testable import Session

/// `Scripts/homicide_figures.cotejo` over files of the shapes that publishers give them.
@Suite struct PublishedDataTests {
  /// The folder with the publishers' own files, beside the project where somebody has put them.
  static let published = Fixture.tests + "/../../shared/data"
  static let arePublishedFilesHere = access(published + "/ucdp_ged_mexico.csv", R_OK) == 0

  /// Invented figures under the publishers' headers and with their oddities.
  @Test func invented() throws {
    // As a user names the folder, so that no machine's path is printed.
    let printed = try run(folder: "Tests/Fixtures/homicide_figures", reading: Fixture.tests + "/..")
    let path = Fixture.tests + "/SessionTests/Snapshots/homicide_figures.txt"
    if Fixture.updatesSnapshots {
      try Files(writingOf: [Files.folder(of: path)]).write(Array(printed.utf8), to: path)
      return
    }
    #expect(String(decoding: try Files.readNamed(path), as: UTF8.self) == printed)
  }

  /// The publishers' files themselves: every figure below was worked out by other programs.
  @Test(.enabled(if: arePublishedFilesHere, "the publishers' files are not here"))
  func figuresOfThePublishers() throws {
    let lines = try run(folder: Self.published, reading: Self.published).split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    for line in Self.expected { #expect(lines.contains(line), "no line “\(line)”") }
  }

  private static var expected: [String] {
    let cases = [
      "2015 16,119 missing", "2016 20,148 25.00", "2017 25,033 24.25", "2018 29,096 16.23", "2019 29,500 1.39",
      "2020 28,839 -2.24", "2021 28,281 -1.93", "2022 26,280 -7.08", "2023 25,290 -3.77",
      // January to November of both years; never -6.8 %, which the whole of 2023 would give.
      "2024 23,581 1.22", "change: 2023, 2024 compared over the same months, Jan–Nov; `whole years` compares whole years only",
    ]
    let rates = [
      "Colima 22.38 68.90 95.29 72.92", "Baja California Sur 20.67 28.92 79.91 59.23", "Baja California 24.10 33.46 58.18 34.08",
      "Zacatecas 14.38 27.71 33.87 19.49", "Chihuahua 26.09 33.68 42.37 16.28", "Oaxaca 4.94 18.02 20.74 15.80",
      "Chiapas 9.32 8.58 8.61 -0.711", "Yucatán 2.41 2.28 1.65 -0.761", "Durango 13.17 13.06 11.87 -1.306",
      "Coahuila 9.21 6.94 7.19 -2.028", "In 27 states it rose.",
    ]
    let firearms = [
      "2015 16,119 9,209 57.13", "2016 20,148 12,478 61.93", "2017 25,033 16,891 67.47", "2018 29,096 20,077 69.00",
      "2019 29,500 20,534 69.61", "2020 28,839 20,218 70.11", "2021 28,281 19,380 68.53", "2022 26,280 18,260 69.48",
      "2023 25,290 18,046 71.36", "2024 23,581 17,059 72.34", "Colima 790 692 87.59", "Guanajuato 2,581 2,185 84.66",
      "Nuevo León 1,338 1,107 82.74", "Michoacán 1,438 1,177 81.85", "Oaxaca 852 689 80.87",
    ]
    let months = ["2018-07 2,640", "2015-01 1,197"]
    let deaths =
      [
        10_559, 10_153, 9_934, 9_910, 9_327, 9_969, 10_395, 8_837, 14_229, 19_800, 26_046, 27_330, 25_799, 22_490, 19_563, 20_263,
        24_613, 31_737, 34_426, 35_274, 35_787, 34_346, 31_048,
      ].enumerated().map { "\(2000 + $0) \(grouped($1))" } + [
        "Chihuahua 2010-08 780", "Colima 797 651,037 122.4", "Zacatecas 1,380 1,491,452 92.5",
        "Baja California 2,626 3,158,733 83.1", "Guanajuato 3,943 5,490,432 71.8", "Morelos 1,155 1,778,386 64.9",
      ]
    let fighting =
      ["1 208 208 541 35", "2 138,514 139,550 145,186 18,696", "3 904 937 1,257 226"]
      + [
        670, 1_945, 3_847, 5_608, 6_215, 4_960, 5_936, 4_516, 3_353, 4_527, 4_306, 9_723, 11_954, 12_002, 15_195, 16_934, 14_336,
        13_877,
      ].enumerated().map { "\(2006 + $0) \(grouped($1))" }
    let pairs = [
      "1–2 Jalisco Cartel New Generation - Sinaloa Cartel 3,757 27,349 (27,293–27,751)",
      "1–2 Juarez Cartel - Sinaloa Cartel 3,244 26,919 (26,606–27,893)",
      "3 Jalisco Cartel New Generation - Santa Rosa de Lima Cartel 2,131 16,090 (16,045–16,181)",
      "4 Jalisco Cartel New Generation - Los Zetas 681 9,437 (9,425–11,282)",
      "5 Carteles Unidos - Jalisco Cartel New Generation 928 7,770 (7,759–7,782)",
      "6 Gulf Cartel - Los Zetas 593 6,932 (6,615–7,645)", "7 Beltrán Leyva Cartel - Sinaloa Cartel 298 6,178 (6,110–6,306)",
      "8–9 Jalisco Cartel New Generation - Nueva Plaza Cartel 397 5,476 (5,384–5,501)",
      "8–9 Gulf Cartel - Sinaloa Cartel 1,482 4,986 (4,973–5,387)",
      "10 Caborca Cartel, Sinaloa Cartel - Los Mayos - Sinaloa Cartel - 389 3,763 (3,761–3,813)",
    ]
    let rate = ["2018 29.45", "2007 8.15 missing", "2011 23.61 15.46", "2018 29.45 12.30"]
    return cases + rates + firearms + months + deaths + fighting + pairs + rate
  }

  private static func grouped(_ number: Int) -> String {
    let digits = String(number)
    guard digits.count > 3 else { return digits }
    return digits.dropLast(3) + "," + digits.suffix(3)
  }

  private func run(folder: String, reading readable: String) throws -> String {
    let session = Session(
      library: .embedded, files: Files(allowingReadOf: [readable]), isInterrupted: { false })
    session.parameterSettings = [("folder", folder)]
    var printed = ""
    _ = session.begin()
    let path = Fixture.tests + "/../Scripts/homicide_figures.cotejo"
    let text = String(decoding: try Files.readNamed(path), as: UTF8.self)
    let ending = session.run(text, name: "homicide_figures.cotejo") { output in
      switch output {
      case .document(let document): printed += TerminalRenderer(width: 100).render(document)
      case .diagnostics(let found): printed += found.map { $0.message + "\n" }.joined()
      }
    }
    #expect(ending == .finished)
    return printed
  }
}
