/// Whole rows that were cut from a file, in memory of their own that is used again and again.
final class RecordBlock {
  /// Readable bytes after the rows, so that cells can be loaded eight bytes and rows sixty-four bytes at a time.
  static let padding = 64

  private(set) var storage: UnsafeMutableRawBufferPointer
  /// How many bytes the rows take; the last one ends in a line feed.
  var count = 0
  var rowCount = 0
  /// In the order of the file, from 0.
  var number = 0
  /// The line that the first row stands on, from 1.
  var firstLine = 1
  /// Where the rows stand in the file.
  var offset = 0
  /// Whether quotation marks stand where quoting doesn't allow them, so that only the reader that goes byte by byte is right.
  var isIrregular = false
  /// Whether there is any quotation mark.
  var hasQuotes = false

  init(capacity: Int) {
    storage = .allocate(byteCount: capacity + Self.padding, alignment: 64)
  }

  deinit { storage.deallocate() }

  var capacity: Int { storage.count - Self.padding }

  /// The rows.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: storage[..<count]) }

  /// Makes room for as many bytes, keeping the first `kept` ones.
  func reserve(_ wanted: Int, keeping kept: Int) {
    guard wanted > capacity else { return }
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: max(wanted, capacity * 2) + Self.padding, alignment: 64)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[..<kept]))
    storage.deallocate()
    storage = larger
  }
}
