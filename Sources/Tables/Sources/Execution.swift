/// How a pipeline may use the machine, and how it is stopped.
public struct Execution: Sendable {
  /// Workers at most, at least one.
  public var workerCount: Int
  /// Asked after every chunk; must be cheap. Work stops with `TableError.cancelled` once it says yes.
  public var isCancelled: @Sendable () -> Bool
  /// Told after every chunk of a file: for a line of progress.
  public var progress: (@Sendable (ReadingProgress) -> Void)?
  /// Bytes that a result may take.
  public var memoryLimit: Int

  public init(
    workerCount: Int, memoryLimit: Int = 8 << 30, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: (@Sendable (ReadingProgress) -> Void)? = nil
  ) {
    self.workerCount = max(1, workerCount)
    self.memoryLimit = memoryLimit
    self.isCancelled = isCancelled
    self.progress = progress
  }
}
