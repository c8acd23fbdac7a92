import CLineEditor

/// The entry as libedit holds it. Only libedit's wide functions are used: the narrow ones count bytes in one place and characters
/// in another.
struct EditBuffer {
  let handle: OpaquePointer
  /// Longer entries are refused: the whole entry is looked at after every key.
  static let limit = 1 << 18

  var contents: EditedText {
    guard let line = el_wline(handle)?.pointee, let start = line.buffer, let cursor = line.cursor, let end = line.lastchar
    else { return EditedText("") }
    let scalars = UnsafeBufferPointer(start: start, count: max(0, end - start)).map {
      Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}"
    }
    return EditedText(scalars: scalars, cursor: cursor - start)
  }

  func moveCursor(to position: Int) {
    let current = Int(el_cursor(handle, 0))
    el_cursor(handle, Int32(clamping: position - current))
  }

  /// Puts text in the place of a range of scalars and the cursor behind it. Returns false when the entry would get too long.
  @discardableResult
  func replace(_ range: Range<Int>, with text: String) -> Bool {
    // A NUL would end the text for libedit.
    var characters = text.unicodeScalars.filter { $0.value != 0 }.map { wchar_t(bitPattern: $0.value) }
    let contents = contents
    guard contents.scalars.count - range.count + characters.count <= Self.limit else { return false }
    moveCursor(to: range.upperBound)
    el_deletestr(handle, Int32(clamping: range.count))
    if !characters.isEmpty {
      characters.append(0)
      el_winsertstr(handle, characters)
    }
    return true
  }

  @discardableResult
  func replaceAll(with text: String) -> Bool { replace(0..<contents.scalars.count, with: text) }

  @discardableResult
  func insert(_ text: String) -> Bool {
    let cursor = contents.cursor
    return replace(cursor..<cursor, with: text)
  }
}
