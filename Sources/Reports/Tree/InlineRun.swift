/// A leaf of a text with the emphasis that its containers gave it.
struct InlineRun {
  var leaf: Inline
  var isEmphasised = false
  var isStrong = false
}

/// The leaves of a text in reading order. Containers are opened on a stack of our own, so nesting costs no call depth.
func inlineRuns(_ inlines: [Inline]) -> [InlineRun] {
  var runs: [InlineRun] = []
  runs.reserveCapacity(inlines.count)
  var pending: [(rest: ArraySlice<Inline>, isEmphasised: Bool, isStrong: Bool)] = [(inlines[...], false, false)]
  while var level = pending.popLast() {
    guard let inline = level.rest.popFirst() else { continue }
    pending.append(level)
    switch inline {
    case .emphasis(let content): pending.append((content[...], true, level.isStrong))
    case .strong(let content): pending.append((content[...], level.isEmphasised, true))
    default: runs.append(InlineRun(leaf: inline, isEmphasised: level.isEmphasised, isStrong: level.isStrong))
    }
  }
  return runs
}
