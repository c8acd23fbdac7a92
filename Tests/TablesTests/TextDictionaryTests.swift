import Tables
import Testing

@Suite struct TextDictionaryTests {
  @Test func codesStayAndTextsComeBack() {
    let dictionary = TextDictionary()
    let codes = (0..<1_000).map { dictionary.code(of: "text \($0)") }
    #expect(codes == (1...1_000).map { UInt32($0) })
    #expect((0..<1_000).allSatisfy { dictionary.code(of: "text \($0)") == codes[$0] })
    #expect((0..<1_000).allSatisfy { dictionary.text(codes[$0]) == "text \($0)" })
    #expect(dictionary.code(of: "") == 0)
    #expect(dictionary.existingCode(of: "absent") == nil)
  }
}
