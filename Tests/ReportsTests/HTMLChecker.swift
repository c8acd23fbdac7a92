/// A strict reader of the HTML that the renderer writes: what is wrong with a page, or nothing.
///
/// It knows just enough: tags must nest and close, attributes must be quoted, no `<` or `&` may stand in a text by itself, identifiers
/// must be unique, links within the page must lead somewhere, and headings must not skip a level.
struct HTMLChecker {
  private var rest: Substring
  private var open: [String] = []
  private var identifiers: Set<String> = []
  private var targets: [String] = []
  private var headingLevel = 0
  private(set) var problems: [String] = []
  private(set) var tags: [String: Int] = [:]
  /// The page's words, tags removed and entities undone.
  private(set) var text = ""

  init(_ page: String) {
    rest = page[...]
    if rest.hasPrefix("<!DOCTYPE html>\n") { rest = rest.dropFirst(16) } else { problems.append("no document type") }
    while !rest.isEmpty, problems.count < 10 { step() }
    if !open.isEmpty { problems.append("left open: \(open)") }
    for target in targets where !identifiers.contains(target) { problems.append("#\(target) leads nowhere") }
  }

  private mutating func step() {
    let content = rest.prefix { $0 != "<" }
    check(text: content)
    rest = rest[content.endIndex...]
    guard rest.first == "<" else { return }
    rest = rest.dropFirst()
    let isClosing = rest.first == "/"
    if isClosing { rest = rest.dropFirst() }
    let name = String(rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) })
    rest = rest.dropFirst(name.count)
    if name.isEmpty { problems.append("a < in the text before \(rest.prefix(20))") }
    isClosing ? close(name) : start(name)
  }

  private mutating func start(_ name: String) {
    tags[name, default: 0] += 1
    if name.first == "h", let level = Int(name.dropFirst()) {
      if level > headingLevel + 1 { problems.append("heading \(level) after \(headingLevel)") }
      headingLevel = level
    }
    while rest.first == " " {
      rest = rest.dropFirst()
      let key = String(rest.prefix { $0.isASCII && ($0.isLetter || $0 == "-") })
      rest = rest.dropFirst(key.count)
      guard rest.hasPrefix("=\""), !key.isEmpty else {
        problems.append("an attribute without quotes: \(key)\(rest.prefix(20))")
        return
      }
      rest = rest.dropFirst(2)
      let value = rest.prefix { $0 != "\"" }
      check(text: value)
      if value.contains(where: { "<>".contains($0) }) { problems.append("a tag in an attribute: \(value)") }
      rest = rest[value.endIndex...].dropFirst()
      if key.hasPrefix("on") { problems.append("a script in \(key)") }
      if key == "id", !identifiers.insert(String(value)).inserted { problems.append("two of \(value)") }
      if key == "href", value.hasPrefix("#") { targets.append(String(value.dropFirst())) }
      if key == "href", value.lowercased().hasPrefix("javascript") { problems.append("a script in a link") }
    }
    guard rest.first == ">" else {
      problems.append("a tag that does not end: \(name) \(rest.prefix(20))")
      return
    }
    rest = rest.dropFirst()
    if ["meta", "hr"].contains(name) { return }
    open.append(name)
    if name == "style" {
      let sheet = rest.prefix { $0 != "<" }
      rest = rest[sheet.endIndex...]
    }
  }

  private mutating func close(_ name: String) {
    if rest.first == ">" { rest = rest.dropFirst() } else { problems.append("</\(name) does not end") }
    if open.last == name { open.removeLast() } else { problems.append("</\(name)> closes \(open.last ?? "nothing")") }
  }

  private mutating func check(text content: Substring) {
    var rest = content
    while let index = rest.firstIndex(of: "&") {
      let entity = rest[index...].prefix { $0 != ";" }
      let known = ["&amp": "&", "&lt": "<", "&gt": ">", "&quot": "\"", "&#39": "'"]
      guard let sign = known[String(entity)] else {
        problems.append("a & in the text: \(rest[index...].prefix(20))")
        return
      }
      text += rest[..<index] + sign
      rest = rest[entity.endIndex...].dropFirst()
    }
    text += rest
  }
}
