import Evidence

/// Sources of every type that notes set in a way of its own.
enum SampleSource {
  static let ellis = SourceRecord(
    id: "ellis_2018", type: "article", authors: [Author(name: "Ellis, R. Evan")],
    title: "Mexico's Fight against Transnational Organized Crime", published: TimeSpan(year: 2018))
  static let review = SourceRecord(
    id: "review_2018", type: "article", authors: [Author(name: "Ellis, R. Evan"), Author(name: "Ann Doe")],
    title: "Why Did the Groups Splinter?",
    container: "Military Review 98, no. 6", published: TimeSpan(year: 2018), url: "https://example.org/review_98.pdf")
  static let asmann = SourceRecord(
    id: "asmann_2018", type: "news", authors: [Author(name: "Asmann, Parker")],
    title: "Militarization Continues as Mexico Records Most Homicidal Year on Record", container: "InsightCrime",
    published: TimeSpan(year: 2018, month: 1, day: 22), accessed: TimeSpan(year: 2018, month: 5, day: 2),
    url: "https://example.org/militarization")
  static let excelsior = SourceRecord(
    id: "excelsior_2016", type: "news", title: "Michoacán fue el inicio de la crisis; combate al crimen",
    container: "Excelsior (website)",
    published: TimeSpan(year: 2016, month: 12, day: 12))
  static let mucd = SourceRecord(
    id: "mucd_count", type: "report", authors: [Author(literal: "MUCD")], title: "Count of criminal groups in Mexico",
    published: .unknown)
  static let proceso = SourceRecord(
    id: "proceso_2017", type: "news", authors: [Author(name: "Dávila, Patricia")],
    title: "México pasó de seis bandas a 400 grupos criminales: MUCD", container: "Proceso",
    published: TimeSpan(year: 2017, month: 10),
    relays: ["mucd_count"])
  static let book = SourceRecord(
    id: "book", type: "book", authors: ["Ann Doe", "Ben Roe", "Cleo Poe"].map(Author.init(name:)),
    title: "Ports and Power: A History",
    publisher: "Example Press", published: TimeSpan(year: 2009, isApproximate: true))
  static let video = SourceRecord(
    id: "video", type: "video", authors: [Author(literal: "Aristegui Noticias")], title: "\"El Chapo\" ya no controla ni su casa",
    container: "YouTube video, 9:13", published: TimeSpan(year: 2016, month: 10, day: 3), url: "https://example.org/video")
  static let photograph = SourceRecord(
    id: "photograph", type: "photograph", authors: [Author(name: "Arias, Guillermo")], title: "Soldier on Guard",
    container: "Associated Press",
    published: TimeSpan(year: 2010, month: 10, day: 20))
  static let figure = SourceRecord(
    id: "figure", type: "figure", authors: [Author(literal: "Geopolitical Futures")], title: "Dominant Cartels throughout Mexico",
    published: TimeSpan(year: 2018))
  static let interviews = SourceRecord(
    id: "interviews", type: "interview", authors: [Author(literal: "Mexican navy officers (anonymous)")],
    title: "Interviews with Mexican navy officers", published: TimeSpan(year: 2018, month: 2), isAnonymous: true)
  static let namedInterview = SourceRecord(
    id: "named", type: "interview", authors: [Author(name: "Doe, Ann")], title: "interview by the author",
    published: TimeSpan(year: 2018, month: 2, day: 14))
  static let page = SourceRecord(
    id: "page", type: "web_page", title: "Base de Operaciones Mixtas", container: "El Universal",
    accessed: TimeSpan(year: 2018, month: 5, day: 8),
    url: "https://example.org/tag/bom")
  static let untitled = SourceRecord(id: "untitled", authors: (1...12).map { Author(name: "Given\($0) Family\($0)") })
  static let bare = SourceRecord(id: "bare")
}
