import Diagnostics
import Glibc
import Reports
import Testing

@testable import Session

/// `Scripts/homicide_series.cotejo`: a figure beside every series of files that could be meant by it.
@Suite struct HomicideSeriesTests {
  /// Invented figures under the publishers' headers: one state has no deaths in 2017, and December of 2018 is empty.
  @Test func invented() throws {
    let printed = try run(
      "Scripts/homicide_series.cotejo", folder: "Tests/Fixtures/homicide_series", reading: Fixture.tests + "/..")
    try compare(printed, with: "homicide_series.txt")
  }

  /// Filters, parameters and gaps of measures over files whose figures lie between bounds.
  @Test func betweenBounds() throws {
    let printed = try run("Tests/Fixtures/homicide_series/bands.cotejo", reading: Fixture.tests + "/..")
    try compare(printed, with: "homicide_bands.txt")
  }

  /// Measures over files are offered like properties.
  @Test func areCompleted() throws {
    let session = Session(library: .embedded, files: Files(allowingReadOf: [Fixture.tests + "/.."]), isInterrupted: { false })
    _ = session.begin()
    let script = Fixture.tests + "/Fixtures/homicide_series/bands.cotejo"
    _ = session.run(String(decoding: try Files.readNamed(script), as: UTF8.self), name: "bands.cotejo") { _ in }
    for (text, offered) in [
      ("aguascalientes.mean_c", "mean_cases"), ("compare aguascalientes, colima on mean_c", "mean_cases"),
      ("states in 2017 | where viol", "violent"), ("check aguascalientes.cases in 2017 against mean_c", "mean_cases"),
    ] {
      let found = session.completions(in: text, at: text.utf8.count).candidates.map(\.text)
      #expect(found.contains(offered), "\(text) offers \(found.prefix(10))")
    }
  }

  private func compare(_ printed: String, with name: String) throws {
    let path = Fixture.tests + "/SessionTests/Snapshots/" + name
    if Fixture.updatesSnapshots {
      try Files(writingOf: [Files.folder(of: path)]).write(Array(printed.utf8), to: path)
      return
    }
    #expect(String(decoding: try Files.readNamed(path), as: UTF8.self) == printed)
  }

  /// The publishers' own files, where somebody has put them beside the project; the figures were worked out by other programs.
  @Test(.enabled(if: PublishedDataTests.arePublishedFilesHere, "the publishers' files are not here"))
  func figuresOfThePublishers() throws {
    let published = PublishedDataTests.published
    let lines = try run("Scripts/homicide_series.cotejo", folder: published, reading: published, width: 200).split(
      separator: "\n"
    ).map {
      $0.split(separator: " ").joined(separator: " ")
    }
    for line in [
      "homicide_rate 22.5 homicides per 100,000 people [1] none same",
      "file_rate about 20.062 case files per 100,000 people about 2.4 homicides per 100,000 people less; down about 11 % not comparable",
      "death_rate about 25.435 deaths per 100,000 people about 2.9 homicides per 100,000 people more; up about 13 % not comparable",
      "united_nations_rate 25.9959 homicides per 100,000 people about 3.5 homicides per 100,000 people more; up about 16 % differs",
      "none of them is chosen",
      "case files about 24.25 % about 3.3 percentage points less; down about 12 % differs",
      "case files for each person about 23.06 % about 4.4 percentage points less; down about 16 % differs",
      "deaths about 28.94 % about 1.4 percentage points more; up about 5.3 % differs",
      "deaths for each person about 27.71 % about 0.2 percentage points more; up about 0.8 % differs",
      "United Nations' rate about 29.404 % about 1.9 percentage points more; up about 6.9 % differs",
      "opened_files 1,249 case files 2,310 case files differs", "registered_deaths 1,732 deaths 2,551 deaths differs",
    ] { #expect(lines.contains(line), "no line “\(line)”") }
  }

  private func run(_ script: String, folder: String? = nil, reading readable: String, width: Int = 100) throws -> String {
    let session = Session(library: .embedded, files: Files(allowingReadOf: [readable]), isInterrupted: { false })
    if let folder { session.parameterSettings = [("folder", folder)] }
    var printed = ""
    _ = session.begin()
    let text = String(decoding: try Files.readNamed(Fixture.tests + "/../" + script), as: UTF8.self)
    let ending = session.run(text, name: script) { output in
      switch output {
      case .document(let document): printed += TerminalRenderer(width: width).render(document)
      case .diagnostics(let found): printed += found.map { $0.message + "\n" }.joined()
      }
    }
    #expect(ending == .finished)
    return printed
  }
}
