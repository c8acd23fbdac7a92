/// A strict reader of CSV (RFC 4180): its records, or nil where quotes are wrong.
func readCSV(_ text: String) -> [[String]]? {
  var records: [[String]] = []
  var fields: [String] = []
  var field: [UInt8] = []
  var isQuoted = false
  let bytes = Array(text.utf8)
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    index += 1
    switch (isQuoted, byte) {
    case (true, 0x22):
      if index < bytes.count, bytes[index] == 0x22 {
        field.append(0x22)
        index += 1
      } else {
        isQuoted = false
        guard index == bytes.count || [0x2C, 0x0D].contains(bytes[index]) else { return nil }
      }
    case (true, _): field.append(byte)
    case (false, 0x22):
      guard field.isEmpty else { return nil }
      isQuoted = true
    case (false, 0x2C):
      fields.append(String(decoding: field, as: UTF8.self))
      field = []
    case (false, 0x0D):
      guard index < bytes.count, bytes[index] == 0x0A else { return nil }
      index += 1
      records.append(fields + [String(decoding: field, as: UTF8.self)])
      (fields, field) = ([], [])
    case (false, 0x0A): return nil
    case (false, _): field.append(byte)
    }
  }
  return isQuoted || !field.isEmpty || !fields.isEmpty ? nil : records
}
