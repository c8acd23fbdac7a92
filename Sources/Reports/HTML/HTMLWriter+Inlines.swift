import Evidence

extension HTMLWriter {
  /// A text as HTML. Emphasis is opened and closed around each stretch of runs that share it, so tags always nest.
  mutating func inlines(_ inlines: [Inline]) -> String {
    var result = ""
    var isEmphasised = false
    var isStrong = false
    func close() {
      if isEmphasised { result += "</em>" }
      if isStrong { result += "</strong>" }
    }
    for run in inlineRuns(inlines) {
      if run.isEmphasised != isEmphasised || run.isStrong != isStrong {
        close()
        if run.isStrong { result += "<strong>" }
        if run.isEmphasised { result += "<em>" }
        (isEmphasised, isStrong) = (run.isEmphasised, run.isStrong)
      }
      result += html(run.leaf)
    }
    close()
    return result
  }

  private mutating func html(_ leaf: Inline) -> String {
    switch leaf {
    case .text(let text): htmlEscaped(text)
    case .value(let text, let exact): figure(text, exact)
    case .unit(let text): span("unit", text)
    case .name(let text, let id): "<span class=\"name\" title=\"" + htmlEscaped(id) + "\">" + htmlEscaped(text) + "</span>"
    case .property(let text): span("property", text)
    case .keyword(let text): span("keyword", text)
    case .code(let text): "<code>" + htmlEscaped(text) + "</code>"
    case .quote(let text): "<q>" + htmlEscaped(text) + "</q>"
    case .noteMark(let numbers): marks(numbers)
    case .conflictMark:
      "<abbr class=\"conflict\" title=\"the claims behind this figure contradict one another\">" + conflictSign + "</abbr>"
    case .softMark: "<abbr class=\"soft\" title=\"rests on the width given to “about”\">" + softSign + "</abbr>"
    case .absent(let text): span("absent", text)
    case .link(let url, let text): link(url, text)
    case .emphasis, .strong: ""
    }
  }

  private func span(_ name: String, _ text: String) -> String {
    "<span class=\"" + name + "\">" + htmlEscaped(text) + "</span>"
  }

  /// A figure that is not exact is drawn so, and every figure says its bounds to the reader who points at it.
  private func figure(_ text: String, _ exact: ValueExport?) -> String {
    guard let exact else { return span("value", text) }
    let name = exact.low == exact.high ? "value" : "value uncertain"
    return "<span class=\"" + name + "\" title=\"" + htmlEscaped(describe(exact)) + "\">" + htmlEscaped(text) + "</span>"
  }

  private mutating func marks(_ numbers: [Int]) -> String {
    guard !numbers.isEmpty else { return "" }
    let links = numbers.map { number in
      let shown = String(number)
      guard noteNumbers.contains(number) else { return shown }
      let id = nextMark(of: number)
      return "<a id=\"" + id + "\" href=\"#note-" + shown + "\" role=\"doc-noteref\" aria-label=\"note " + shown + "\">" + shown
        + "</a>"
    }
    return "<sup class=\"mark\">" + links.joined(separator: ", ") + "</sup>"
  }

  private func link(_ url: String, _ text: String) -> String {
    guard let destination = linkDestination(url) else {
      return htmlEscaped(url == text ? text : text + " <" + url + ">")
    }
    return "<a href=\"" + htmlEscaped(destination) + "\">" + htmlEscaped(text) + "</a>"
  }
}

/// `13500 to 16500, best 15000, people, actual; Ellis 2018 ¶19`.
private func describe(_ figure: ValueExport) -> String {
  var result =
    switch (figure.low.isFinite, figure.high.isFinite) {
    case (true, true) where figure.low == figure.high: NumberText.exact(figure.low)
    case (true, true): NumberText.exact(figure.low) + " to " + NumberText.exact(figure.high)
    case (true, false): NumberText.exact(figure.low) + " or more"
    case (false, true): "up to " + NumberText.exact(figure.high)
    case (false, false): "unbounded"
    }
  if figure.low != figure.high, let best = figure.best, best.isFinite { result += ", best " + NumberText.exact(best) }
  for part in [figure.unit, figure.status] where !part.isEmpty { result += ", " + part }
  let source = [figure.source, figure.locator].filter { !$0.isEmpty }.joined(separator: " ")
  return source.isEmpty ? result : result + "; " + source
}
