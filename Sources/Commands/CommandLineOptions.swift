import Session

/// What was asked for on the command line.
struct CommandLineOptions {
  enum Command: Equatable {
    case shell
    case run(file: String)
    case evaluate([String])
    case check([String])
    case format([String], onlyCheck: Bool)
    case test([String])
    case new(String)
    case importFile(String, casebook: String?, to: String?)
    case export(String, format: Session.ExportFormat, to: String?)
    case help
    case version
  }

  enum Format: String, CaseIterable { case text, markdown, html, json, csv }

  enum Color: String, CaseIterable { case auto, always, never }

  var command = Command.shell
  /// Casebooks that the command line names: they may lie anywhere.
  var namedCasebooks: [String] {
    switch command {
    case .export(let casebook, _, _): [casebook]
    case .importFile(_, let casebook, _): casebook.map { [$0] } ?? []
    default: []
    }
  }
  /// `--set year=2016`
  var settings: [(name: String, value: String)] = []
  var readable: [String] = []
  var writable: [String] = []
  /// The folder below which `save` writes; nil for the working directory.
  var saveFolder: String?
  var format = Format.text
  var color = Color.auto
  var width: Int?
  var isASCII = false
  var readsInit = true

  /// A command line that makes no sense, in one sentence, with the next step.
  struct Usage: Error, Equatable {
    var message: String
    var hint: String
  }

  /// Reads the arguments that follow the program's name.
  init(_ arguments: [String]) throws(Usage) {
    var rest = arguments[...]
    var operands: [String] = []
    var snippets: [String] = []
    var onlyCheck = false
    var exchange = Exchange()
    var word: String?
    var optionsEnded = false
    while let argument = rest.popFirst() {
      if optionsEnded || argument == "-" || !argument.hasPrefix("-") {
        if word == nil, operands.isEmpty, snippets.isEmpty, Self.words.contains(argument), !optionsEnded {
          word = argument
        } else {
          operands.append(argument)
        }
        continue
      }
      let (name, attached) = Self.split(argument)
      func value() throws(Usage) -> String {
        if let attached { return attached }
        guard let next = rest.popFirst() else {
          throw Usage(message: "\(name) needs a value", hint: "`cotejo --help` lists the options")
        }
        return next
      }
      if let attached, Self.flags.contains(name) {
        throw Usage(message: "\(name) takes no value, and this gives it \(attached)", hint: "write `\(name)` alone")
      }
      switch name {
      case "--": optionsEnded = true
      case "-e", "--evaluate": snippets.append(try value())
      case "-h", "--help": command = .help
      case "-V", "--version": command = .version
      case "--check": onlyCheck = true
      case "--set": settings.append(try Self.setting(try value()))
      case "--allow-read": readable.append(try value())
      case "--allow-write": writable.append(try value())
      case "--save-to": saveFolder = try value()
      case "--to": exchange.target = try value()
      case "--casebook": exchange.casebook = try value()
      case "--format" where word == "export": exchange.format = try Self.choice(try value(), of: name)
      case "--format": format = try Self.choice(try value(), of: name)
      case "--color", "--colour": color = try Self.choice(try value(), of: name)
      case "--width":
        let text = try value()
        guard let number = Int(text), (20...10_000).contains(number) else {
          throw Usage(
            message: "--width takes a number of columns from 20 to 10000, and this is \(text)", hint: "for example `--width 100`")
        }
        width = number
      case "--ascii": isASCII = true
      case "--no-init": readsInit = false
      default: throw Usage(message: "there is no option \(name)", hint: "`cotejo --help` lists the options")
      }
    }
    if command == .help || command == .version { return }
    if let found = try Self.command(word, operands, snippets, onlyCheck: onlyCheck) {
      command = found
    } else {
      command = try Self.exchangeCommand(word, operands, exchange)
    }
    if exchange != Exchange(), word != "import", word != "export" {
      throw Usage(message: "--to and --casebook go with `import` and `export`", hint: "`cotejo --help` lists the options")
    }
  }

  /// What only `import` and `export` are told.
  private struct Exchange: Equatable {
    var format: Session.ExportFormat?
    var target: String?
    var casebook: String?
  }

  /// `import` and `export`; the shell for anything else.
  private static func exchangeCommand(_ word: String?, _ operands: [String], _ exchange: Exchange) throws(Usage) -> Command {
    switch word {
    case "import":
      guard let file = operands.first, operands.count == 1, let ending = file.split(separator: ".").last,
        Session.importEndings.contains(String(ending))
      else {
        throw Usage(
          message: "`cotejo import` takes one file whose name ends in "
            + Session.importEndings.map { ".\($0)" }.joined(separator: ", "),
          hint: "for example `cotejo import library.bib --to sources.cotejo`")
      }
      return .importFile(file, casebook: exchange.casebook, to: exchange.target)
    case "export":
      guard let casebook = operands.first, operands.count == 1, let format = exchange.format, exchange.casebook == nil else {
        throw Usage(
          message: "`cotejo export` takes a casebook, and after it --format with one of "
            + Session.ExportFormat.allCases.map(\.rawValue).joined(separator: ", "),
          hint: "for example `cotejo export my_case --format csv --to claims.csv`")
      }
      return .export(casebook, format: format, to: exchange.target)
    default: return .shell
    }
  }

  /// Options that stand alone.
  private static let flags: Set<String> = ["--help", "--version", "--check", "--ascii", "--no-init"]

  private static let words: Set<String> = ["run", "check", "format", "test", "help", "new", "import", "export"]

  private static func command(_ word: String?, _ operands: [String], _ snippets: [String], onlyCheck: Bool) throws(Usage)
    -> Command?
  {
    if onlyCheck, word != "format" {
      throw Usage(message: "--check goes with `format`", hint: "`cotejo check FILE` checks a file's meaning")
    }
    if !snippets.isEmpty {
      if let extra = operands.first { throw Usage(message: "\(extra) stands beside -e", hint: "give either -e or a file") }
      return .evaluate(snippets)
    }
    switch word {
    case "run":
      guard let file = operands.first, operands.count == 1 else {
        throw Usage(message: "`cotejo run` takes one file", hint: "for example `cotejo run Scripts/prisons.cotejo`")
      }
      return .run(file: file)
    case "check":
      guard !operands.isEmpty else {
        throw Usage(message: "`cotejo check` takes files or folders", hint: "for example `cotejo check my_case`")
      }
      return .check(operands)
    case "format":
      guard !operands.isEmpty else {
        throw Usage(message: "`cotejo format` takes files", hint: "`-` reads standard input and writes standard output")
      }
      return .format(operands, onlyCheck: onlyCheck)
    case "new":
      guard let folder = operands.first, operands.count == 1 else {
        throw Usage(message: "`cotejo new` takes the name of one folder", hint: "for example `cotejo new my_case`")
      }
      return .new(folder)
    case "test": return .test(operands)
    case "help": return .help
    case "import", "export": return nil
    default:
      if let file = operands.first {
        throw Usage(message: "\(file) is no command", hint: "to run a script: `cotejo run \(file)`")
      }
      return .shell
    }
  }

  private static func split(_ argument: String) -> (String, String?) {
    guard argument.hasPrefix("--"), let equals = argument.firstIndex(of: "=") else { return (argument, nil) }
    return (String(argument[..<equals]), String(argument[argument.index(after: equals)...]))
  }

  private static func setting(_ text: String) throws(Usage) -> (name: String, value: String) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw Usage(message: "--set takes NAME=VALUE, and this is \(text)", hint: "for example `--set year=2016`")
    }
    return (String(text[..<equals]), String(text[text.index(after: equals)...]))
  }

  private static func choice<Choice: RawRepresentable & CaseIterable>(_ text: String, of option: String) throws(Usage) -> Choice
  where Choice.RawValue == String {
    if let choice = Choice(rawValue: text) { return choice }
    let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw Usage(message: "\(option) is none of these: \(all)", hint: "it is \(text) here")
  }
}
