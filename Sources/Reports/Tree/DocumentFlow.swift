/// A document's blocks with its sections opened up: headings with a level, and what stands under them, in reading order.
enum FlowItem {
  /// Level 1 is a section of the document itself.
  case heading(level: Int, [Inline])
  case block(Block)
}

/// Opens sections on a stack of our own, so that nesting costs no call depth.
func documentFlow(_ blocks: [Block]) -> [FlowItem] {
  var items: [FlowItem] = []
  var pending: [ArraySlice<Block>] = [blocks[...]]
  while var rest = pending.popLast() {
    guard let block = rest.popFirst() else { continue }
    pending.append(rest)
    if case .section(let title, let content) = block {
      items.append(.heading(level: pending.count, title))
      pending.append(content[...])
    } else {
      items.append(.block(block))
    }
  }
  return items
}
