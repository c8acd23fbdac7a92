import Commands
import Glibc

@main
struct Main {
  static func main() {
    exit(Commands.run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }
}
