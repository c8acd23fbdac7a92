/// Makes names comparable without regard to case and accents.
enum LetterFolding {
  /// The bare letters of U+00C0 to U+017F, in order; a dot where the letter has none.
  private static let bare = Array(
    ("aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllllllllnnnnnn..."
      + "oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz.").unicodeScalars)

  /// A name in small letters, without accents.
  static func folded(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 && !(0x41...0x5A).contains($0) }) { return name }
    var result = ""
    for scalar in name.lowercased().unicodeScalars {
      switch scalar.value {
      case 0x300...0x36F: continue
      case 0xC0...0x17F:
        let place = Int(scalar.value) - 0xC0
        let letter = place < bare.count ? bare[place] : "."
        result.unicodeScalars.append(letter == "." ? scalar : letter)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
