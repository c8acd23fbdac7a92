import Glibc

/// A folder of its own for a test, removed when the test is over.
public final class TemporaryFolder {
  public let path: String

  public init() {
    var template = Array("/tmp/cotejo-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nonexistent"
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { remove(path + "/" + name) }
      }
      closedir(folder)
    }
    _ = Glibc.remove(path)
  }

  public func write(_ text: String, to name: String) {
    let file = fopen(path + "/" + name, "w")
    _ = Array(text.utf8).withUnsafeBytes { bytes in file.map { fwrite(bytes.baseAddress, 1, bytes.count, $0) } }
    file.map { _ = fclose($0) }
  }

  public func read(_ name: String) -> String {
    guard let file = fopen(path + "/" + name, "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
