import ArgumentParser

/// Where the process starts: an ordinary shell goes straight ahead, all else is the argument parser's.
@main
enum Main {
  @MainActor
  static func main() {
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
