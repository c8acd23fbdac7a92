import CLineEditor
import Glibc

/// Writing everything to a file descriptor, whatever gets in between.
public struct FileDescriptorOutput: Sendable {
  /// Why not everything could be written.
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nobody reads any more (`… | head`).
    case closed
    /// Another error, by its number in `errno`.
    case system(Int32)

    /// What happened, in the words of the system.
    public var description: String {
      switch self {
      case .closed: "nobody reads the output any more"
      case .system(let number): String(cString: strerror(number))
      }
    }
  }

  public static let standard = FileDescriptorOutput(STDOUT_FILENO)
  public static let error = FileDescriptorOutput(STDERR_FILENO)

  public let descriptor: Int32

  /// An output that does not own its descriptor. From now on a closed pipe is an error and no longer ends the process.
  public init(_ descriptor: Int32) {
    self.descriptor = descriptor
    cotejo_ignore_broken_pipes()
  }

  public func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

  /// Writes all bytes: goes on after a signal, and waits where the descriptor is in non-blocking mode and full.
  public func write(_ bytes: [UInt8]) throws(Failure) {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), bytes.count - start) }
      if written > 0 {
        start += written
        continue
      }
      let number = errno
      switch number {
      case EINTR: continue
      case EAGAIN:
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, -1)
      case EPIPE: throw .closed
      default: throw .system(number)
      }
    }
  }
}
