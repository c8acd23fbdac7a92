/// How a delimited file is laid out, as far as its rows and cells go.
struct DelimitedLayout: Sendable {
  var delimiter: UInt8
  /// `RecordReader.noQuote` where there is none.
  var quote: UInt8
  /// The bytes that hold the rows of data.
  var data: Range<Int>
  /// The line that the first row of data stands on, from 1.
  var firstLine: Int
  var columnCount: Int
  var raggedRows: ReadingOptions.RaggedRows
  /// Rows to a chunk, at most.
  var chunkRowCount: Int
  /// Bytes to a chunk, about.
  var chunkByteCount: Int
}
