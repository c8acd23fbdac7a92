extension DiagnosticCode {
  /// Entries for what goes wrong when a text is read.
  var syntaxEntry: CatalogueEntry {
    switch self {
    case .notUTF8:
      CatalogueEntry(
        "the file is not in UTF-8",
        """
        Files are read as UTF-8. One with other bytes was probably saved in Windows-1252 or Latin-1, where an accented letter is a \
        single byte. Open it in an editor, choose UTF-8 as its encoding and save it again.
        """, example: "native \"Armada de M\u{FFFD}xico\"    # where the file has the single byte 0xE9")
    case .unexpectedCharacter:
      CatalogueEntry(
        "a character that has no meaning here",
        """
        The language uses only some of the signs on a keyboard. Text with other signs stands in quotation marks, a name with other \
        signs in back-ticks. The words `and`, `or` and `not` are written out.
        """, example: "navy.personnel ^ 2")
    case .unclosedText:
      CatalogueEntry(
        "a text without its closing quotation mark",
        """
        A text in quotation marks ends on the line on which it begins, so a forgotten mark is found at once. An expression in braces \
        inside it is closed there too. A text of several lines stands between three quotation marks at each end.
        """, example: "say \"Groups went from few to many.")
    case .unclosedBracket:
      CatalogueEntry(
        "a bracket that is never closed",
        """
        The message points at the bracket that is open, and at the place where something began that can't stand inside it. \
        Write the closing bracket where it should end.
        """, example: "let rate = (mexico.homicide_rate in 2016 / 100")
    case .unmatchedBracket:
      CatalogueEntry(
        "a closing bracket that closes nothing",
        """
        There is one closing bracket more than there are opening ones. Either it is one too many, or the opening one was forgotten or \
        closed before.
        """, example: "navy.personnel in 2018)")
    case .unexpectedToken:
      CatalogueEntry(
        "something that can't stand here",
        """
        The words before this place began something that goes on in another way. The message names what was begun and what is \
        due, and a note shows an example. Often a comma, a word such as `on` or `by`, or a line end is missing.
        """, example: "compare army, navy personnel")
    case .badNumber:
      CatalogueEntry(
        "a number that can't be read",
        """
        A number is written in digits, with `_` between groups of three and a point before its decimals: 15_000 or 22.5. A word after \
        it stands apart, as in 15 people or 2.2 million. A count of rows is a whole number.
        """, example: "let strength = 15k")
    case .numberTooLarge:
      CatalogueEntry(
        "a number too large to be exact",
        """
        Whole numbers are exact up to 2^53, which is 9,007,199,254,740,992. A larger one would silently lose its last digits, so it \
        is refused. Give the value in a larger unit.
        """, example: "let many = 99_999_999_999_999_999")
    case .badDate:
      CatalogueEntry(
        "a time that can't be read",
        """
        A time is a year of four digits, a month, a day or an interval: 2017, 2017-12, 2018-02-14, 2006..2018. A `~` after it means \
        about then. An open interval leaves out one side: 2016.. or ..2012. A subtraction of years has blanks around its sign.
        """, example: "mexico.homicide_rate in 2006-2012")
    case .tooDeep:
      CatalogueEntry(
        "nested or chained too deeply",
        """
        Brackets, blocks and chains of operators are read up to a fixed depth, so that no input can exhaust the memory. Give the inner \
        parts names with `let`, or ask `one of (…)` in place of a long row of `or`.
        """, example: "let x = " + String(repeating: "(", count: 201) + "1" + String(repeating: ")", count: 201))
    case .badEscape:
      CatalogueEntry(
        "a backslash before a sign that needs none",
        """
        In a text, a backslash stands before a quotation mark, a brace or another backslash that is meant as a sign, and in \\n and \\t. \
        Before anything else it has no meaning. A backslash itself is written twice.
        """, example: "say \"50 \\% of the ports\"")
    case .unclosedName:
      CatalogueEntry(
        "a name without its closing back-tick",
        """
        A name with blanks or other signs stands in back-ticks and ends on its line. Between them there must be at least one \
        character.
        """, example: "describe `Peña Nieto")
    case .expectedValue:
      CatalogueEntry(
        "a value is missing",
        """
        After an operator, a comma or an opening bracket, and after the property of a claim, a value is due: a number, a text, a time, \
        a name or an expression in brackets. After `in`, `over` and `as of` it is a time.
        """, example: "let total = 15_000 +")
    case .chainedComparison:
      CatalogueEntry(
        "comparisons in a chain",
        """
        A comparison gives yes, no or maybe, and comparing that again would hardly be meant. Join two comparisons with `and`, or ask \
        whether a value lies `between` two others.
        """, example: "let typical = 10 < mexico.homicide_rate in 2016 < 30")
    case .oneEquals:
      CatalogueEntry(
        "a sign in another form than is usual here",
        """
        Other languages write `==`, `<>`, `=>` or `=<`. They are read, and `cotejo format` writes them as `=`, `!=`, `>=` and `<=`. This \
        is only a warning.
        """, example: "naval_infantry.personnel in 2018 == 15_000")
    case .unclearDash:
      CatalogueEntry(
        "a dash or `to` in a time or a range",
        """
        A dash could be a minus, so an interval of time has two dots, 2006..2012, and a range of numbers has `to`, 12 to 14. The other \
        forms are read where they are clear. This is only a warning.
        """, example: "mexico.homicide_rate in 2006 to 2012")
    case .unknownStatement:
      CatalogueEntry(
        "a word that begins no statement",
        """
        A line begins with a statement word such as `compare`, with a name, or with two words and a text where something is declared. \
        Near words are suggested. A line of nothing but words is looked up as a name.
        """, example: "compair army, navy on personnel")
    case .unknownVerb:
      CatalogueEntry(
        "a word that is no verb of a pipeline",
        """
        After `|` stands what to do with the rows: `where` (or `keep`), `select`, `sort by`, `take`, `skip` or `count`. Verbs of other \
        tools are recognised, and the message names the one that is used here.
        """, example: "institutions | filter personnel > 10_000")
    case .missingTitle:
      CatalogueEntry(
        "a declaration without its full name",
        """
        A declaration gives the kind, a short name for use in the language, and the full name in quotation marks. The full name is what \
        tables and notes show.
        """, example: "institution navy { part_of armed_forces }")
    default:
      CatalogueEntry(
        "a file that is too large",
        """
        Places in a file are counted in 32 bits, so one file holds less than two thousand million bytes. Split it into several \
        casebooks.
        """, example: "use a_casebook_of_several_gigabytes")
    }
  }
}
