import Glibc

/// Files of data, which are read where they lie.
extension Files {
  /// Where a file really lies, how many bytes it has, and when it was changed last, in nanoseconds.
  func look(_ path: String) throws(Failure) -> (path: String, size: Int, modified: Int) {
    let real = try permitted(path)
    var status = stat()
    guard stat(real, &status) == 0 else { throw Self.lastFailure() }
    if status.st_mode & S_IFMT == S_IFDIR { throw .isFolder }
    let (seconds, _) = Int(status.st_mtim.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    return (real, Int(clamping: status.st_size), seconds &+ Int(status.st_mtim.tv_nsec))
  }

  /// Whether there is anything at a path.
  func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Everything that comes in on the standard input, to its end.
  static func readStandardInput() throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(STDIN_FILENO, &block, block.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw lastFailure()
      }
      bytes += block[..<count]
    }
  }

  /// The checksum of a file; nil where it can't be read.
  static func fingerprint(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var fingerprint = Fingerprint()
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(descriptor, &block, block.count)
      if count == 0 { return fingerprint.finish() }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      block.withUnsafeBytes { fingerprint.add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }
}
