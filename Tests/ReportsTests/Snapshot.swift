import TestSupport
import Testing

/// Compares a rendering with the file of that name in Snapshots.
func expectSnapshot(_ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation) {
  if let difference = Snapshot(name, beside: #filePath).difference(from: text) {
    Issue.record("\(difference)", sourceLocation: sourceLocation)
  }
}
