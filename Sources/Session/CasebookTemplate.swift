/// What `cotejo new` puts into a folder: a small casebook about an invented lake police, with a comment wherever a beginner would ask.
enum CasebookTemplate {
  /// Names and texts of the files. They pass `cotejo check` as they stand.
  static let files: [(name: String, text: String)] = [
    ("1_schema.cotejo", schema), ("2_sources.cotejo", sources), ("3_claims.cotejo", claims), ("claims.csv", spreadsheet),
  ]

  private static let schema = """
    # What is special to this casebook: kinds of things and what can be said of them. `list kinds` and `list properties` show what there
    # is already. The country, the police and the figures in these files are invented; replace them with your own.

    ## A boat in the service of an institution.
    kind patrol_boat "Patrol boat" {
      plural patrol_boats
      is_a entity
    }

    property patrol_boats_in_service "Patrol boats in service" {
      of institution
      value quantity
      sort stock
      unit boats
    }

    unit_of_measure boats "boats" {
      singular "boat"
      plural "boats"
    }

    # A tie between two things. `operates` asks from the other end.
    property operated_by "Operated by" {
      of patrol_boat
      value institution
      phrase "is operated by"
      inverse "operates"
      inverse_name operates
    }

    """

  private static let sources = """
    # Every claim has a source. `cotejo import library.bib` makes this file from a BibLaTeX or CSL-JSON export.

    source lake_report_2021 "The Lakes of Arcadia: A Report" {
      type report
      author "Ruiz, Ana"
      publisher "Institute of the Lakes"
      published 2021-03
      language English
    }

    source lake_herald_2022 "Ten New Boats for the Lakes" {
      type news
      container "The Lake Herald"
      published 2022-06-14
      relays lake_report_2021
    }

    """

  private static let claims = """
    # One block for each thing, one line for each claim: the property, the value as its source words it, when, and where it stands there.

    # The source of all lines that name none.
    citing lake_report_2021

    country arcadia "Republic of Arcadia" {
      nationality "Arcadian"
    }

    institution lake_police "Lake Police" {
      aka "water police"
      country arcadia
      personnel about 1_200 people in 2020 p. 14
      personnel 2_000 as planned in 2025 p. 31
      patrol_boats_in_service more than 40 boats in 2020 p. 15
    }

    patrol_boat heron "Heron" {
      operated_by lake_police p. 16
    }

    # Another source says something else: both stay, and `conflicts` sets them side by side.
    claim lake_police.patrol_boats_in_service 38 in 2020 from lake_herald_2022 p. 2

    # A claim that no longer answers stays visible in `why`, with the reason:
    #     deprecate lake_police.personnel in 2020 from lake_report_2021 because "the second edition corrects it"

    """

  private static let spreadsheet = """
    entity,property,value,unit,status,mode,time,source,locator,scope,words,caveat
    lake_police,personnel,about 1_300,people,,,2021,lake_report_2021,p. 17,,,
    lake_police,patrol_boats_in_service,50,boats,planned,,2025,lake_report_2021,p. 32,,fifty boats,

    """
}
