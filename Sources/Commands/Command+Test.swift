import Diagnostics
import Session

/// `test`: expectations of scripts, and the examples in documentation.
extension Command {
  func test(_ paths: [String]) -> ExitStatus {
    var passed = 0
    var failed = 0
    for path in paths.isEmpty ? ["Library"] : paths {
      let cases: [TestCase]
      do throws(Files.Failure) {
        cases = try TestCase.all(in: path, options: options)
      } catch {
        printer.say("cotejo: \(path) cannot be read: \(error.description)")
        return .noInput
      }
      for example in cases {
        if example.run() { passed += 1 } else { failed += 1 }
      }
    }
    printer.say("\(passed) passed, \(failed) failed")
    return failed == 0 ? .success : .failure
  }
}
