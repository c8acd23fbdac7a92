import Evidence

/// Lists of authors as the Chicago Manual of Style writes them (17th edition, 14.76–14.84).
enum ChicagoAuthors {
  /// `R. Evan Ellis`; two or three are all named, of four or more the first with `et al.`
  static func note(_ authors: [Author]) -> String {
    authors.count > 3 ? authors[0].fullName + " et al." : joined(authors.map(\.fullName))
  }

  /// `Ellis`, for every note after the first.
  static func short(_ authors: [Author]) -> String {
    authors.count > 3 ? authors[0].family + " et al." : joined(authors.map(\.family))
  }

  /// `Ellis, R. Evan, and Ann Doe`; up to ten are named, of more the first seven.
  static func entry(_ authors: [Author]) -> String {
    guard let first = authors.first else { return "" }
    let shown = authors.count > 10 ? authors.prefix(7) : authors[...]
    let names = [first.filedName] + shown.dropFirst().map(\.fullName)
    if authors.count > 10 { return names.joined(separator: ", ") + ", et al." }
    // A name turned round has a comma that asks for another before "and".
    return names.count == 2 && first.given != nil ? names[0] + ", and " + names[1] : joined(names)
  }

  private static func joined(_ names: [String]) -> String {
    switch names.count {
    case 0: ""
    case 1: names[0]
    case 2: names[0] + " and " + names[1]
    default: names.dropLast().joined(separator: ", ") + ", and " + names[names.count - 1]
    }
  }
}
