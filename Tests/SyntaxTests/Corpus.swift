import Diagnostics
import Glibc

/// Cases in files: an input and what is expected of it, one below the other.
///
///     === a title
///     navy.personnel
///     --- tree
///     ask navy.personnel
///
/// Run the tests with COTEJO_RECORD=1 in the environment to write what came out into the files; read the difference before keeping it.
struct Corpus {
  struct Case: CustomStringConvertible, Sendable {
    var file: String
    var title: String
    var input: String
    /// Name and expected text of each part below the input.
    var expectations: [(name: String, text: String)]
    var description: String { "\(file): \(title)" }
  }

  static let isRecording = getenv("COTEJO_RECORD") != nil

  static func path(_ name: String) -> String {
    var folder = Substring(#filePath)
    while let last = folder.last, last != "/" { folder.removeLast() }
    return folder + "Corpus/" + name
  }

  static func cases(_ name: String) -> [Case] {
    var cases: [Case] = []
    for line in read(name).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        cases.append(Case(file: name, title: String(line.dropFirst(4)), input: "", expectations: []))
      } else if cases.isEmpty {
        continue
      } else if line.hasPrefix("--- ") {
        cases[cases.count - 1].expectations.append((String(line.dropFirst(4)), ""))
      } else if cases[cases.count - 1].expectations.isEmpty {
        cases[cases.count - 1].input += line + "\n"
      } else {
        let last = cases[cases.count - 1].expectations.count - 1
        cases[cases.count - 1].expectations[last].text += line + "\n"
      }
    }
    for index in cases.indices {
      cases[index].input.trimLastLines()
      for part in cases[index].expectations.indices { cases[index].expectations[part].text.trimLastLines() }
    }
    return cases
  }

  /// Writes cases with what came out of them as expectations.
  static func record(_ name: String, _ cases: [Case]) {
    let text = cases.map { item in
      "=== \(item.title)\n\(item.input)\n" + item.expectations.map { "--- \($0.name)\n\($0.text)\n" }.joined()
    }.joined(separator: "\n")
    guard let stream = fopen(path(name), "w") else { return }
    defer { fclose(stream) }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, stream)
  }

  static func read(_ name: String) -> String {
    guard let stream = fopen(path(name), "r") else { return "" }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  fileprivate mutating func trimLastLines() {
    while hasSuffix("\n") { removeLast() }
  }
}

/// A file of one's own, under the name that messages show.
func source(_ text: String, name: String = "input.cotejo") -> (file: SourceFile, sources: SourceMap) {
  let sources = SourceMap()
  return (sources.add(name: name, text: text), sources)
}
