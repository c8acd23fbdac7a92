/// A link's address if it may be followed: only the schemes that open a page or a letter, never one that runs something. Characters that
/// an address may not hold are percent-encoded (RFC 3986, section 2.1).
func linkDestination(_ url: String) -> String? {
  let lowered = url.lowercased()
  guard ["https://", "http://", "mailto:"].contains(where: { lowered.hasPrefix($0) }) else { return nil }
  var result = ""
  for byte in url.utf8 {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "^"), 0...0x20, 0x7F...:
      result += "%" + String(byte >> 4, radix: 16, uppercase: true) + String(byte & 15, radix: 16, uppercase: true)
    default: result.unicodeScalars.append(Unicode.Scalar(byte))
    }
  }
  return result
}
