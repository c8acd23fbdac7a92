import Casebook
import Diagnostics
import Syntax

@testable import Semantics

/// A small casebook read from text, and what the reader and the checker say of more text.
final class Reading {
  let sourceMap = SourceMap()
  let casebook = Casebook()
  let reader: CasebookReader
  var scope = Scope()

  static let schema = """
    unit_of_measure people "people" {
      singular "person"
      plural "people"
    }
    unit_of_measure ports "ports" {
      singular "port"
      plural "ports"
    }
    kind entity "Entity" { plural entities }
    kind institution "Institution" {
      plural institutions
      is_a entity
    }
    kind fleet "Fleet" {
      plural fleets
      is_a institution
    }
    kind source "Source" {
      plural sources
      is_a entity
    }
    property published "Published" {
      of source
      value time
    }
    property personnel "Personnel" {
      of institution
      value quantity
      sort stock
      unit people
    }
    property ports_held "Ports held" {
      of institution
      value quantity
      sort stock
      unit ports
    }
    property motto "Motto" {
      of institution
      value text
    }
    property part_of "Part of" {
      of institution
      value institution
    }
    source almanac "Almanac" { published 2019 }
    institution navy "Navy"
    fleet north "Northern fleet"
    """

  init() {
    reader = CasebookReader(casebook: casebook, sourceMap: sourceMap)
  }

  /// Reads declarations and claims; gives what was wrong with them.
  func read(_ text: String) -> [Diagnostic] {
    let parsed = parse(sourceMap.add(name: "casebook", text: text))
    return parsed.diagnostics + reader.read([parsed.program])
  }

  /// Checks statements without evaluating anything.
  func check(_ text: String) -> (statements: [CheckedStatement], diagnostics: [Diagnostic]) {
    let parsed = parse(sourceMap.add(name: "input", text: text))
    var checker = Checker(casebook: casebook, units: reader.units, sourceMap: sourceMap, scope: scope)
    let statements = checker.check(parsed.program)
    return (statements, parsed.diagnostics + checker.diagnostics)
  }
}
