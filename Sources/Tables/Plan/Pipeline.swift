/// A table and what is done with it, step by step. `run` says what comes out.
public struct Pipeline: Sendable {
  public var source: any TableSource
  public var steps: [PipelineStep]

  /// Without steps it is the table itself.
  public init(_ source: any TableSource, _ steps: [PipelineStep] = []) {
    self.source = source
    self.steps = steps
  }
}
