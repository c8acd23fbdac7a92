import Testing

@testable import Evidence

@Suite struct TimeSpanTests {
  private static let good = Corpus.rows("edtf.tsv")
  private static let bad = Corpus.rows("edtf_bad.tsv")

  private static func text(_ day: Day) -> String {
    if day == .distantPast { return "past" }
    if day == .distantFuture { return "future" }
    return TimeSpan(year: day.date.year, month: day.date.month, day: day.date.day).edtf
  }

  @Test func corpusIsThere() {
    #expect(Self.good.count > 45)
    #expect(Self.bad.count > 45)
  }

  @Test(arguments: good) func timesAreReadAndWritten(_ row: Corpus.Row) throws {
    let span = try TimeSpan(edtf: row[0])
    #expect(span.edtf == row[1])
    let days = [span.start.earliest, span.start.latest, span.end.earliest, span.end.latest].map(Self.text)
    #expect(days == Array(row.columns[2..<6]))
    #expect(span.words == row[6])
    #expect(span.description == row[7])
    #expect(try TimeSpan(edtf: span.edtf) == span, "the canonical form reads back the same")
    #expect(try TimeSpan(edtf: span.description) == span, "so does the language's")
    #expect(span.start.earliest <= span.end.latest)
  }

  @Test(arguments: bad) func whatIsNoTimeIsRefusedWithItsPlace(_ row: Corpus.Row) throws {
    let text = row[0].replacing("·", with: " ")
    do {
      let span = try TimeSpan(edtf: text)
      Issue.record("\(text) was read as \(span.edtf)")
    } catch {
      #expect("\(error.offset)" == row[1])
      #expect(error.message == row[2])
    }
  }

  @Test func noTextTraps() {
    var generator = SeededGenerator(seed: 8)
    let signs = Array("0129X-/.[],~?%{}YTu ")
    for _ in 0..<20_000 {
      let text = String(
        (0..<Int.random(in: 0...14, using: &generator)).map { _ in signs[Int.random(in: 0..<signs.count, using: &generator)] })
      guard let span = try? TimeSpan(edtf: text) else { continue }
      #expect((try? TimeSpan(edtf: span.edtf)) == span, "\(text)")
    }
  }

  @Test func daysCountAsTheCalendarDoes() {
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(Day(year: 2000, month: 3, day: 1)?.number == 11_017)
    #expect(Day(year: 1600, month: 1, day: 1)?.number == -135_140)
    #expect(Day(year: 0, month: 3, day: 1)?.number == -719_468)
    var expected = Day(clampedYear: -9999, month: 1, day: 1).number
    for year in -9999...9999 where year % 7 == 0 || (1580...2110).contains(year) {
      let first = Day(clampedYear: year, month: 1, day: 1)
      if (1581...2110).contains(year) { #expect(first.number == expected) }
      for month in 1...12 {
        for day in [1, Day.length(ofMonth: month, year: year)] {
          let made = Day(clampedYear: year, month: month, day: day)
          #expect(made.date == (year, month, day))
        }
      }
      expected = first.number + (Day.isLeap(year) ? 366 : 365)
    }
    #expect(Day(year: 2018, month: 2, day: 29) == nil)
    #expect(Day(year: 10_000, month: 1, day: 1) == nil)
    #expect(Day(year: .max, month: 1, day: 1) == nil)
    #expect(Day(clampedYear: .min, month: .min, day: .min).date.month == 1)
    #expect(Day.distantFuture.adding(1) == .distantFuture)
    #expect(Day(clampedYear: 2018, month: 1, day: 31).moved(months: 1, days: 0).date == (2018, 2, 28))
    #expect(Day(clampedYear: 2018, month: 2, day: 28).moved(months: -12, days: 0).date == (2017, 2, 28))
    #expect(Day(clampedYear: 2015, month: 2, day: 28).moved(months: 12, days: 0).date == (2016, 2, 29))
    #expect(Day(clampedYear: 2018, month: 1, day: 1).moved(months: -1, days: -1).date == (2017, 11, 30))
  }

  @Test func spansAreMadeOfTimes() throws {
    #expect(TimeSpan(year: 2018, month: 2, day: 30) == .unknown)
    #expect(TimeSpan(checkedYear: 2018, month: nil, day: 3) == nil)
    #expect(TimeSpan(checkedYear: 123_456) == nil)
    #expect(TimeSpan(year: 2016, isApproximate: true).edtf == "2016~")
    let calderon = try TimeSpan(edtf: "2006-12-01/2012-11-30")
    let pena = try TimeSpan(edtf: "2012-12-01/2018-11-30")
    #expect(TimeSpan(from: calderon, to: pena)?.edtf == "2006-12-01/2018-11-30")
    #expect(TimeSpan(from: pena, to: calderon) == nil)
    #expect(TimeSpan(from: calderon, to: nil)?.description == "2006-12-01..")
    #expect(TimeSpan(from: nil, to: pena)?.description == "..2018-11-30")
    #expect(TimeSpan(from: nil, to: nil)?.edtf == "../..")
    #expect(TimeSpan(from: .unknown, to: pena)?.edtf == "/2018-11-30")
    #expect(calderon.before?.description == "..2006-11-30")
    #expect(calderon.after?.description == "2012-12-01..")
    #expect(try TimeSpan(edtf: "2018/..").after == nil)
    #expect(calderon.years == 2006...2012)
    #expect(try TimeSpan(edtf: "2018/..").years == nil)
    #expect(calderon.contains(year: 2012) && !calderon.contains(year: 2013) && !calderon.contains(year: 99_999))
    #expect(try TimeSpan(edtf: "2006/2018").covering.start.isExact)
    #expect(TimeSpan.unknown.startBounds == nil)
    #expect(try TimeSpan(edtf: "../2012").startBounds == -.infinity ... -.infinity)
    #expect(MemoryLayout<TimeSpan>.stride <= 32)
  }

  @Test func phrasesFollowAVerb() throws {
    let phrases = [
      "2018": "in 2018", "2018-02-14": "on 14 February 2018", "2016~": "in about 2016",
      "2006-12/2018-11": "from December 2006 to November 2018",
      "2018/..": "since 2018", "../2012": "until 2012", "unknown": "at an unknown time", "[2014..]": "in 2014 or later",
      "2004-06-XX": "on some day of June 2004", "[2014..2016]": "some time from 2014 to 2016",
    ]
    for (text, phrase) in phrases { #expect(try TimeSpan(edtf: text).phrase == phrase) }
  }
}
