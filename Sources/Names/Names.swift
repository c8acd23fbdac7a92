/// How names are compared, wherever they come from: typed at the prompt, declared in a casebook, read in a file.
///
/// Two names are one if they are the same without case and accents (`foldName`), and near if few letters tell them apart
/// (`editDistance`):
///
///     foldName("Peña Nieto") == foldName("PENA NIETO")
///     editDistance(Array("personel".utf8), Array("personnel".utf8), limit: 2) == 1
///
/// It knows no other module.
public func foldName(_ text: String) -> String { NameFolding.fold(text) }

/// The same for a part of a text.
public func foldName(_ text: Substring) -> String { NameFolding.fold(String(text)) }
