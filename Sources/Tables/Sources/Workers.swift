import Glibc
import Synchronization

/// Runs pieces of work on several threads.
enum Workers {
  /// What the threads of one run share.
  private final class Shared: Sendable {
    let next = Atomic<Int>(0)
    let failure = Mutex<(any Error)?>(nil)
  }

  /// Runs `work` for every number below `count`, each once, lowest first, on as many threads as the execution allows, and waits. The
  /// first error stops all and is thrown; so does cancelling.
  static func run(_ count: Int, execution: Execution, _ work: @Sendable (_ number: Int, _ worker: Int) throws -> Void) throws {
    let shared = Shared()
    let loop: @Sendable (Int) -> Void = { worker in
      while true {
        let number = shared.next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < count else { return }
        do {
          if execution.isCancelled() { throw TableError.cancelled }
          try work(number, worker)
        } catch {
          shared.next.store(count, ordering: .relaxed)
          shared.failure.withLock { if $0 == nil { $0 = error } }
          return
        }
      }
    }
    withoutActuallyEscaping(loop) { loop in
      let threads = (1..<max(1, min(execution.workerCount, count))).compactMap { worker in WorkerThread { loop(worker) } }
      loop(0)
      for thread in threads { thread.join() }
    }
    if let failure = shared.failure.withLock(\.self) { throw failure }
  }
}

/// A thread with a body, to be waited for.
private struct WorkerThread {
  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
  private let handle: pthread_t

  /// Nil where the system gives no more threads; the others then do the work.
  init?(_ run: @escaping @Sendable () -> Void) {
    var handle = pthread_t()
    let body = Unmanaged.passRetained(Body(run))
    let status = pthread_create(
      &handle, nil,
      { argument in
        if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, body.toOpaque())
    guard status == 0 else {
      body.release()
      return nil
    }
    self.handle = handle
  }

  func join() { pthread_join(handle, nil) }
}
