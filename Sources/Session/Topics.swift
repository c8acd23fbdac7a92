/// What `help` says of the words of the language: one line each for the overview, and an example that can be typed as it stands.
enum Topics {
  struct Statement {
    var word: String
    var form: String
    var summary: String
    var example: String
  }

  /// The page of the guide that says more about a word.
  static func page(on word: String) -> String? { pages.first { $0.words.contains(word) }?.page }

  /// Words of the block of a `load`, which the page on tables explains.
  static let blockWords: Set<String> = [
    "months", "provides", "keep", "retrieved", "licence", "header", "title", "foot", "delimiter", "encoding", "decimal",
    "thousands",
    "missing", "dates", "ragged", "group by", "sort by", "rolling", "balanced", "whole years",
  ]

  private static let pages: [(page: String, words: Set<String>)] = [
    (
      "tables",
      [
        "load", "revisions", "save", "group", "derive", "join", "top", "pivot", "unpivot", "union", "distinct", "where", "select",
        "sort",
        "take", "skip", "count",
      ]
    ),
    ("questions", ["search", "path", "conflicts", "timeline", "sources", "audit", "who", "tree", "changed", "relations"]),
    ("comparisons", ["compare", "comparison", "check", "hypotheses"]), ("claims", ["claim", "deprecate", "citing"]),
    ("reports", ["report", "param", "expect", "say"]), ("own_casebook", ["use"]),
  ]

  static let statements: [Statement] = [
    Statement(
      word: "why", form: "why EXPRESSION", summary: "where a figure comes from", example: "why mexico.homicide_rate in 2016"),
    Statement(
      word: "compare", form: "compare A, B on MEASURES in TIME across FACETS", summary: "sets evidence side by side",
      example: "compare gendarmerie on personnel across planned vs actual"),
    Statement(
      word: "search", form: "search TEXT", summary: "finds words in every text of the casebook",
      example: "search \"port security\""),
    Statement(
      word: "conflicts", form: "conflicts of ENTITY", summary: "where claims or readings disagree, and what is made of it",
      example: "conflicts of mexico"),
    Statement(
      word: "timeline", form: "timeline ENTITY in TIME", summary: "its events and dated claims in order, and those of its parts",
      example: "timeline navy in pena_nieto"),
    Statement(
      word: "path", form: "path ENTITY to ENTITY by TIES", summary: "how two entities are tied, by the fewest claims",
      example: "path navy to el_chapo"),
    Statement(
      word: "sources", form: "sources of ENTITY", summary: "what its claims rest on, and how many independent origins that is",
      example: "sources of gendarmerie"),
    Statement(
      word: "audit", form: "audit SOURCE", summary: "what in a source stands on a note, and what on its author alone",
      example: "audit ellis_2018"),
    Statement(
      word: "who", form: "who WORDS", summary: "everything that may be called so", example: "who army"),
    Statement(
      word: "tree", form: "tree of ENTITY by TIE", summary: "what is part of it, and what of that; or along another tie",
      example: "tree of navy by part_of"),
    Statement(
      word: "changed", form: "changed since TIME", summary: "what newer sources say, beside what had been said before",
      example: "changed since 2018"),
    Statement(
      word: "gaps", form: "gaps", summary: "what was asked so far and no source says", example: "navy.personnel in 1990; gaps"),
    Statement(
      word: "describe", form: "describe NAME", summary: "what can be asked of a thing or a kind", example: "describe units"),
    Statement(word: "list", form: "list KIND", summary: "all of a kind, or what has been defined", example: "list institutions"),
    Statement(
      word: "let", form: "let NAME = EXPRESSION because TEXT", summary: "gives a value a name: $NAME",
      example: "let marines = naval_infantry.personnel in 2018"),
    Statement(
      word: "expect", form: "expect CONDITION", summary: "stops unless the condition is surely so",
      example: "expect surely naval_infantry.personnel in 2018 > 10_000"),
    Statement(
      word: "say", form: "say TEXT", summary: "prints prose with figures in it",
      example: "say \"In 2018: {naval_infantry.personnel in 2018}.\""),
    Statement(
      word: "show", form: "show EXPRESSION", summary: "prints a value, a table or a report", example: "show institutions | take 5"
    ),
    Statement(
      word: "save", form: "save EXPRESSION to TEXT", summary: "writes a result to a file",
      example: "save navy.missions to \"missions.md\""),
    Statement(
      word: "measure", form: "measure NAME for KIND = EXPRESSION", summary: "defines a figure by a formula",
      example: "measure people_per_bed for prison_system = prisoners / beds"),
    Statement(
      word: "filter", form: "filter NAME(PARAMETER = DEFAULT) for KIND = CONDITION", summary: "defines a condition with a name",
      example: "filter large(size = 10_000) for organisation = personnel > $size"),
    Statement(
      word: "comparison", form: "comparison NAME { subjects …; on …; in … }", summary: "defines a comparison with a name",
      example: "comparison two_forces { subjects army, navy; on personnel; in 2018 }"),
    Statement(
      word: "report", form: "report NAME(PARAMETER = DEFAULT) TITLE { … }", summary: "defines a report with sections and notes",
      example: "report marines \"The naval infantry\" { section \"Strength\" { say \"{naval_infantry.personnel in 2018}\" } }"),
    Statement(
      word: "param", form: "param NAME = DEFAULT TEXT", summary: "a value that whoever runs the script may set",
      example: "param year = 2018 \"the year\""),
    Statement(
      word: "for", form: "for each NAME in COLLECTION { … }", summary: "does something for every member",
      example: "for each p in administrations { say \"{$p}\" }"),
    Statement(
      word: "claim", form: "claim ENTITY.PROPERTY VALUE in TIME from SOURCE ¶1", summary: "adds a claim",
      example: "claim navy.personnel about 60_000 in 2018 from ellis_2018 p. 1"),
    Statement(
      word: "deprecate", form: "deprecate ENTITY.PROPERTY in TIME from SOURCE because TEXT",
      summary: "says why earlier claims no longer answer; they stay visible",
      example: "deprecate naval_infantry.personnel in 2018 from ellis_2018 because \"counted anew\""),
    Statement(
      word: "source", form: "source NAME TITLE { … }", summary: "declares a source",
      example: "source my_notes \"My notes\" { type report; published 2018 }"),
    Statement(
      word: "derive", form: "derive ENTITY.PROPERTY in TIME = EXPRESSION", summary: "a figure that follows from others",
      example: "derive mexico.homicide_rate in 2015 = mexico.homicide_rate in 2016"),
    Statement(
      word: "citing", form: "citing SOURCE { … }", summary: "sets the source of a block of claims",
      example: "citing ellis_2018 { claim navy.note \"seen\" }"),
    Statement(word: "use", form: "use NAME", summary: "reads a casebook: `use ./my_case` your own", example: "use mexico_2018"),
    Statement(
      word: "load", form: "load TEXT as NAME { … }", summary: "gives a file of data a name and says what its columns are",
      example: "load \"deaths.csv\" as deaths { place by state_code; n is count people }"),
    Statement(
      word: "revisions", form: "revisions OLD to NEW by COLUMNS on COLUMNS", summary: "sets two vintages of a table side by side",
      example: "revisions deaths to (deaths | where n > 0 people) by place, year on n"),
    Statement(
      word: "set", form: "set POLICY = VALUE", summary: "changes how wide \"about\" is, and the like", example: "set about = 5%"),
    Statement(
      word: "hypotheses", form: "hypotheses NAME QUESTION { h1 TEXT; rate EVIDENCE: h1 CC, h2 I }",
      summary: "rates evidence against explanations; `compare NAME` shows the matrix",
      example:
        "hypotheses ports_question \"Why are ports safer?\" { h1 \"The navy came\"; h2 \"Trade fell\"; rate navy_port_takeover: h1 C, h2 N }"
    ),
    Statement(
      word: "check", form: "check FIGURE against CANDIDATE, CANDIDATE because TEXT",
      summary: "sets a figure beside every series that it could be taken from",
      example: "check mexico.criminal_groups in 2018 against major_groups, groups_named"),
    Statement(
      word: "what", form: "what if POLICY = VALUE", summary: "looks at the last result again under another policy",
      example: "naval_infantry.personnel in 2018 > 14_000; what if about = 5%"),
    Statement(word: "explain", form: "explain CODE", summary: "says more about a message", example: "explain E031"),
    Statement(word: "help", form: "help NAME", summary: "this list, or more about a name", example: "help compare"),
    Statement(word: "quit", form: "quit", summary: "leaves", example: "quit"),
  ]

  /// The steps of a pipeline and the words within statements, which `help` explains but which begin no statement.
  static let parts: [Statement] = [
    Statement(
      word: "where", form: "COLLECTION | where CONDITION",
      summary: "keeps the members that surely meet it; the ones that perhaps do stand apart",
      example: "institutions in 2018 | where personnel > 10_000"),
    Statement(
      word: "select", form: "COLLECTION | select COLUMN, COLUMN", summary: "shows these properties of each member",
      example: "criminal_groups | select name, territory"),
    Statement(
      word: "sort", form: "COLLECTION | sort by COLUMN desc",
      summary: "orders the members; ranks are ranges where values overlap",
      example: "organisations in 2018 | select personnel | sort by personnel desc"),
    Statement(
      word: "take", form: "COLLECTION | take NUMBER", summary: "keeps the first members; `skip` leaves them out",
      example: "institutions | take 3"),
    Statement(
      word: "count", form: "COLLECTION | count", summary: "how many members there are", example: "criminal_groups | count"),
    Statement(
      word: "relations", form: "relations, ENTITY.relations",
      summary:
        "ties as a table: subject, relation, object, time, status, source, locator; `describe relations` lists the columns",
      example: "relations | where relation = rival_of | select subject, object, source, locator"),
    Statement(
      word: "group", form: "TABLE | group by COLUMN, COLUMN (NAME = FIGURE, …)", summary: "figures for each group of rows",
      example: "institutions | group by kind (number = count()) | sort by number desc"),
    Statement(
      word: "derive", form: "TABLE | derive NAME = EXPRESSION", summary: "adds columns that are made of others",
      example: "states | derive letters = length(title)"),
    Statement(
      word: "join", form: "TABLE | join TABLE by COLUMN, or by COLUMN = COLUMN",
      summary: "puts two tables side by side where keys agree; left, anti; expect all matched",
      example: "states | join (states | derive letters = length(title)) by state"),
    Statement(
      word: "top", form: "TABLE | top NUMBER by COLUMN within COLUMN", summary: "the first of each group",
      example: "institutions | derive sort = kind | top 1 by name asc within sort"),
    Statement(
      word: "pivot", form: "TABLE | pivot COLUMN to columns of COLUMN", summary: "makes columns of a column's values",
      example: "institutions | group by kind (number = count()) | pivot kind to columns of number"),
    Statement(
      word: "unpivot", form: "TABLE | unpivot COLUMN..COLUMN as NAME, NAME", summary: "makes rows of columns",
      example: "states | derive a = 1, b = 2 | unpivot a..b as letter, number"),
    Statement(
      word: "union", form: "TABLE | union TABLE", summary: "the rows of both", example: "states | distinct | union cities"),
    Statement(
      word: "distinct", form: "TABLE | distinct COLUMNS", summary: "rows that are the same, once",
      example: "institutions | derive sort = kind | distinct sort"),
    Statement(
      word: "in", form: "ENTITY.PROPERTY in TIME", summary: "what holds at a time: a year, a date, an interval, a period",
      example: "naval_infantry.personnel in 2018"),
    Statement(
      word: "as", form: "as planned, as of TIME, as stated by TIME",
      summary: "what was planned; the latest by a time; what had been said by a time", example: "gendarmerie.personnel as planned"
    ),
    Statement(
      word: "over", form: "ENTITY.PROPERTY over TIME..TIME", summary: "a series: one row for each claim",
      example: "mexico.homicide_rate over 2006..2018"),
    Statement(
      word: "across", form: "compare A on MEASURE across FACET vs FACET",
      summary: "compares statuses, times, before and after an event, or sources",
      example: "compare gendarmerie on personnel across planned vs actual"),
    Statement(
      word: "because", form: "EXPRESSION because TEXT, let … because TEXT, compare … because TEXT, check … because TEXT",
      summary: "lets through what the guard would stop, and becomes the note of the result",
      example: "compare fuerza_civil, gendarmerie on personnel because \"the article names both\""),
    Statement(
      word: "about", form: "about NUMBER", summary: "a number that its source gives as approximate; `set about` says how wide",
      example: "(about 50) > 48"),
  ]

  static func part(_ word: String) -> Statement? { parts.first { $0.word == word } }

  static func statement(_ word: String) -> Statement? { statements.first { $0.word == word } }
}
