import CProcess
import Glibc

/// A thread whose stack has room for the deepest expression that the parser and the evaluator's budget let through.
enum LargeStack {
  /// Pages are only used when touched, so a large stack costs nothing.
  private static let bytes = 512 << 20

  private final class Work {
    let body: () -> ExitStatus
    var result = ExitStatus.failure
    init(_ body: @escaping () -> ExitStatus) { self.body = body }
  }

  /// Runs the body there and waits. Where no such thread can be had, runs it here.
  ///
  /// The thread shares the heap of the process and grows it in large steps. A heap of its own, which the C library would give it, grows by
  /// one system call for every few pages: a fifth of the time of reading a large casebook.
  static func run(_ body: @escaping () -> ExitStatus) -> ExitStatus {
    cotejo_share_one_heap()
    let work = Work(body)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    var thread = pthread_t()
    guard pthread_attr_setstacksize(&attributes, bytes) == 0 else { return body() }
    let pointer = Unmanaged.passRetained(work).toOpaque()
    let created = pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument else { return nil }
        let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
        work.result = work.body()
        return nil
      }, pointer)
    guard created == 0 else {
      Unmanaged<Work>.fromOpaque(pointer).release()
      return body()
    }
    pthread_join(thread, nil)
    return work.result
  }
}
