import Names

/// The declared units, found by any of their names without regard to case and accents.
public final class UnitTable: Sendable {
  /// Every name, plurals first, in the order of declaration: what suggestions are taken from.
  public let names: [String]
  private let definitions: [UnitDefinition]
  private let units: [Unit]
  private let placeByName: [String: Int]

  /// A table without units.
  public convenience init() { self.init(definitions: [], units: [], names: [], placeByName: [:]) }

  private init(definitions: [UnitDefinition], units: [Unit], names: [String], placeByName: [String: Int]) {
    self.definitions = definitions
    self.units = units
    self.names = names
    self.placeByName = placeByName
  }

  /// Every unit, in the order of declaration.
  public var all: [(definition: UnitDefinition, unit: Unit)] { Array(zip(definitions, units)) }

  /// The unit of this name: its identifier, plural, singular, symbol or another way to write it.
  public func unit(named name: String) -> Unit? { placeByName[foldName(name)].map { units[$0] } }

  /// How the unit of this name was declared.
  public func definition(named name: String) -> UnitDefinition? {
    placeByName[foldName(name)].map { definitions[$0] }
  }

  /// This table and further units, which may refer to each other in any order. What is wrong with one leaves out that one, and those
  /// that refer to it.
  public func adding(_ added: [UnitDefinition]) -> (table: UnitTable, problems: [UnitProblem]) {
    var builder = UnitTableBuilder(known: zip(definitions, units).compactMap { $0.1.factors.first?.kind }, added)
    builder.build()
    var definitions = definitions
    var units = units
    var names = names
    var placeByName = placeByName
    var problems = builder.problems
    for (index, kind) in builder.kinds.enumerated() {
      guard let kind else { continue }
      let definition = added[index]
      var own: Set<String> = []
      for name in definition.names {
        let key = foldName(name)
        guard own.insert(key).inserted else { continue }
        if let place = placeByName[key] {
          problems.append(UnitProblem(definition: index, reason: .nameTaken(name, by: definitions[place].id)))
          continue
        }
        placeByName[key] = units.count
        names.append(name)
      }
      definitions.append(definition)
      units.append(Unit(kind))
    }
    problems.sort { $0.definition < $1.definition }
    return (UnitTable(definitions: definitions, units: units, names: names, placeByName: placeByName), problems)
  }
}
