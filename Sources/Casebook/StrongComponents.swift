/// The groups of nodes of a directed graph in which each node leads to every other, and single nodes that lead to themselves: its
/// cycles (R. Tarjan, "Depth-first search and linear graph algorithms", 1972). Iterative; linear in nodes and edges.
///
/// `edges[node]` are the nodes that `node` leads to. Groups come in the order of their smallest node, each in ascending order.
func cycles(in edges: [[Int]]) -> [[Int]] {
  let unseen = -1
  var order = [Int](repeating: unseen, count: edges.count)
  var lowest = order
  var isOpen = [Bool](repeating: false, count: edges.count)
  var open: [Int] = []
  var visits: [(node: Int, edge: Int)] = []
  var seen = 0
  var groups: [[Int]] = []

  for root in edges.indices where order[root] == unseen {
    visits.append((root, 0))
    while let (node, edge) = visits.popLast() {
      if edge == 0 {
        order[node] = seen
        lowest[node] = seen
        seen += 1
        open.append(node)
        isOpen[node] = true
      } else {
        // The edge before has just been followed to its end.
        let child = edges[node][edge - 1]
        if isOpen[child] { lowest[node] = min(lowest[node], lowest[child]) }
      }
      var following = edge
      var descends = false
      while following < edges[node].count {
        let child = edges[node][following]
        following += 1
        if order[child] == unseen {
          visits.append((node, following))
          visits.append((child, 0))
          descends = true
          break
        }
        if isOpen[child] { lowest[node] = min(lowest[node], order[child]) }
      }
      if descends { continue }
      guard lowest[node] == order[node] else { continue }
      var group: [Int] = []
      while let member = open.popLast() {
        isOpen[member] = false
        group.append(member)
        if member == node { break }
      }
      if group.count > 1 || edges[node].contains(node) { groups.append(group.sorted()) }
    }
  }
  return groups.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
}
