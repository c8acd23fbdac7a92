/// Functions of text. A missing argument makes the result missing.
public enum TextFunction: String, Sendable, CaseIterable {
  /// One text.
  case lower, upper, trim
  /// One text: how many characters it has.
  case length
  /// A text, the first character's number from 1, and how many characters (to the end where that is left out).
  case substring
  /// A text, what to look for, and what to put in its place.
  case replace
  /// Any number of values, one after the other.
  case concat
  /// One value, written as text.
  case text
  /// One text, read as a number; missing where it is none.
  case number
}
