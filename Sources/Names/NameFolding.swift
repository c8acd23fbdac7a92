/// Names compare without regard to case and accents: `Calderón`, `CALDERON` and `calderon` are one name.
///
/// Only Latin letters lose their accents; other scripts keep their letters and lose only their case.
enum NameFolding {
  /// The form in which names are compared. Idempotent. Not generic, since it is called for every name of every claim, and a generic
  /// function of another module goes letter by letter through witnesses.
  static func fold(_ text: String) -> String {
    if isFolded(text) { return text }
    var folded = ""
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar, to: &folded) }
    return folded
  }

  /// Whether every byte is a small ASCII letter, a digit or a sign.
  private static func isFolded(_ text: String) -> Bool {
    func check(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes.allSatisfy { $0 < 0x80 && !($0 >= 0x41 && $0 <= 0x5A) } }
    return text.utf8.withContiguousStorageIfAvailable(check) ?? text.utf8.allSatisfy { $0 < 0x80 && !($0 >= 0x41 && $0 <= 0x5A) }
  }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout String) {
    switch scalar.value {
    case 0x41...0x5A:
      folded.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
    case 0..<0x80:
      folded.unicodeScalars.append(scalar)
    case 0x300...0x36F:
      break  // a combining accent
    default:
      if let plain = plainLetters[scalar] {
        folded += plain
      } else {
        folded += scalar.properties.lowercaseMapping
      }
    }
  }

  /// Accented Latin letters by their plain ones. Each row: the plain form, then every letter that folds to it.
  private static let plainLetters: [Unicode.Scalar: String] = {
    let rows = [
      "a àáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦẠẢẤẦẨẪẬẮẰẲẴẶª",
      "ae æǣǽÆǢǼ", "b ḃḅḇḂḄḆ", "c çćĉċčÇĆĈĊČ", "d ďđðḋḍḏḑḓĎĐÐḊḌḎḐḒ",
      "e èéêëēĕėęěȅȇȩẹẻẽếềểễệÈÉÊËĒĔĖĘĚȄȆȨẸẺẼẾỀỂỄỆ", "f ḟḞ", "g ĝğġģǧǵḡĜĞĠĢǦǴḠ", "h ĥħḣḥḧḩḫĤĦḢḤḦḨḪ",
      "i ìíîïĩīĭįıǐȉȋỉịÌÍÎÏĨĪĬĮİǏȈȊỈỊ", "j ĵǰĴ", "k ķǩḱḳḵĶǨḰḲḴ", "l ĺļľŀłḷḹḻḽĹĻĽĿŁḶḸḺḼ", "m ḿṁṃḾṀṂ",
      "n ñńņňŉǹṅṇṉṋÑŃŅŇǸṄṆṈṊ", "o òóôõöøōŏőơǒǫǭǿȍȏȯọỏốồổỗộớờởỡợÒÓÔÕÖØŌŎŐƠǑǪǬǾȌȎȮỌỎỐỒỔỖỘỚỜỞỠỢº",
      "oe œŒ", "p ṕṗṔṖ", "r ŕŗřȑȓṙṛṝṟŔŖŘȐȒṘṚṜṞ", "s śŝşšșṡṣŚŜŞŠȘṠṢ", "ss ßẞ", "t ţťŧțṫṭṯṱŢŤŦȚṪṬṮṰ", "th þÞ",
      "u ùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữựÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖỤỦỨỪỬỮỰ", "v ṽṿṼṾ", "w ŵẁẃẅẇẉŴẀẂẄẆẈ", "x ẋẍẊẌ",
      "y ýÿŷȳẏỳỵỷỹÝŶŸȲẎỲỴỶỸ", "z źżžẑẓẕŹŻŽẐẒẔ",
    ]
    var table: [Unicode.Scalar: String] = [:]
    for row in rows {
      guard let blank = row.firstIndex(of: " ") else { continue }
      let plain = String(row[..<blank])
      for letter in row[row.index(after: blank)...].unicodeScalars { table[letter] = plain }
    }
    return table
  }()
}
