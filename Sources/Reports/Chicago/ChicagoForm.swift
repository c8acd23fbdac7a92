/// How the Chicago Manual of Style (17th edition, chapter 14) sets a source of some type.
enum ChicagoForm {
  /// Title in quotation marks, in a larger whole whose name is in italics: articles, news, columns (14.165–14.204).
  case article
  /// As an article, but the site's name is roman (14.206).
  case webPage
  /// Title in italics, publisher and year in brackets: books, reports (14.100–14.112).
  case book
  /// Title in quotation marks, the medium named after the date: videos, figures (14.158, 14.261–14.268).
  case medium(String)
  /// As a medium, but the title is in italics: photographs, as works of art (14.235).
  case picture(String)
  /// Not a title but a description, set as it is: interviews, conversations, what is common knowledge (14.211–14.214).
  case description

  /// The form of a type as sources name it; one that is not known is set as an article.
  init(type: String) {
    switch type {
    case "book", "report", "thesis", "law", "treaty", "dataset", "data", "film": self = .book
    case "web_page", "website": self = .webPage
    case "video": self = .medium("video")
    case "audio", "podcast": self = .medium("audio")
    case "figure", "map", "table": self = .medium(type)
    case "photograph", "painting": self = .picture(type)
    case "interview", "conversation", "personal_communication", "letter", "background": self = .description
    default: self = .article
    }
  }
}
