import Synchronization

/// The texts of a column, each once, by code. Code 0 is the missing cell. Codes never change, so chunks that were read by different
/// workers need no translation; workers may ask and add at the same time.
///
/// A reader keeps a table of its own of what it has met, so that it asks here only for what is new to it.
public final class TextDictionary: Sendable {
  private struct Content {
    /// All texts, one after the other, in UTF-8.
    var bytes: [UInt8] = []
    /// Where each code's text ends; code 0 ends at 0.
    var ends: [Int] = [0]
    /// Open addressing; 0 is free.
    var slots: [UInt32] = [UInt32](repeating: 0, count: 64)
  }
  private let content = Mutex(Content())

  public init() {}

  /// How many codes there are, the missing one included.
  public var count: Int { content.withLock { $0.ends.count } }

  /// The code of a text, which is added if it is new. UTF-8, without the zero length: that is the missing cell, 0.
  /// 0 too where four thousand million texts have been added.
  public func code(of text: UnsafeRawBufferPointer) -> UInt32 {
    guard !text.isEmpty else { return 0 }
    return content.withLock { content in
      let hash = Self.hash(text)
      var slot = Int(truncatingIfNeeded: hash) & (content.slots.count - 1)
      while content.slots[slot] != 0 {
        let code = content.slots[slot]
        if Self.text(code, of: content).elementsEqual(text) { return code }
        slot = (slot + 1) & (content.slots.count - 1)
      }
      guard let code = UInt32(exactly: content.ends.count) else { return 0 }
      content.bytes.append(contentsOf: text)
      content.ends.append(content.bytes.count)
      content.slots[slot] = code
      if content.ends.count * 2 > content.slots.count { Self.grow(&content) }
      return code
    }
  }

  /// The code of a text, which is added if it is new.
  public func code(of text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { code(of: UnsafeRawBufferPointer($0)) }
  }

  /// The code of a text that has been added before.
  public func existingCode(of text: String) -> UInt32? {
    var text = text
    return text.withUTF8 { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      return content.withLock { content in
        var slot = Int(truncatingIfNeeded: Self.hash(bytes)) & (content.slots.count - 1)
        while content.slots[slot] != 0 {
          if Self.text(content.slots[slot], of: content).elementsEqual(bytes) { return content.slots[slot] }
          slot = (slot + 1) & (content.slots.count - 1)
        }
        return nil
      }
    }
  }

  /// The text of a code; empty for the missing one and for codes that were never given.
  public func text(_ code: UInt32) -> String {
    content.withLock { String(decoding: Self.text(code, of: $0), as: UTF8.self) }
  }

  /// All texts by code, the missing one's being empty.
  public var texts: [String] {
    content.withLock { content in
      content.ends.indices.map { String(decoding: Self.text(UInt32(truncatingIfNeeded: $0), of: content), as: UTF8.self) }
    }
  }

  private static func text(_ code: UInt32, of content: Content) -> ArraySlice<UInt8> {
    let index = Int(code)
    guard index > 0, index < content.ends.count else { return [] }
    return content.bytes[content.ends[index - 1]..<content.ends[index]]
  }

  private static func grow(_ content: inout Content) {
    var slots = [UInt32](repeating: 0, count: content.slots.count * 4)
    for index in 1..<content.ends.count {
      let code = UInt32(truncatingIfNeeded: index)
      let hash = text(code, of: content).withUnsafeBytes { Self.hash($0) }
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = code
    }
    content.slots = slots
  }

  /// FNV-1a with a last stirring; the tables are small and the texts short.
  private static func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 32)
  }
}
