import Synchronization

/// Something worked out once for each text of a dictionary, by code. Grows with the dictionary; workers share it.
final class CodeMap<Value: Sendable>: Sendable {
  private let dictionary: TextDictionary
  private let transform: @Sendable (String) -> Value
  private let values: Mutex<[Value]>

  /// `missing` is that of the missing cell.
  init(_ dictionary: TextDictionary, missing: Value, _ transform: @escaping @Sendable (String) -> Value) {
    self.dictionary = dictionary
    self.transform = transform
    values = Mutex([missing])
  }

  /// For all codes that have been given so far.
  func table() -> [Value] {
    let count = dictionary.count
    return values.withLock { values in
      while values.count < count { values.append(transform(dictionary.text(UInt32(truncatingIfNeeded: values.count)))) }
      return values
    }
  }
}
