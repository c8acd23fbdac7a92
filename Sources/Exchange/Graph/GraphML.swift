public import Casebook
import Evidence

/// Entities and their ties as GraphML, for Gephi, yEd or igraph.
public enum GraphML {
  /// Entities are nodes, each entity that a claim points to is an edge. What a graph has no place for is counted.
  public static func text(of casebook: Casebook, losses: inout Losses) -> String {
    var edges: [String] = []
    var nodes: Set<EntityID> = []
    for id in casebook.allClaims() where casebook[id].details?.deprecatedBecause == nil {
      let claim = casebook[id]
      nodes.insert(claim.entity)
      guard case .entities(let others) = claim.value else {
        losses.lose("a claim that is no tie")
        continue
      }
      for other in others {
        nodes.insert(other)
        edges.append(edge(claim, to: other, number: edges.count, in: casebook))
      }
    }
    let keys = [
      ("label", "node"), ("kind", "node"), ("property", "edge"), ("phrase", "edge"), ("status", "edge"), ("mode", "edge"),
      ("time", "edge"),
      ("source", "edge"),
    ]
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      \(keys.map { "  <key id=\"\($0.0)\" for=\"\($0.1)\" attr.name=\"\($0.0)\" attr.type=\"string\"/>" }.joined(separator: "\n"))
        <graph id="casebook" edgedefault="directed">
      \((nodes.sorted().map { node($0, in: casebook) } + edges).joined(separator: "\n"))
        </graph>
      </graphml>

      """
  }

  private static func node(_ id: EntityID, in casebook: Casebook) -> String {
    let entity = casebook[id]
    return element("node", [("id", entity.name)], [("label", entity.title), ("kind", casebook[entity.kind].name)])
  }

  private static func edge(_ claim: Claim, to other: EntityID, number: Int, in casebook: Casebook) -> String {
    let property = casebook[claim.property]
    let time = claim.time?.description ?? claim.timeEntity.map { casebook[$0].name }
    let sources = casebook.citations(of: claim).map { $0.shortForm }.joined(separator: "; ")
    return element(
      "edge", [("id", "e\(number)"), ("source", casebook[claim.entity].name), ("target", casebook[other].name)],
      [
        ("property", property.name), ("phrase", property.phrase), ("status", claim.status.rawValue),
        ("mode", claim.mode.rawValue),
        ("time", time), ("source", sources.isEmpty ? nil : sources),
      ])
  }

  private static func element(_ name: String, _ attributes: [(String, String)], _ data: [(String, String?)]) -> String {
    let opening = attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
    let values = data.compactMap { key, value in value.map { "      <data key=\"\(key)\">\(escaped($0))</data>\n" } }.joined()
    return "    <\(name)\(opening)>\n\(values)    </\(name)>"
  }

  /// XML's own signs written as entities; control characters, which XML has no way to write, as a replacement character.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result += " "
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
