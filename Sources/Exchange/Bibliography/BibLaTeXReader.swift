/// Takes a BibLaTeX file apart into entries with fields, without knowing what they mean.
struct BibLaTeXReader {
  /// How deep braces may stand in one another.
  static let deepest = 64

  struct Entry {
    /// In small letters, without the `@`.
    var type: String
    var key: String
    /// By names in small letters, in the order of the file, with values as they are written between their outermost marks.
    var fields: [(name: String, value: String, range: Range<Int>)]
    var range: Range<Int>
  }

  private let bytes: [UInt8]
  private var position: Int
  private var strings: [String: String] = [:]
  private(set) var entries: [Entry] = []
  private(set) var problems: [ExchangeProblem] = []

  init(_ file: FileText) {
    bytes = file.bytes
    position = file.start
  }

  /// Reads all entries. After one that is wrong it goes on with the next line that begins with `@`.
  mutating func run() {
    while let start = bytes[position...].firstIndex(of: 0x40) {
      position = start + 1
      do throws(ExchangeProblem) {
        try entry(from: start)
      } catch {
        problems.append(error)
        position = nextEntry(after: start)
      }
    }
  }

  private func nextEntry(after start: Int) -> Int {
    var current = start + 1
    while current < bytes.count {
      if bytes[current] == 0x40, bytes[current - 1].isLineEnd { return current }
      current += 1
    }
    return bytes.count
  }

  private var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipBlanks() {
    while position < bytes.count, byte.isBlank || byte.isLineEnd { position += 1 }
  }

  private mutating func word() -> String {
    let start = position
    while position < bytes.count, !byte.isBlank, !byte.isLineEnd, !"{}(),=\"#".utf8.contains(byte) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func problem(_ message: String, hint: String? = nil) -> ExchangeProblem {
    ExchangeProblem(
      message, at: min(position, bytes.count)..<min(position + 1, bytes.count),
      position >= bytes.count ? "the file ends here" : "",
      hint: hint)
  }

  private mutating func entry(from start: Int) throws(ExchangeProblem) {
    let type = word().lowercased()
    skipBlanks()
    // A sign in running text, such as that of an address, begins no entry.
    guard byte == 0x7B || byte == 0x28, !type.isEmpty else { return }
    if type == "comment" || type == "preamble" {
      if byte == 0x7B { _ = try braced(from: start) }
      return
    }
    let closing: UInt8 = byte == 0x7B ? 0x7D : 0x29
    position += 1
    skipBlanks()
    let key = type == "string" ? "" : word()
    skipBlanks()
    var fields: [(name: String, value: String, range: Range<Int>)] = []
    if type == "string" || byte == 0x2C {
      if type != "string" { position += 1 }
      while true {
        skipBlanks()
        if byte == closing { break }
        guard position < bytes.count else { throw unclosed(start) }
        fields.append(try field(in: start))
        skipBlanks()
        if byte == 0x2C {
          position += 1
        } else if byte != closing {
          throw unclosed(start, or: "a comma or the closing bracket is due here")
        }
      }
    } else if byte != closing {
      throw unclosed(start, or: "a comma is due after the key of an entry")
    }
    position += 1
    if type == "string" {
      for field in fields { strings[field.name] = field.value }
    } else {
      entries.append(Entry(type: type, key: key, fields: fields, range: start..<position))
    }
  }

  private func unclosed(_ start: Int, or message: String = "") -> ExchangeProblem {
    if position < bytes.count, !message.isEmpty { return problem(message) }
    return ExchangeProblem(
      "this entry is never closed", at: start..<start + 1, "begins here", hint: "its closing brace is missing")
  }

  private mutating func field(in entry: Int) throws(ExchangeProblem) -> (name: String, value: String, range: Range<Int>) {
    let name = word().lowercased()
    skipBlanks()
    guard !name.isEmpty, byte == 0x3D else { throw unclosed(entry, or: "a field is written NAME = {VALUE}") }
    position += 1
    var value = ""
    let start = position
    while true {
      skipBlanks()
      switch byte {
      case 0x7B where position < bytes.count: value += try braced(from: entry)
      case 0x22: value += try quoted(from: entry)
      default:
        let word = word()
        guard !word.isEmpty else { throw unclosed(entry, or: "the value of this field is missing") }
        value += strings[word.lowercased()] ?? word
      }
      skipBlanks()
      guard byte == 0x23 else { return (name, value, start..<position) }
      position += 1
    }
  }

  /// What stands between braces; the opening one is here.
  private mutating func braced(from entry: Int) throws(ExchangeProblem) -> String {
    let start = position + 1
    var depth = 0
    while position < bytes.count {
      switch byte {
      case 0x5C: position += 1
      case 0x7B:
        depth += 1
        if depth > Self.deepest { throw problem("braces are nested more than \(Self.deepest) levels deep here") }
      case 0x7D:
        depth -= 1
        if depth == 0 {
          position += 1
          return String(decoding: bytes[start..<position - 1], as: UTF8.self)
        }
      default: break
      }
      position += 1
    }
    throw unclosed(entry)
  }

  private mutating func quoted(from entry: Int) throws(ExchangeProblem) -> String {
    position += 1
    let start = position
    var depth = 0
    while position < bytes.count {
      switch byte {
      case 0x5C: position += 1
      case 0x7B: depth += 1
      case 0x7D: depth -= 1
      case 0x22 where depth == 0:
        position += 1
        return String(decoding: bytes[start..<position - 1], as: UTF8.self)
      default: break
      }
      position += 1
    }
    throw unclosed(entry)
  }
}
