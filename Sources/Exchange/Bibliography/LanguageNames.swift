/// Languages by name in a casebook, by code in CSL, by babel's name in BibLaTeX.
enum LanguageNames {
  private static let namesByCode = [
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian", "ja": "Japanese",
    "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "uk": "Ukrainian", "zh": "Chinese",
  ]

  private static let codesByName = Dictionary(uniqueKeysWithValues: namesByCode.map { ($0.value.lowercased(), $0.key) })

  /// Other names by which babel calls languages.
  private static let variants = [
    "american": "en", "british": "en", "mexican": "es", "ngerman": "de", "austrian": "de", "brazilian": "pt",
  ]

  /// `es`, `es-MX`: the name of the language; any other text as it is.
  static func name(ofCode code: String) -> String {
    let language = code.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return namesByCode[language] ?? language
  }

  /// `spanish`, `mexican`: the name of the language; any other text as it is.
  static func name(ofBabel name: String) -> String {
    let folded = name.lowercased()
    return (variants[folded] ?? codesByName[folded]).flatMap { namesByCode[$0] } ?? name
  }

  /// `Spanish`: its code; any other text as it is.
  static func code(of name: String) -> String { codesByName[name.lowercased()] ?? name }

  /// `Spanish`: what babel calls it; any other text as it is.
  static func babel(_ name: String) -> String { codesByName[name.lowercased()] == nil ? name : name.lowercased() }
}
