import Testing

@testable import Session

/// What a session prints of files of data: how each was read, what its rows come to, and what is said of those that can't be read.
@Suite struct TableTranscriptTests {
  private static let data = "Tests/Fixtures/data"

  @Test func readings() throws {
    try Transcript.compare(
      "table_readings.txt",
      [
        "load \"\(Self.data)/visits.csv\" as visits { source \"Ministry of Examples\" retrieved 2020-03 licence \"CC BY 4.0\" }",
        "load \"\(Self.data)/visits.csv\" as visits {\n  source \"Ministry of Examples\" retrieved 2020-03\n  licence \"CC BY 4.0\"\n  Visits is count occasions\n}",
        "visits", "describe visits",
        "load \"\(Self.data)/people.jsonl\" as persons", "persons",
        "load \"\(Self.data)/states.geojson\" as shapes { place by CVEGEO }", "shapes | select place, NOM_ENT, people",
        "load \"\(Self.data)/part_*.csv\" as parts { place -> place }", "parts | group by place (n = sum(n))",
        "load \"\(Self.data)/counts.csv.gz\" as counts { state by code }", "counts",
        "load \"\(Self.data)/two_rows.csv\" as two", "two",
        "load \"\(Self.data)/two_rows.csv\" as two { header 1 }", "describe two",
        "load \"\(Self.data)/days.csv\" as days", "load \"\(Self.data)/accents.csv\" as accents", "accents",
        "load \"\(Self.data)/twice.csv\" as twice", "twice",
        "load \"\(Self.data)/nearly.csv\" as nearly", "nearly | count", "nearly | group by (n = count(), least = min(n))",
        "load \"\(Self.data)/ragged.csv\" as ragged", "ragged",
        "load \"\(Self.data)/ragged.csv\" as ragged { ragged refuse }",
        "load \"\(Self.data)/series.csv\" as inegi { source inegi; place -> place; time year }", "inegi | take 2",
        "load \"\(Self.data)/spells.csv\" as spells { place -> place; time begin..end; dead is count deaths }",
        "spells | group by year(time) (dead = sum(dead))", "load \"\(Self.data)/spells.csv\" as spells { state -> place }",
      ])
  }

  @Test func steps() throws {
    try Transcript.compare(
      "table_steps.txt",
      [
        "load \"\(Self.data)/series.csv\" as series { place -> place; time year; n is count people }",
        "load \"\(Self.data)/bounds.csv\" as bounds { deaths = range(low, best, high); deaths is count deaths }",
        "series | group by place (total = sum(n), years = count(), mean = mean(n), last = last(n)) | sort by total desc",
        "series | derive change = change(n within place), total = running(sum(n) within place), rank = rank(n)",
        "series | balanced over year | group by place (n = sum(n))",
        "series | pivot year to columns of n | drop time", "series | select place, year, n | pivot year to columns of n",
        "series | select place, year, n | pivot year to columns of n | unpivot `2015`..`2018` as year, n | count",
        "series | top 1 by n desc within place", "series | where n is missing | count",
        "series | where place = \"Colma\" | count", "series | where year one of (2015, 2018) | derive share = share_of_total(n)",
        "series | derive size = if n >= 100 people then \"large\" else \"small\" | group by size (number = count())",
        "series | where n between 9 people and 12 people | select place, year, n",
        "series | group by place (large = count(where n > 50 people), n = sum(n where year >= 2017))",
        "series | join (series | group by place (all = sum(n))) by place | derive share = share(n, all) | take 3",
        "series | anti join (states | where name contains \"ali\" | derive place = state) by place | distinct place",
        "bounds | where deaths > 97 deaths", "bounds | sort by deaths desc", "bounds | sort by deaths desc | take 1",
        "bounds | group by (sum = sum(deaths), mean = mean(deaths), least = min(deaths), number = count())",
        "bounds | where surely deaths > 97 deaths | count", "bounds | where deaths > 97 deaths | count",
        "count(series where n > 100 people)", "count(states where name contains \"al\")",
        "series | derive r = running(sum(n within place)) | take 6",
        "(series | where place = \"Colima\" and year = 2018).n", "count(series | where n > 100 people)",
        "institutions | group by kind (number = count()) | sort by number desc | take 3",
        "measure recorded for place = sum(series.n)\ncolima.recorded in 2016\nwhy colima.recorded in 2016\ncolima.recorded in 2014",
        "let older = series | where year <= 2016\nlet newer = series | where year <= 2017 | derive n = n + 1 people\nrevisions $older to $newer by place, year on n",
        "states in 2016 | derive r = recorded | where r is not missing", "states in 2017 | top 1 by recorded | select state",
        "measure large for place = count(series where n > 50 people)\njalisco.large in 2016", "colima.recorded in 2014..2016",
        "let then = states in 2016 | derive letters = length(title)\n$then | derive r = recorded | where r is not missing",
        "states in 2017 | where recorded > 8 people | select name, recorded",
        "series | where place = colima | derive before = previous(n), change = change(n, 12 months), more = n - previous(n)",
        "series | derive all = running(sum(n)), rolled = rolling(sum(n), 24 months) | take 5",
        "series | join (series | where year = 2015 | union (series | where year = 2016)) by place | count",
        "series | derive month = 1 | drop time | derive r = rolling(sum(n), 12 months)", "series | describe",
        "load \"\(Self.data)/months.csv\" as months { place -> place; months jan..dec of year as n; n is count deaths }",
        "months | group by month(time) (n = sum(n), years = count()) | where month >= 11",
        "months | where year(time) < 2024 | group by quarter(time) (n = mean(n))",
        "measure dead for place = sum(months.n)\nmeasure worst for place = max(months.n)\ncolima.dead in 2024",
        "(colima.dead in 2024) > (colima.dead in 2023)", "(colima.dead in 2023) > (colima.dead in 2022)",
        "(colima.dead in 2024) > 60 deaths", "(colima.dead in 2024) < 70 deaths", "(colima.dead in 2024) < 60 deaths",
        "(colima.dead in 2023) < 80 deaths", "(colima.dead in 2024) = 67 deaths",
        "states | where (dead in 2024) > (dead in 2023) | select name",
        "colima.dead as planned in 2023", "mexico.worst in 2023",
        "let years = months | group by year(time) (n = sum(n))\n$years", "$years | derive change = change(n)",
        "$years | derive more = n - previous(n)", "states in 2024 | where dead > 60 deaths",
        "states in 2023 | where dead > 60 deaths | count", "states in 2024 | top 1 by dead",
        "series | where place contains \"Coli\" | derive u = upper(place), r = replace(place, \"o\", \"\") | take 1",
        "organisations in 2018 | where personnel > 900 | group by (n = count(), most = max(personnel))",
        "load \"\(Self.data)/uneven.csv\" as uneven { place -> place; time date(year, month); n is count deaths }",
        "uneven | group by place, year(time) (n = sum(n))",
        "measure uneven_dead for place = sum(uneven.n)\njalisco.uneven_dead in 2021", "mexico.uneven_dead in 2021",
        "(colima.uneven_dead in 2021) > (jalisco.uneven_dead in 2021)",
        "load \"\(Self.data)/named.csv\" as named { place -> place }", "named | where place = state_of_mexico",
      ])
  }

  @Test func wrongSteps() throws {
    try Transcript.compare(
      "table_errors.txt",
      [
        "load \"nowhere.csv\" as x", "load \"\(Self.data)\" as x", "load \"\(Self.data)/empty.csv\" as x",
        "load \"\(Self.data)/unclosed.csv\" as x\nx | count", "load \"/etc/passwd\" as x", "load \"\(Self.data)/no_*.csv\" as x",
        "load series", "load \"\(Self.data)/series.csv\"", "load \"\(Self.data)/series.csv\" as navy",
        "load \"\(Self.data)/series.csv\" as s { source nobody }", "load \"\(Self.data)/series.csv\" as s { delimiter \"::\" }",
        "load \"\(Self.data)/series.csv\" as s { colour red }", "load \"\(Self.data)/series.csv\" as s { place by nothing }",
        "load \"\(Self.data)/series.csv\" as s { n is heap people }",
        "load \"\(Self.data)/series.csv\" as s { n is count unicorns }",
        "load \"\(Self.data)/series.csv\" as s { months n..year of place as m }",
        "load \"\(Self.data)/series.csv\" as s { provides place.capital = n }",
        "load \"\(Self.data)/series.csv\" as s { place -> place; time year; n is stock people }",
        "s | where nn > 3", "s | where time in 2016 | count", "s | where place = colma", "s | where place > 3",
        "s | group by place (n)", "s | group by place (t = sum(n))",
        "s | derive x = n + place", "s | select n, n", "s | rename nothing to something", "s | sort by nothing",
        "s | join nothing by place", "s | join s by nothing", "s | top 2 by n within nothing",
        "s | unpivot n as k, v | pivot k to columns of v | count | take 3",
        "s | take -1", "s | take 1.5", "s | sample 3 seed x", "s | derive p = sum(n)", "s | derive q = quantile(n, 90%)",
        "s | group by year(time) (q = quantile(n, 900%))", "s | derive r = rolling(n, 3)", "s.n", "(s | where year = 1900).n",
        "measure m for place = sum(s.nothing)", "revisions s to nothing by place on n", "revisions s to s by place on place",
        "save s to \"no/such/folder/s.csv\"", "save s to \"\(Self.data)/series.csv\"",
        "compare colima, jalisco on mexico in 2018",
        "claims | where source = \"Ellis 2018\" and property = \"personnel\" | count", "save s to \"/etc/s.tsv\"", "s in 2016",
        "measure all_of_it for place = sum(s.n)\ncolima.all_of_it", "colima.all_of_it over 2015..2017",
        "s | derive a = round(n where year > 2016)", "s | derive a = upper(place within place)",
        "s | derive a = previous(n where year > 2016)", "s | group by place (x = sum(n within place))",
        "round(3.4 where 1 = 1)", "change(colima.population in 2010 where 1 = 1, 3)",
        "s in nowhere",
        "s | union (institutions | derive x = 1) | count", "s | whole years",
        "places in 2017 | group by (p = sum(homicide_rate))",
        "(mexico.homicide_rate in 2017) + (mexico.homicide_rate in 2016)", "s | derive before = previous(n)",
        "s | derive more = n - previous(n)", "s | derive r = rolling(mean(n), 3 rows)",
      ])
  }
}
