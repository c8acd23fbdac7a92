/// How a pipeline may use the machine, and how it is stopped.
public struct Execution: Sendable {
  /// Workers at most, at least one.
  public var workerCount: Int
  /// Asked after every chunk; must be cheap. Work stops with `TableError.cancelled` once it says yes.
  public var isCancelled: @Sendable () -> Bool
  /// Told after every chunk: bytes done, and all bytes where that is known; for a line of progress.
  public var progress: (@Sendable (_ done: Int, _ all: Int?) -> Void)?
  /// Bytes that a result may take.
  public var memoryLimit: Int

  public init(
    workerCount: Int, memoryLimit: Int = 8 << 30, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: (@Sendable (Int, Int?) -> Void)? = nil
  ) {
    self.workerCount = max(1, workerCount)
    self.memoryLimit = memoryLimit
    self.isCancelled = isCancelled
    self.progress = progress
  }
}
