import Glibc
import Synchronization
import Tables

/// Lets workers on other threads know that the user wants to stop. The host is asked only on the thread that the evaluator runs on.
final class Interruption: @unchecked Sendable {
  private let home = pthread_self()
  private let ask: () -> Bool
  private let isRaised = Atomic<Bool>(false)

  init(_ ask: @escaping () -> Bool) { self.ask = ask }

  var isWanted: Bool {
    if isAtHome, ask() { isRaised.store(true, ordering: .relaxed) }
    return isRaised.load(ordering: .relaxed)
  }

  /// Whether this is the thread that the evaluator runs on.
  var isAtHome: Bool { pthread_equal(home, pthread_self()) != 0 }
}

/// Hands progress to the host, from the thread that the evaluator runs on.
struct Telling: @unchecked Sendable {
  let tell: (ReadingProgress) -> Void

  init(_ tell: @escaping (ReadingProgress) -> Void) { self.tell = tell }
}
