/// One entry of the history file: an object on a line of its own, `{"time":"2018-02-14T10:30:00Z","text":"navy.personnel"}`.
/// Members in any order and further members are read, too, so that a later version's files can be.
struct HistoryRecord: Hashable {
  var time: String
  var text: String

  /// The line, with its newline. ASCII control characters are escaped, as RFC 8259 asks.
  var line: String {
    "{\"time\":" + Self.quoted(time) + ",\"text\":" + Self.quoted(text) + "}\n"
  }

  init(time: String, text: String) {
    self.time = time
    self.text = text
  }

  /// Reads a line; nil when it is no JSON object with a text.
  init?(line: some Collection<UInt8>) {
    var scanner = JSONObjectScanner(line)
    guard let members = scanner.members(), let text = members["text"] ?? nil else { return nil }
    self.text = text
    self.time = (members["time"] ?? nil) ?? ""
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
