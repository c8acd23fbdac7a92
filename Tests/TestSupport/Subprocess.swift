import Glibc

/// A program that ran to its end without a terminal, and what it left.
public struct Subprocess {
  /// The exit status, or the negative number of the signal that ended it.
  public var status: Int32
  public var output: String
  public var error: String

  public enum Failure: Error { case cannotStart, takesTooLong }

  /// Runs a program in a folder, with an environment that is empty but for a PATH and what is given, and waits at most 20 seconds. The
  /// arguments begin with the path of the program. Throws `Failure` where it can't be started or doesn't end.
  public init(_ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], in folder: String) throws {
    let files = TemporaryFolder()
    guard TextFile.write(input, to: files.path + "/in") else { throw Failure.cannotStart }
    let process = try Self.spawn(arguments, files.path, environment, folder)
    var result: Int32 = 0
    var waits = 0
    while waitpid(process, &result, WNOHANG) != process {
      waits += 1
      usleep(2000)
      guard waits < 10_000 else {
        kill(process, SIGKILL)
        waitpid(process, &result, 0)
        throw Failure.takesTooLong
      }
    }
    status = result & 0x7F == 0 ? (result >> 8) & 0xFF : -(result & 0x7F)
    output = String(decoding: TextFile.read(files.path + "/out") ?? [], as: UTF8.self)
    error = String(decoding: TextFile.read(files.path + "/err") ?? [], as: UTF8.self)
  }

  private static func spawn(_ arguments: [String], _ files: String, _ environment: [String: String], _ folder: String) throws
    -> pid_t
  {
    var attributes = posix_spawnattr_t()
    var actions = posix_spawn_file_actions_t()
    posix_spawnattr_init(&attributes)
    posix_spawn_file_actions_init(&actions)
    defer {
      posix_spawnattr_destroy(&attributes)
      posix_spawn_file_actions_destroy(&actions)
    }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawn_file_actions_addopen(&actions, 0, files + "/in", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, files + "/out", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files + "/err", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let all = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    var variables = all.sorted { $0.key < $1.key }.map { strdup($0.key + "=" + $0.value) }
    let launcher = "/usr/bin/env"
    var words = ([launcher, "-C", folder] + arguments).map { strdup($0) }
    defer { (variables + words).forEach { free($0) } }
    variables.append(nil)
    words.append(nil)
    var process = pid_t()
    guard posix_spawn(&process, launcher, &actions, &attributes, words, variables) == 0 else { throw Failure.cannotStart }
    return process
  }
}
