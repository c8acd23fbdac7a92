import Names

/// Looks for the words of a phrase, next to each other, in one text after another.
///
/// Case, accents and punctuation don't count; see `NameWords.split`. A text in plain ASCII is folded byte by byte into a buffer that is used
/// again, which is what a hundred thousand texts in a few milliseconds take; any other text is folded as names are.
struct PhraseFinder {
  /// A blank, then the words with a blank between them.
  private let phrase: [UInt8]
  private var folded: [UInt8] = []

  /// Where in a text the phrase stands.
  struct Place: Hashable {
    /// How many words stand before it.
    var wordsBefore: Int
    /// Whether its last word is a whole one of the text, not only the beginning of one.
    var isWhole: Bool
  }

  /// Nil where nothing is left to look for.
  init?(_ words: String) {
    let wanted = NameWords.split(foldName(words))
    guard !wanted.isEmpty else { return nil }
    phrase = Array((" " + wanted.joined(separator: " ")).utf8)
  }

  /// The first place of the phrase where it stands as whole words, or else the first of all.
  mutating func find(in text: String) -> Place? {
    // Folding may lengthen a letter, but never threefold.
    guard text.utf8.count * 3 + 1 >= phrase.count - 1 else { return nil }
    fold(text)
    guard folded.count >= phrase.count else { return nil }
    var first: Int?
    let last = folded.count - phrase.count
    let (space, letter) = (UInt8(ascii: " "), phrase[1])
    var start = 0
    while start <= last {
      if folded[start] == space, folded[start + 1] == letter, holdsPhrase(at: start) {
        let end = start + phrase.count
        if end == folded.count || folded[end] == space { return place(start, isWhole: true) }
        if first == nil { first = start }
      }
      start += 1
    }
    return first.map { place($0, isWhole: false) }
  }

  private func holdsPhrase(at start: Int) -> Bool {
    for offset in 2..<max(2, phrase.count) where folded[start + offset] != phrase[offset] { return false }
    return true
  }

  private func place(_ start: Int, isWhole: Bool) -> Place {
    Place(wordsBefore: folded[..<start].count { $0 == UInt8(ascii: " ") }, isWhole: isWhole)
  }

  /// How many words the phrase has.
  var wordCount: Int { phrase.count { $0 == UInt8(ascii: " ") } }

  /// Puts the words of a text into the buffer, a blank before each.
  private mutating func fold(_ text: String) {
    folded.removeAll(keepingCapacity: true)
    var text = text
    if !text.withUTF8({ Self.foldPlain($0, into: &folded) }) {
      folded = Array(NameWords.split(foldName(text)).map { " " + $0 }.joined().utf8)
    }
  }

  /// Folds a text in ASCII; false where it has other letters, or an apostrophe, whose meaning depends on what follows.
  private static func foldPlain(_ bytes: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) -> Bool {
    var isWithinWord = false
    for byte in bytes {
      switch byte {
      case 0x61...0x7A, 0x30...0x39, 0x41...0x5A:
        if !isWithinWord { folded.append(UInt8(ascii: " ")) }
        isWithinWord = true
        folded.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
      case 0x80..., UInt8(ascii: "'"): return false
      case UInt8(ascii: "."): continue
      default: isWithinWord = false
      }
    }
    return true
  }
}
