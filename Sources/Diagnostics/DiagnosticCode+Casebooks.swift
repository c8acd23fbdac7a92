extension DiagnosticCode {
  /// Entries for claims and sources that don't hold together.
  var casebookEntry: CatalogueEntry {
    switch self {
    case .claimWithoutSource:
      CatalogueEntry(
        "a claim without a source",
        """
        Every claim says who stated it, so that it can be cited and weighed. Name the source with `from`, or set it for a whole block \
        with `citing`. A remark of one's own is a claim too: its property is `note`.
        """, example: "claim navy.personnel 15_000 in 2018")
    case .unknownSource:
      CatalogueEntry(
        "an unknown source",
        """
        The name after `from`, `via`, `citing` or `supported by` is that of a source, and none of this name is declared. Near names are \
        suggested. A source is declared with: source ellis_2018 "Title".
        """, example: "claim navy.personnel 15_000 in 2018 from elis_2018 ¶19")
    case .claimWithoutLocator:
      CatalogueEntry(
        "a claim without its place in the source",
        """
        A reader who checks a claim needs the paragraph, page or note where it stands. Write it after the source: ¶19, p. 31, note 5, or \
        at "second table". This is only a warning.
        """, example: "claim navy.personnel 15_000 in 2018 from ellis_2018")
    case .valueDoesNotFit:
      CatalogueEntry(
        "a value that does not fit its property",
        """
        A property is declared with the type, the unit or the kind of its values. The message says what was found and what the property \
        takes. Either the value is wrong, or another property is meant.
        """, example: "claim navy.personnel \"many\" in 2018 from ellis_2018 ¶19")
    case .impossibleTime:
      CatalogueEntry(
        "a time that can't be",
        """
        An interval ends after it begins, and what is claimed of an event or a period lies within the time that it had. Check the two \
        dates; perhaps they are in the wrong order.
        """, example: "mexico.homicide_rate in 2018..2006")
    case .sourceCycle:
      CatalogueEntry(
        "sources that relay one another in a circle",
        """
        A source that relays another counts as the same origin, and the origin is the one at the end of that chain. Here the chain comes \
        back to where it began, so there is no origin. One of the links must be wrong.
        """, example: "source a \"A\" { relays b }\nsource b \"B\" { relays a }")
    case .partOfCycle:
      CatalogueEntry(
        "things that are part of one another in a circle",
        """
        What is part of something can't also contain it, at whatever distance. The message follows the circle. One of the links must \
        be wrong.
        """, example: "citing ellis_2018 ¶1 {\n  unit a \"A\" { part_of b }\n  unit b \"B\" { part_of a }\n}")
    case .tooManyClaims:
      CatalogueEntry(
        "a casebook that is full",
        """
        A casebook holds at most four thousand million entities, sources and claims. What was being added was left out. Split the \
        casebook by subject or by year, and `use` the parts that a question needs.
        """, example: "claim navy.personnel 15_000 in 2020 from ellis_2018 ¶19")
    case .duplicateClaim:
      CatalogueEntry(
        "a claim that was made before",
        """
        The same is said of the same thing, for the same time and from the same place of the same source. Counted twice it would look like \
        two voices. Take one of the two out, or give the second the time, scope or source that makes it another claim. This is only a \
        warning.
        """, example: "citing ellis_2018 ¶1 {\n  claim navy.ports_secured 5 in 2001\n  claim navy.ports_secured 5 in 2001\n}")
    default:
      CatalogueEntry(
        "a source that is older than what it says",
        """
        A claim about a time after its source was published can't be a report of what happened. If the source foresaw it, write \
        `as projected` or `as planned`; otherwise one of the dates is wrong, or an author wrote of a year from older reports. A \
        `caveat` that names the year of such a report says so to every reader, and then there is no warning.
        """, example: "claim navy.personnel 15_000 in 2020 from ellis_2018 ¶19")
    }
  }
}
