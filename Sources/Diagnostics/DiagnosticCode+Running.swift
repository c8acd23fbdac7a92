extension DiagnosticCode {
  /// Entries for what goes wrong while something is worked out, and with files and the command line.
  var runningEntry: CatalogueEntry {
    switch self {
    case .divisionByZero:
      CatalogueEntry(
        "a division by what may be zero",
        """
        The divisor is zero, or a range that holds zero, so the quotient could be anything. Ask about the divisor first, or leave the \
        rows out where it may be zero.
        """, example: "let share = 5 / 0")
    case .noClaim:
      CatalogueEntry(
        "no claim",
        """
        No source in the casebook says anything about this. That is neither zero nor no: the answer is not known here. If there is a \
        claim for a time near by, the message names it; `gaps` lists what was asked for in vain.
        """, example: "mexico.part_of.country")
    case .budgetExceeded:
      CatalogueEntry(
        "more work than is allowed",
        """
        Steps, rows and depth are limited so that a slip can't block the shell. The message says which limit was reached. Narrow what is \
        asked, or raise the limit with `set`.
        """, example: "for each a in entities { for each b in entities { for each c in entities { expect 1 < 2 } } }")
    case .interrupted:
      CatalogueEntry(
        "interrupted",
        """
        The work was stopped with Ctrl-C or by a signal. Everything that was defined before is still there, and nothing was half \
        written.
        """, example: "for each a in entities { show $a }")
    case .expectationFailed:
      CatalogueEntry(
        "an expectation that does not hold",
        """
        `expect` states what must hold for a script to be right, and here it gave no or maybe. The message shows both sides with their \
        sources. Either the script or the expectation is wrong.
        """, example: "expect navy.personnel in 2018 > 1_000_000")
    case .severalTimes:
      CatalogueEntry(
        "claims for several times where one is due",
        """
        The sources speak of several times within the one that was asked, and joining them would hide a change. Ask for one of the times, \
        or for the series with `over`.
        """, example: "naval_infantry.personnel * 2")
    case .wrongTableStep:
      CatalogueEntry(
        "a step that these columns do not allow",
        """
        The table has the columns, but what is asked of them would give a figure without a meaning, such as the sum of rates. The message \
        says which way leads to the figure. Often the parts are there to work it out from.
        """, example: "institutions | derive age = 1 | join institutions by age")
    case .noSuchFile:
      CatalogueEntry(
        "no such file",
        """
        There is no file of this name. Names are relative to the folder of the script, or to the working directory at the prompt. Near \
        names in the same folder are suggested.
        """, example: "use ./my_cas")
    case .cannotRead:
      CatalogueEntry(
        "a file that can't be read",
        """
        The file exists, but the system refused to open it or to read on. Usually it belongs to somebody else, or it is a folder.
        """, example: "use \"/var/casebook\"")
    case .cannotWrite:
      CatalogueEntry(
        "a file that can't be written",
        """
        The system refused to make the file or to write on: the folder does not exist, is not yours, or the disk is full. Whatever stood \
        there before is unchanged.
        """, example: "save navy to \"no/such/folder/navy.html\"")
    case .notAllowed:
      CatalogueEntry(
        "a file outside what is allowed",
        """
        A script reads and writes only below the working directory, so that one from somebody else can do no harm. Allow more with \
        --allow-read or --allow-write and a folder.
        """, example: "save navy to \"/etc/navy.html\"")
    case .badImport:
      CatalogueEntry(
        "a file of another program that can't be read",
        """
        `cotejo import` reads CSL-JSON, BibLaTeX, and claims as CSV or JSON lines. The message gives the place in that file, for a sheet the \
        row and the column. Nothing is written as long as anything is wrong.
        """, example: "# cotejo import claims.csv")
    default:
      CatalogueEntry(
        "an unknown version of the language",
        """
        `language` names the version for which a script was written. This program does not know that version: it is probably older than \
        the script. Install a newer one.
        """, example: "language 99")
    }
  }
}
