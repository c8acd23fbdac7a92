import Glibc

/// The bytes of a regular file, which stays open as long as this is there.
final class FileBytes: ByteSource {
  let path: String
  let byteCount: Int
  private let descriptor: Int32

  private init(path: String, byteCount: Int, descriptor: Int32) {
    self.path = path
    self.byteCount = byteCount
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Opens a file. One that can only be read in order, such as a pipe, is read whole.
  static func open(_ path: String) throws -> any ByteSource {
    guard !path.utf8.contains(0) else { throw TableError.unreadable("a path can't have a NUL in it") }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      defer { close(descriptor) }
      throw failure(path)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return FileBytes(path: path, byteCount: Int(status.st_size), descriptor: descriptor)
    case S_IFDIR:
      close(descriptor)
      throw TableError.unreadable("\(path) is a folder, not a file", notes: ["several files of one layout: \(path)/*.csv"])
    default:
      defer { close(descriptor) }
      return MemoryBytes(content: try whole(descriptor, path))
    }
  }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var done = 0
    while done < buffer.count, let base = buffer.baseAddress {
      let count = pread(descriptor, base + done, buffer.count - done, off_t(offset + done))
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.failure(path)
      }
      if count == 0 { break }
      done += count
    }
    guard done == buffer.count || offset + done >= byteCount else {
      throw TableError.unreadable(
        "\(path) became shorter while it was read: \(offset + done) bytes in place of \(byteCount)",
        notes: ["another program writes it; load it again when that is done"])
    }
    return done
  }

  private static func failure(_ path: String) -> TableError {
    .unreadable("\(path) can't be read: \(String(cString: strerror(errno)))")
  }

  private static func whole(_ descriptor: Int32, _ path: String) throws -> [UInt8] {
    var content: [UInt8] = []
    let block = 1 << 20
    while true {
      var failed = false
      let more = [UInt8](unsafeUninitializedCapacity: block) { buffer, count in
        let got = Glibc.read(descriptor, buffer.baseAddress, block)
        failed = got < 0
        count = max(0, got)
      }
      if failed {
        if errno == EINTR { continue }
        throw failure(path)
      }
      if more.isEmpty { return content }
      content += more
    }
  }
}
