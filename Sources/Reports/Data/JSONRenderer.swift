/// Renders documents as JSON for programs: texts as they are read, and beside them every figure at full precision.
///
/// Sections are opened up, so that `blocks` is one flat list in reading order and all tables are found in it:
///
///     {"type": "heading", "level": 1, "text": "Homicides"}
///     {"type": "table", "caption": …, "columns": [{"name", "title", "numeric"}],
///      "rows": [{"band": "certain", "mark": null, "cells": [{"text", "values", "notes"}]}], "footers": […]}
///
/// A value is `{"text", "low", "best", "high", "unit", "status", "source", "locator"}`. An unbounded `low` or `high` is null, and so is a
/// `best` that no source printed. Texts are what was written, with control characters escaped as JSON wants.
public struct JSONRenderer: Sendable {
  public init() {}

  /// The whole document as one object.
  public func render(_ document: Document) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("title")
    writer.string(plainText(document.title))
    writer.key("subtitle")
    writer.string(plainText(document.subtitle))
    writer.key("language")
    writer.string(document.language)
    writer.array("blocks", documentFlow(document.blocks)) { item, writer in
      switch item {
      case .heading(let level, let title):
        writer.begin("heading")
        writer.key("level")
        writer.integer(level)
        writer.content(title)
        writer.end()
      case .block(let block): writer.block(block)
      }
    }
    writer.array("notes", document.notes) { note, writer in
      writer.beginObject(isInline: true)
      writer.key("number")
      writer.integer(note.number)
      writer.key("text")
      writer.string(plainText(note.content))
      writer.end()
    }
    writer.array("bibliography", document.bibliography) { entry, writer in
      writer.beginObject(isInline: true)
      writer.key("id")
      writer.string(entry.id)
      writer.key("text")
      writer.string(plainText(entry.content))
      writer.end()
    }
    writer.array("colophon", document.colophon) { entry, writer in
      writer.beginObject(isInline: true)
      writer.key("label")
      writer.string(entry.label)
      writer.key("value")
      writer.string(entry.value)
      writer.end()
    }
    writer.end()
    return writer.text
  }
}

extension JSONWriter {
  fileprivate mutating func array<Element>(_ name: String, _ elements: [Element], write: (Element, inout JSONWriter) -> Void) {
    key(name)
    beginArray()
    for element in elements { write(element, &self) }
    end()
  }

  /// Opens a block.
  fileprivate mutating func begin(_ type: String) {
    beginObject(isInline: type != "table" && type != "facts" && type != "tree" && type != "list")
    key("type")
    string(type)
  }

  fileprivate mutating func block(_ block: Block) {
    switch block {
    case .section(let title, _): simple("heading", title)
    case .paragraph(let inlines): simple("paragraph", inlines)
    case .table(let table): self.table(table)
    case .list(let items):
      begin("list")
      array("items", items) { item, writer in writer.contentObject(item) }
      end()
    case .facts(let rows):
      begin("facts")
      array("rows", rows) { row, writer in
        writer.beginObject()
        writer.key("label")
        writer.string(plainText(row.label))
        writer.array("values", row.values) { value, writer in writer.contentObject(value) }
        writer.end()
      }
      end()
    case .tree(let tree):
      begin("tree")
      array("rows", tree.rows) { row, writer in
        writer.beginObject(isInline: true)
        writer.key("depth")
        writer.integer(row.depth)
        writer.content(row.content)
        writer.end()
      }
      end()
    case .remark(let kind, let inlines):
      begin("remark")
      key("kind")
      string(kind.word)
      content(inlines)
      end()
    case .code(let code):
      begin("code")
      key("text")
      string(code)
      end()
    case .rule:
      begin("rule")
      end()
    }
  }

  private mutating func simple(_ type: String, _ inlines: [Inline]) {
    begin(type)
    content(inlines)
    end()
  }

  private mutating func table(_ table: TableBlock) {
    begin("table")
    key("caption")
    string(plainText(table.caption))
    array("columns", table.columns) { column, writer in
      writer.beginObject(isInline: true)
      writer.key("name")
      writer.string(column.name)
      writer.key("title")
      writer.string(plainText(column.title))
      writer.key("numeric")
      writer.boolean(column.isNumeric)
      writer.end()
    }
    array("rows", table.rows) { row, writer in
      writer.beginObject()
      writer.key("band")
      writer.string(row.band == .certain ? "certain" : "possible")
      writer.key("mark")
      if let mark = row.mark { writer.string(mark) } else { writer.null() }
      writer.array("cells", row.cells) { cell, writer in writer.contentObject(cell.content) }
      writer.end()
    }
    array("footers", table.footers) { footer, writer in writer.contentObject(footer) }
    end()
  }

  private mutating func contentObject(_ inlines: [Inline]) {
    beginObject(isInline: true)
    content(inlines)
    end()
  }

  /// The three keys of a text.
  fileprivate mutating func content(_ inlines: [Inline]) {
    key("text")
    string(plainText(inlines))
    key("values")
    beginArray(isInline: true)
    for (text, figure) in exports(in: inlines) { value(text, figure) }
    end()
    key("notes")
    beginArray(isInline: true)
    for run in inlineRuns(inlines) {
      if case .noteMark(let numbers) = run.leaf {
        for number in numbers { integer(number) }
      }
    }
    end()
  }

  private mutating func value(_ text: String, _ figure: ValueExport) {
    beginObject(isInline: true)
    key("text")
    string(text)
    for (name, bound) in [("low", figure.low), ("best", figure.best), ("high", figure.high)] {
      key(name)
      number(bound)
    }
    for (name, word) in [
      ("unit", figure.unit), ("status", figure.status), ("source", figure.source), ("locator", figure.locator),
    ] {
      key(name)
      string(word)
    }
    end()
  }
}
