import Glibc
import Synchronization

/// Lets workers on other threads know that the user wants to stop. The host is asked only on the thread that the evaluator runs on.
final class Interruption: @unchecked Sendable {
  private let home = pthread_self()
  private let ask: () -> Bool
  private let isRaised = Atomic<Bool>(false)

  init(_ ask: @escaping () -> Bool) { self.ask = ask }

  var isWanted: Bool {
    if pthread_equal(home, pthread_self()) != 0, ask() { isRaised.store(true, ordering: .relaxed) }
    return isRaised.load(ordering: .relaxed)
  }
}
