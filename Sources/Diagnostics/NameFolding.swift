/// Names compare without regard to case and accents: `Calderón`, `CALDERON` and `calderon` are one name.
///
/// Only Latin letters lose their accents; other scripts keep their letters and lose only their case.
public enum NameFolding {
  /// The form in which names are compared. Idempotent.
  public static func fold(_ text: some StringProtocol) -> String {
    var needsWork = false
    for byte in text.utf8 where byte >= 0x80 || (byte >= 0x41 && byte <= 0x5A) {
      needsWork = true
      break
    }
    guard needsWork else { return String(text) }
    var folded = ""
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar, to: &folded) }
    return folded
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
