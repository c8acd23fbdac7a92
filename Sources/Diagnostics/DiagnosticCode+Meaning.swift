extension DiagnosticCode {
  /// Entries for what was read well but means nothing, or not one thing.
  var meaningEntry: CatalogueEntry {
    switch self {
    case .unknownName:
      CatalogueEntry(
        "an unknown name",
        """
        Nothing of this name is declared or defined, in whatever case and with or without accents. If a known name is near, it is \
        suggested. `list kinds` shows what there is; a name with blanks stands in back-ticks.
        """, example: "navvy.personnel in 2018")
    case .statusMismatch:
      CatalogueEntry(
        "figures of unlike status",
        """
        What was planned, what is aimed at and what there is are different things, so they are neither added nor subtracted. Their ratio \
        is allowed, and they can be set side by side: compare gendarmerie on personnel across planned vs actual. A figure whose author \
        does add them is let through with `because`.
        """, example: "gendarmerie.personnel as planned + gendarmerie.personnel")
    case .unitMismatch:
      CatalogueEntry(
        "units that don't go together",
        """
        Only like things are added or compared: people with people, not people with ports. Division is allowed and makes a new unit, such \
        as people per port. Percent and percentage points are different units.
        """, example: "naval_infantry.personnel in 2018 + ports_of_mexico.ports in 2018")
    case .unknownProperty:
      CatalogueEntry(
        "an unknown property",
        """
        After the point stands a property, a measure or a filter. This one is not declared; near names are suggested. `describe` with \
        the name of a kind lists the properties of its members.
        """, example: "navy.personell in 2018")
    case .ambiguousName:
      CatalogueEntry(
        "a name that could mean several things",
        """
        More than one thing has this name, and none of them is the obvious one. The message lists them by the names that tell them apart. \
        Write one of those.
        """, example: "cartel")
    case .unknownKind:
      CatalogueEntry(
        "an unknown kind",
        """
        A declaration begins with the kind of what is declared. This kind does not exist; near names are suggested. A new kind is \
        declared with: kind militia "Militia".
        """, example: "instituton navy \"Mexican Navy\"")
    case .wrongKind:
      CatalogueEntry(
        "a thing of another kind than is due",
        """
        A property, a measure and a filter are for one kind of thing, and the value of a property may be of one kind too. The message \
        says which kind is due and of which kind the thing is.
        """, example: "ellis_2018.personnel in 2018")
    case .wrongType:
      CatalogueEntry(
        "a value of another type than is due",
        """
        A number, a text, a time, an entity and a verdict are different types, and nothing is converted silently. The message says \
        which type was found and which is due.
        """, example: "navy.personnel in 2018 > \"many\"")
    case .unknownVariable:
      CatalogueEntry(
        "an unknown `$` name",
        """
        A name after `$` is one that was given with `let` or `param`, or a parameter of the definition in which it stands. This one was \
        not given before this place.
        """, example: "mexico.homicide_rate in $yeer")
    case .unknownFunction:
      CatalogueEntry(
        "an unknown function",
        """
        A name followed directly by `(` is a function, or a filter or report with parameters. There is none of this name; near ones are \
        suggested. `help functions` lists them.
        """, example: "chnge(naval_infantry.personnel)")
    case .wrongArguments:
      CatalogueEntry(
        "arguments that don't fit",
        """
        A function or definition takes certain values, in order or by name. The message says which one is missing, too many or unknown. \
        `help` with its name shows how it is called.
        """, example: "ratio(navy.personnel)")
    case .timeNeeded:
      CatalogueEntry(
        "a time is needed",
        """
        After `in`, `over` and `as of` stands a time: a year, a date, an interval, a period or an event. What stands here gives none: \
        it is no whole year, or no claim says when it was.
        """, example: "mexico.homicide_rate in (2018 / 5)")
    case .hole:
      CatalogueEntry(
        "a question mark in place of a value",
        """
        A `?` asks what could stand in its place: the message says which type is due and lists what fits. Put one of those there to go \
        on.
        """, example: "navy.personnel in ?")
    case .unknownUnit:
      CatalogueEntry(
        "an unknown unit",
        """
        The word after a number is its unit, and this one is not declared. Near units are suggested. If the word belongs to something \
        else, an operator or a comma is missing before it.
        """, example: "let strength = 15_000 peeple")
    case .alreadyDefined:
      CatalogueEntry(
        "a name that is already taken",
        """
        Each name stands for one thing in its casebook, whatever its case and accents. The message shows where it was declared before. \
        Choose another name, or add a claim to the thing that exists with `claim`.
        """, example: "institution navy \"Navy\"\ninstitution Navy \"Another Navy\"")
    case .unknownColumn:
      CatalogueEntry(
        "a column that the table does not have",
        """
        Verbs change what columns a table has, and at this place there is none of this name. Near names are suggested. A name of several \
        words stands in back-ticks.
        """, example: "institutions | group by kind (n = count()) | sort by number")
    case .wrongColumn:
      CatalogueEntry(
        "a column that does not fit",
        """
        What stands here needs a column of another type, or a column for something that no column says. The message names what is \
        needed. The lines of a `load` block say what columns are; `describe` shows what was found.
        """, example: "institutions | group by kind (n = name)")
    case .notComparable:
      CatalogueEntry(
        "figures that are not comparable as they stand",
        """
        Two figures in one unit may still be counted in unlike ways, hold for unlike parts of a whole, or lie years apart; their sum, their \
        difference and the change from one to the other would then say nothing. In a table they stand side by side, marked and unranked. \
        The message says what would make them comparable; `because "…"` lets them through and becomes the note of the result.
        """, example: "federal_police.training in 2018 - state_police.training in 2018")
    default:
      CatalogueEntry(
        "a definition that needs itself",
        """
        This measure, filter or value is defined by others that are, in the end, defined by it. The message follows the circle. Break it \
        by giving one of them another definition.
        """, example: "kind squadron \"Squadron\" { is_a squadron }")
    }
  }
}
