import Evidence
import Reports

/// One document with every kind of block and inline, as a report on a casebook would have them.
enum Sample {
  static let figure = ValueExport(
    low: 13_500, best: 15_000, high: 16_500, unit: "people", status: "actual", source: "Ellis 2018", locator: "¶19")

  static func exact(_ number: Double, unit: String) -> ValueExport {
    ValueExport(low: number, best: number, high: number, unit: unit, status: "actual", source: "SESNSP", locator: "row 12")
  }

  /// Its four notes have the numbers 1 to 4.
  static let notes: NoteCollector = {
    var notes = NoteCollector()
    _ = notes.note(for: [Citation(source: SampleSource.ellis, locator: "¶19")], hedge: "as few as two thousand")
    _ = notes.note(for: [
      Citation(
        source: SampleSource.ellis, locator: "¶30",
        supportedBy: [
          Citation(source: SampleSource.asmann, locator: "¶3"), Citation(source: SampleSource.interviews, locator: "note 15"),
        ])
    ])
    _ = notes.note(for: [Citation(source: SampleSource.mucd, via: [SampleSource.proceso])], caveats: ["in at least one state"])
    _ = notes.note(remark: [.text("Divided by the population in the middle of the year.")])
    return notes
  }()

  static let card: [FactRow] = [
    FactRow("native", [.text("Infantería de Marina")]),
    FactRow("part of", [.name("Mexican Navy", id: "navy")]),
    FactRow(
      label: [.property("personnel")],
      values: [
        [.text("low point "), .value("2,000 people", exact: nil), .text(" in the Fox presidency"), .noteMark([1])],
        [.value("about 15,000 people", exact: figure), .text(" in 2018"), .conflictMark, .noteMark([1, 2])],
      ]),
    FactRow("brigades", [.absent("no claim")]),
  ]

  static let rates = TableBlock(
    caption: [.text("Homicides by state, 2017")],
    columns: [
      .init("State"),
      .init("Homicides", isNumeric: true),
      .init(title: [.text("Rate "), .unit("per 100,000 people")], name: "rate", isNumeric: true),
      .init("Trend, in the author's words"),
    ],
    rows: [
      .init(cells: [
        .init([.name("Michoacán", id: "michoacan")]), .init([.value("1,510", exact: exact(1_510, unit: "people"))]),
        .init([.value("32.5", exact: exact(32.512_345, unit: "people per 100000 people")), .noteMark([3])]),
        .init([.quote("rose again after a short pause")]),
      ]),
      .init(cells: [
        .init([.name("Ciudad de México", id: "mexico_city")]), .init([.value("1,085", exact: exact(1_085, unit: "people"))]),
        .init([
          .value("about 12", exact: ValueExport(low: 10.8, best: 12, high: 13.2, unit: "people per 100000 people")),
          .noteMark([3, 4]),
        ]),
        .init([.absent("no claim")]),
      ]),
      .init(
        cells: [
          .init([.name("Colima", id: "colima")]), .init([.absent("missing")]),
          .init([
            .value("more than 90", exact: ValueExport(low: 90, best: nil, high: .infinity, unit: "people per 100000 people")),
            .softMark,
          ]),
          .init("the highest of all states, though the number of people who live there is small"),
        ], band: .possible, mark: "incomplete"),
    ],
    footers: [[.text("31 of 32 states; 1 left out: rate missing.")], [.text("“about” = ±10 %")]])

  static let derivation = Tree(
    [.text("homicide rate "), .value("32.5", exact: nil)],
    children: [
      Tree(
        [.text("homicides "), .value("1,510", exact: nil), .noteMark([3])],
        children: [
          Tree([.text("sum of 12 rows in which the crime is "), .code("Homicidio doloso")]), Tree([.text("12 of 12 months")]),
        ]),
      Tree([.text("population "), .value("4,644,000", exact: nil)], children: [Tree([.text("CONAPO, middle of the year")])]),
    ])

  static let document = Document(
    title: [.text("How the landscape splintered")],
    subtitle: [.text("Groups and homicides, 2006–2018")],
    blocks: [
      .paragraph([
        .text("The "), .name("Naval Infantry", id: "naval_infantry"), .text(" grew from "), .value("2,000", exact: nil),
        .text(" to "), .value("about 15,000", exact: figure), .noteMark([1]), .text(", a change that the author calls "),
        .quote("a transformation"), .text("; he "), .emphasis([.text("does not")]), .text(" say who paid for it, and "),
        .strong([.text("no budget figure "), .emphasis([.text("at all")])]), .text(" is given. Is it more than 10,000? "),
        .keyword("yes"), .softMark, .text(" See "), .code("why it"), .text(" or "),
        .link(url: "https://example.org/navy", text: "the navy's own page"), .text("."),
      ]),
      .section(
        title: [.name("Naval Infantry", id: "naval_infantry"), .text(" (institution)")],
        blocks: [
          .facts(card), .remark(kind: .note, [.text("Read as the Mexican Navy's infantry; 1 other: "), .code("who marines")]),
        ]),
      .section(
        title: [.text("Homicides")],
        blocks: [
          .table(rates),
          .remark(kind: .caution, [.text("Colima's year has 11 of 12 months, and is set apart.")]),
          .section(
            title: [.text("Where the rate comes from")],
            blocks: [.tree(derivation), .code("measure homicide_rate for place =\n\thomicides / population per 100_000 people")]),
          .list([
            [.text("Only files opened in the year are counted.")],
            [.text("Victims and files differ: one file may name several.")],
          ]),
          .rule,
          .remark(
            kind: .error,
            [.text("The share of solved cases cannot be computed: no source gives "), .property("solved"), .text(".")]),
        ]),
    ],
    notes: notes.notes, bibliography: notes.bibliography(),
    colophon: [
      ColophonEntry("Script", "fragmentation.cotejo, since = 2006, until = 2018"),
      ColophonEntry("Casebook", "mexico_2018, sha256 3f9c0a5d77e1b2c4"),
      ColophonEntry("Policies", "“about” = ±10 %, circa = ±1 year"),
    ])
}
