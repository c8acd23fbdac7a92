import Diagnostics
import Names
import Syntax
import Tables

/// What the settings of a load block say of how a file is read.
extension Checker {
  static let readingSettings = [
    "format", "delimiter", "quote", "header", "title", "foot", "encoding", "decimal", "thousands", "missing", "dates", "ragged",
    "text", "number",
  ]

  mutating func readingOptions(_ clauses: [LoadClause]) -> ReadingOptions {
    var options = ReadingOptions()
    for clause in clauses {
      guard case .setting(let name, let setting) = clause.kind else { continue }
      guard let problem = Self.take(foldName(name.text), setting, into: &options) else { continue }
      switch problem {
      case .unknown:
        let near = Suggestion.nearest(to: name.text, among: Self.readingSettings)
        report(
          Diagnostic(
            .unexpectedToken, "\(name.text) is no setting of a load block", at: name.range, "unknown",
            notes: [
              Suggestion.note(near),
              "the settings are " + Self.readingSettings.joined(separator: ", ")
                + "; other lines are source, licence, place by, months, time, keep, provides, A -> KIND, A = …, and A is …",
            ].compactMap(\.self))
        )
      case .takes(let words):
        report(
          Diagnostic(
            .unexpectedToken, "the setting \(name.text) takes another value", at: clause.range, "", notes: ["it takes \(words)"])
        )
      }
    }
    return options
  }

  private enum Problem {
    case unknown
    case takes(String)
  }

  private static func take(_ name: String, _ setting: LoadSetting, into options: inout ReadingOptions) -> Problem? {
    switch name {
    case "format":
      guard let format = word(setting).flatMap({ formats[$0] }) else {
        return .takes("csv, tsv, jsonl, json, geojson or snapshot")
      }
      options.format = format.0
      if let delimiter = format.1 { options.delimiter = delimiter }
    case "delimiter":
      guard let byte = character(setting) else { return .takes("one character in quotation marks, or tab") }
      options.delimiter = byte
    case "quote":
      if word(setting) == "none" {
        options.quoting = ReadingOptions.Quoting.none
      } else {
        guard let byte = character(setting) else { return .takes("one character in quotation marks, or none") }
        options.quoting = .marks(byte)
      }
    case "header":
      guard let count = count(setting), count <= 2 else { return .takes("0, 1 or 2 rows") }
      options.headerRows = count
    case "title":
      guard let count = count(setting) else { return .takes("a number of rows above the header") }
      options.titleRows = count
    case "foot":
      guard let count = count(setting) else { return .takes("a number of rows below the data") }
      options.footRows = count
    case "encoding":
      guard let encoding = word(setting).flatMap({ encodings[$0] }) else {
        return .takes("utf8, latin1, cp1252, utf16le or utf16be")
      }
      options.encoding = encoding
    case "decimal":
      switch word(setting) ?? text(setting) {
      case "comma", ",": options.decimalComma = true
      case "point", ".": options.decimalComma = false
      default: return .takes("point or comma")
      }
    case "thousands":
      if word(setting) == "none" {
        options.thousandsSeparator = ReadingOptions.ThousandsSeparator.none
      } else {
        guard let byte = character(setting) else { return .takes("one character in quotation marks, or none") }
        options.thousandsSeparator = .byte(byte)
      }
    case "missing":
      switch setting {
      case .texts(let texts): options.missingMarks = texts.compactMap(\.plain)
      case .numbers(let numbers):
        options.missingMarks = numbers.map { Int(exactly: $0.value).map { String($0) } ?? String($0.value) }
      case .word: return .takes("texts or numbers, with commas between them")
      }
    case "dates":
      switch word(setting) {
      case "day_first": options.dayFirst = true
      case "month_first": options.dayFirst = false
      default: return .takes("day_first or month_first")
      }
    case "ragged":
      guard let rows = word(setting).flatMap({ ReadingOptions.RaggedRows(rawValue: $0) }) else { return .takes("keep or refuse") }
      options.raggedRows = rows
    case "text", "number":
      guard case .word(let column) = setting else { return .takes("the name of a column") }
      options.typesOfColumns[column.text] = name == "text" ? .text : .real
    default: return .unknown
    }
    return nil
  }

  private static let formats: [String: (FileFormat, UInt8?)] = [
    "csv": (.delimited, nil), "tsv": (.delimited, 0x09), "jsonl": (.jsonLines, nil), "json": (.json, nil),
    "geojson": (.geoJSON, nil),
    "snapshot": (.snapshot, nil),
  ]

  private static let encodings: [String: TextEncoding] = [
    "utf8": .utf8, "utf_8": .utf8, "latin1": .windows1252, "latin_1": .windows1252, "cp1252": .windows1252,
    "windows_1252": .windows1252, "utf16le": .utf16LittleEndian, "utf16be": .utf16BigEndian,
  ]

  private static func word(_ setting: LoadSetting) -> String? {
    if case .word(let name) = setting { return foldName(name.text) }
    return nil
  }

  private static func text(_ setting: LoadSetting) -> String? {
    if case .texts(let texts) = setting, texts.count == 1 { return texts[0].plain }
    return nil
  }

  /// One character below 128, or a word for one.
  private static func character(_ setting: LoadSetting) -> UInt8? {
    switch word(setting) {
    case "tab": return 0x09
    case "comma": return 0x2C
    case "semicolon": return 0x3B
    case "bar": return 0x7C
    case "blank", "space": return 0x20
    default: break
    }
    guard let bytes = text(setting).map({ Array($0.utf8) }), bytes.count == 1, bytes[0] < 0x80 else { return nil }
    return bytes[0]
  }

  private static func count(_ setting: LoadSetting) -> Int? {
    guard case .numbers(let numbers) = setting, numbers.count == 1 else { return nil }
    return Int(exactly: numbers[0].value)
  }
}
