import Glibc

/// Programs that were built together with the tests.
public enum BuiltProgram {
  /// The path of a program of this package: beside the tests' own program, or where the build tool puts it.
  public static func path(_ name: String) -> String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? 0
    }
    let runner = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
    let beside = runner.lastIndex(of: "/").map { String(runner[...$0]) + name } ?? ""
    if access(beside, X_OK) == 0 { return beside }
    return root + "/.build/debug/" + name
  }

  /// The folder of the package.
  public static var root: String { "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") }
}
