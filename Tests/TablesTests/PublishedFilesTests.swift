import Glibc
import Tables
import TestSupport
import Testing

/// Files as their publishers give them away, where they lie beside the project.
@Suite(.enabled(if: PublishedFiles.areThere, "no published files beside the project"))
struct PublishedFilesTests {
  @Test(arguments: PublishedFiles.expected)
  func everyRowIsReadAndEveryColumnHasItsType(_ expected: PublishedFiles.Expected) throws {
    let file = try DataFile.open(path: PublishedFiles.folder + expected.name)
    let table = try Table.load(from: file.source, execution: Execution(workerCount: 2))
    #expect(table.rowCount == expected.rowCount)
    #expect(table.schema.columns.count == expected.columnCount)
    for (name, type) in expected.types {
      #expect(table.schema.columns.first { $0.name == name }?.type == type, "\(name)")
    }
    if let file = file.source as? DelimitedFile { #expect(file.report.oddCells.isEmpty) }
  }
}

enum PublishedFiles {
  struct Expected: Sendable, CustomTestStringConvertible {
    let name: String
    let rowCount: Int
    let columnCount: Int
    let types: [(String, ColumnType)]
    var testDescription: String { name }
  }

  /// Beside the folder that holds the project.
  static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/shared/data/"
  }()

  static var areThere: Bool { access(folder, R_OK) == 0 }

  static let expected: [Expected] = [
    Expected(
      name: "sesnsp_state_2015_2024.csv", rowCount: 31_360, columnCount: 19,
      types: [("Año", .integer), ("Clave_Ent", .integer), ("Modalidad", .text), ("Enero", .integer), ("Diciembre", .integer)]),
    Expected(
      name: "conapo_population_states.csv", rowCount: 10_059, columnCount: 6,
      types: [("cve_ent", .text), ("n_year", .integer), ("pob_mid_year", .integer)]),
    Expected(
      name: "inegi_state_month_2000_2022.psv", rowCount: 8_832, columnCount: 6,
      types: [("cve_ent", .text), ("homicides", .integer), ("homicide_rate", .real)]),
    Expected(
      name: "inegi_sesnsp_national.csv", rowCount: 31, columnCount: 10,
      types: [
        ("Año", .integer), ("INEGI Homicidios INEGI", .integer), ("Nueva Metodología SESNSP Víctimas Feminicidio", .integer),
        ("Vieja Metodología SESNSP Averiguaciones Homicidio Doloso", .integer),
      ]),
    Expected(
      name: "ucdp_ged_mexico.csv", rowCount: 18_957, columnCount: 49,
      types: [("best", .integer), ("date_start", .date), ("active_year", .boolean), ("latitude", .real), ("relid", .text)]),
    Expected(name: "unodc_homicide_rates.csv", rowCount: 4_885, columnCount: 5, types: [("Year", .integer), ("Code", .text)]),
    Expected(name: "state_crosswalk.csv", rowCount: 32, columnCount: 6, types: [("cve_ent", .text)]),
  ]
}
