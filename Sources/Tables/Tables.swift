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
// A `Pipeline` is a source and `PipelineStep`s whose formulas name columns. `run` goes through the steps (`PipelineRunner`). Those that look
// at one row at a time only lengthen a `Segment`: filters, joins with a table in memory, and formulas that are worked out when somebody asks
// for their column. A step that needs all rows runs the segment: each chunk becomes a `Batch`, loses rows at each filter, and has columns
// read only then. `where kind = "A" and year >= 2018 | group by place (n = sum(n))` so reads `kind` of all rows, `year` of those that are
// left, and `place` and `n` of those that are left then; groups are array places (`GroupIndexer`), sums loops over arrays.
//
// Values that may be uncertain have columns of low, best and high, and rows that may or may not be there are marked in a band. Only then are
// the accumulators taken that keep bounds: what is plain pays nothing. Sums of real numbers keep their rounding errors beside them, so that
// they don't depend on which worker took which chunk.
//
// Tried and rejected, at 3 million rows on two cores: whole chunks of 65,536 rows as batches (an unpivot of 30 million cells into groups
// 0.55 s, by a fifth of a chunk 0.29 s); writing an unpivot out before it is grouped (2.6 s); reckoning years from days (94 ms for a filter and
// group by year, by table 34 ms); sums by month kept beside every sum by year for the sake of comparisons that few ask for (2.0 s of an
// unpivot's 2.7 s), in place of a second pass where one asks.
//
// Knows Evidence: quantities, units, sources. Knows nothing of casebooks; an entity is a code, named by the dictionary of its column.
