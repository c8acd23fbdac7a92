/// Makes a script that asks a number of questions, all different, of a generated casebook.
struct QuestionsGenerator {
  let questionCount: Int
  let casebook: String

  /// Writes the script.
  func write(to path: String) throws(WritingError) {
    var file = TextFile()
    file.line("use \"\(casebook)\"")
    for number in 1...max(1, questionCount) {
      file.line("institution_\(number).personnel in \(2000 + number % 19)")
    }
    try file.write(to: path)
  }
}
