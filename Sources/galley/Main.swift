import ArgumentParser
import Glibc

/// Where the process starts: an ordinary shell goes straight ahead, all else is the argument parser's.
@main
enum Main {
  @MainActor
  static func main() {
    // Without it a call would be taken for one without arguments, and end in silence.
    guard !CommandLine.arguments.isEmpty else {
      StandardStream.error.write(lines: ["error: Swift reads arguments from /proc: mount it"])
      exit(Status.failed)
    }
    let arguments = CommandLine.arguments.dropFirst()
    let jobs =
      Galley.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let request = ShellRequest(plain: arguments, jobs: jobs) else { return Galley.main() }
    do {
      try Shell(request).run()
    } catch {
      Galley.exit(withError: error)
    }
  }
}
