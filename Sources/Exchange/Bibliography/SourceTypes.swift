/// What the formats call the types of sources. A type that isn't here keeps its word.
enum SourceTypes {
  /// The language's word, CSL's, and BibLaTeX's. The first row with a format's word is what that word means.
  private static let rows: [(type: String, csl: String, biblatex: String)] = [
    ("article", "article-journal", "article"),
    ("report", "report", "report"),
    ("news", "article-newspaper", "article"),
    ("column", "article-newspaper", "article"),
    ("magazine", "article-magazine", "article"),
    ("book", "book", "book"),
    ("chapter", "chapter", "incollection"),
    ("paper", "paper-conference", "inproceedings"),
    ("thesis", "thesis", "thesis"),
    ("law", "legislation", "legislation"),
    ("case", "legal_case", "jurisdiction"),
    ("dataset", "dataset", "dataset"),
    ("web_page", "webpage", "online"),
    ("video", "motion_picture", "video"),
    ("broadcast", "broadcast", "video"),
    ("interview", "interview", "misc"),
    ("conversation", "personal_communication", "letter"),
    ("figure", "figure", "image"),
    ("photograph", "graphic", "image"),
    ("document", "document", "misc"),
  ]

  /// Further words of BibLaTeX.
  private static let otherBibLaTeX = [
    "techreport": "report", "www": "web_page", "electronic": "web_page", "mvbook": "book", "collection": "book",
    "inbook": "chapter",
    "phdthesis": "thesis", "mastersthesis": "thesis", "conference": "paper", "movie": "video", "online": "web_page",
    "misc": "document",
    "article": "article", "periodical": "article", "manual": "report",
  ]

  static func fromCSL(_ word: String) -> String {
    rows.first { $0.csl == word }?.type ?? word.map { $0 == "-" ? "_" : String($0) }.joined()
  }

  static func toCSL(_ type: String) -> String { rows.first { $0.type == type }?.csl ?? "document" }

  static func fromBibLaTeX(_ word: String) -> String {
    otherBibLaTeX[word] ?? rows.first { $0.biblatex == word }?.type ?? word
  }

  static func toBibLaTeX(_ type: String) -> String { rows.first { $0.type == type }?.biblatex ?? "misc" }
}
