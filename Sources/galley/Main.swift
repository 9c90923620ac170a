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
    // A file beyond the user's limit (`ulimit -f`) is an error like a full disk, and not the end.
    signal(SIGXFSZ, SIG_IGN)
    let arguments = CommandLine.arguments.dropFirst()
    do {
      if let request = ShellRequest(plain: arguments, jobs: Galley.jobs) {
        try Shell(request).run()
      } else {
        var job = try Galley.parseAsRoot()
        try job.run()
      }
    } catch {
      leave(error)
    }
    if StandardStream.hasLostData { exit(Status.failed) }
  }

  /// Says what the argument parser has to say, help above all, and leaves.
  private static func leave(_ error: any Error) -> Never {
    let status = Galley.exitCode(for: error)
    var message = Galley.fullMessage(for: error)
    if status == .validationFailure,
      let mistake = MistakenArgument(CommandLine.arguments.dropFirst(), jobs: Galley.jobs)
    {
      message = "Error: \(mistake.advice)\n  See 'galley --help' for more information."
    }
    let stream = status.isSuccess ? StandardStream.output : .error
    if !message.isEmpty { stream.write(lines: [message]) }
    exit(StandardStream.hasLostData ? Status.failed : status.rawValue)
  }
}
