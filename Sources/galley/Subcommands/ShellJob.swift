import ArgumentParser

/// `galley ARTICLE`, or `galley shell ARTICLE`: a prompt, or the scripts given.
struct ShellJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell", abstract: "Opens an article at a prompt, or runs scripts on it.")

  @OptionGroup var options: ShellOptions

  func run() throws {
    let request = options.request
    try MainActor.assumeIsolated { try Shell(request).run() }
  }
}
