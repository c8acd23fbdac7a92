import Diagnostics
import Session

/// Something that must run without an error: a script with its expectations, an example in documentation, a block of the guide.
struct TestCase {
  /// Where it stands, for the report.
  let name: String
  let body: () -> [Diagnostic]
}
