public import Casebook
public import Evidence

/// What one subject answered to one question.
public enum ComparedCell {
  case figure(ComparedFigure)
  /// Texts, words or times, as they would be printed.
  case words([String])
  /// Those that are surely named, and those that only may be at the time that was asked for.
  case entities([EntityID], possible: [EntityID] = [])
  case verdict(Verdict)
  /// Claims of several times, which are not one figure.
  case several
  /// No claim answers.
  case absent

  /// Whether it has figures, but not one.
  public var isSeveral: Bool {
    if case .several = self { return true }
    return false
  }
}

/// A figure in a cell, and what it must share with another to be set against it.
public struct ComparedFigure {
  public var figure: Figure
  /// The properties whose claims it rests on, sorted; figures of unlike properties are counted in unlike ways.
  public var definitions: [PropertyID]
  /// For what part of its subject it holds, each once, sorted; empty for the whole.
  public var scopes: [String]
  /// When it held, where one time says so.
  public var time: TimeSpan?
  /// Whose claims it rests on, sorted: the population that it speaks of.
  public var subjects: [EntityID]
  /// What it should take in and doesn't, each once, sorted: `11 of 12 months`.
  public var holes: [String]

  public init(
    figure: Figure, definitions: [PropertyID], scopes: [String], time: TimeSpan?, subjects: [EntityID] = [],
    holes: [String] = []
  ) {
    self.figure = figure
    self.definitions = definitions
    self.scopes = scopes
    self.time = time
    self.subjects = subjects
    self.holes = holes
  }
}
