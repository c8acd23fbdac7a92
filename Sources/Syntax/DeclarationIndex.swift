public import Diagnostics

/// The statements of a casebook by their places, found without reading them: enough to read each one when it is first asked for.
public struct DeclarationIndex: Sendable {
  /// A statement at the top of the file or directly in a `citing` block.
  public struct Entry: Sendable, Hashable {
    public enum Kind: UInt8, Sendable {
      case declaration
      case claim
      case derive
      case tension
      case citing
      case other
      case deprecate
    }
    public var kind: Kind
    /// From its first byte to its last; comments before it don't belong to it, `##` lines do.
    public var range: Range<Int>
    /// For a declaration its kind word, for any other statement its first word.
    public var word: Range<Int>
    /// For a declaration its id, with its back-ticks if it has any; for `claim`, `derive`, `tension` and `deprecate` the first name of the subject; for
    /// `citing` the source. Empty for any other.
    public var name: Range<Int>
    /// For a declaration its full name, with the quotation marks.
    public var title: Range<Int>
    /// What stands between the braces of a declaration or a `citing`; empty where there is no block.
    public var body: Range<Int>
    /// The index of the `citing` in which it stands or which stands before it; nil where none holds.
    public var citing: Int?
  }

  public var entries: [Entry]
  let file: SourceFile

  /// The text of a stretch, such as an entry's name.
  public func text(_ range: Range<Int>) -> String { file.text(range) }

  /// The places after the source of a `citing` entry: `¶19` in `citing ellis_2018 ¶19 { … }`.
  public func locators(ofCiting entry: Entry) -> [Locator] {
    let end = entry.body.isEmpty ? entry.range.upperBound : entry.body.lowerBound - 1
    guard entry.kind == .citing, entry.range.lowerBound < end else { return [] }
    let statements = parse(file, range: entry.range.lowerBound..<end).program.statements
    if case .citing(_, let locators, _)? = statements.first?.node { return locators }
    return []
  }
}

/// Skims a file: finds its statements by a fast scan over its bytes, which minds texts, comments, back-ticks and brackets and nothing else.
///
/// Gives nil where anything looks irregular, an unclosed bracket or text, a statement over several lines without brackets; then the file is
/// to be parsed as a whole. What it finds, `parse(_:range:)` reads as `parse(_:)` would have.
public func declarationHeads(_ file: SourceFile) -> DeclarationIndex? {
  guard file.bytes.count < Int(Int32.max) else { return nil }
  var skimmer = Skimmer(file)
  guard skimmer.run() else { return nil }
  return DeclarationIndex(entries: skimmer.entries, file: file)
}
