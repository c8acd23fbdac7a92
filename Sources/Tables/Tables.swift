// Typed columns, read from files or made from a casebook's collections, and the pipelines over them.
//
// A `Table` is a schema and rows in chunks of at most `TableChunk.maximumRowCount`. A chunk's columns are plain arrays: kernels run over
// whole columns, one chunk to a worker, so that all cores are used and a pipeline that needs no whole table streams. Text is coded by a
// `TextDictionary` when it is read: comparing, grouping and joining then compare whole numbers.
//
// A table comes from a `TableSource`: one that lies in memory, or a file that is parsed while it is scanned. A source is asked only for
// the columns that a pipeline needs (`columns`), and a chunk of a file decodes a column only when it is asked for, and only the rows
// that are still wanted.
//
// Reading: `DataFile` opens a file of any format. `DelimitedFinder` looks at a small file in full and at samples of a large one, and finds
// out what isn't told: a `DelimitedLayout` and a `CellRule` for each column, with a `FileProfile` that says all of it. While a
// `DelimitedFile` is scanned, `BlockCutter` cuts blocks of whole rows, `FieldIndex` finds their cells, and `ColumnReader` reads those that are
// asked for. Cells that don't fit are missing cells, counted and listed with their lines (`ReadingReport`). JSON is turned into rows first.
//
// Knows Evidence: quantities, units, sources. Knows nothing of casebooks; an entity is a code, named by the dictionary of its column.
