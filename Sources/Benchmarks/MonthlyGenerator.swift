/// Makes a wide table of counts by month, as the offices that count crimes publish it: year, state, kind, modality and twelve months.
struct MonthlyGenerator {
  let rowCount: Int
  let seed: UInt64

  private static let months = [
    "Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio", "Julio", "Agosto", "Septiembre", "Octubre", "Noviembre", "Diciembre",
  ]
  private static let kinds = [
    "Homicidio doloso", "Homicidio culposo", "Lesiones dolosas", "Feminicidio", "Secuestro", "Extorsion", "Robo de vehiculo",
  ]
  private static let modalities = ["Con arma de fuego", "Con arma blanca", "Con otro elemento", "No especificado"]

  /// Writes the table; one cell in a hundred is empty.
  func write(to path: String) throws(WritingError) {
    var random = RandomSource(seed: seed)
    var file = try StreamedFile(path)
    file.append("year,state,kind,modality," + Self.months.joined(separator: ",") + "\n")
    for number in 1...max(1, rowCount) {
      let state = random.number(in: 1...32)
      var line = "\(random.number(in: 2000...2023)),\(state < 10 ? "0" : "")\(state),"
      line += "\(random.element(of: Self.kinds)),\(random.element(of: Self.modalities))"
      for _ in Self.months {
        line += ","
        if !random.happens(1) { line += "\(random.number(in: 0...random.number(in: 0...200)))" }
      }
      file.append(line)
      file.append("\n")
      if number & 0xFFFF == 0 { try file.flush() }
    }
    try file.close()
  }
}
