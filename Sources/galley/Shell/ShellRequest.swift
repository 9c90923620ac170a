import CommandLanguage
import Standoff

/// What a shell is asked to do.
struct ShellRequest: Equatable {
  /// One `-c` or `-f`.
  enum Instruction: Equatable, Sendable {
    case command(String)
    case file(String)
  }

  /// The article's path.
  var article: String?
  /// The scripts of `-c` and `-f` in the order given.
  var instructions: [Instruction] = []
  /// Whether the prompt follows the scripts.
  var stays = false
  /// Who annotates.
  var annotator: String?
  /// The standoff file to write to.
  var into: String?
  /// The schema file.
  var schema: String?
  /// How output is written.
  var format = Settings.Format.text
  /// When output is coloured.
  var color = Settings.Color.auto
  /// Whether a failing command does not stop a script.
  var keepsGoing = false
  /// Whether everything is done but the writing.
  var isDryRun = false
  /// Whether `~/.config/galley/rc` and `~/.editrc` are left unread.
  var leavesRCUnread = false
}

extension ShellRequest {
  /// Reads the arguments of an ordinary call without the argument parser, which takes longer to start
  /// than everything else does to open an article and answer.
  ///
  /// It knows each option spelled out, with its value as the next argument or after `=`. Whatever
  /// else there is (a job, `--help`, a wrong word) is left to the argument parser, which then says
  /// what is wrong; a test holds the two to the same answers.
  ///
  /// - Returns: `nil` where the call is not that plain.
  init?(plain arguments: some Collection<String>, jobs: [String]) {
    guard let first = arguments.first, !jobs.contains(first) else { return nil }
    self.init()
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-") else {
        guard article == nil else { return nil }
        article = argument
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      if parts.count == 1, takeFlag(name) { continue }
      let value: String?
      if parts.count == 2 {
        value = name.hasPrefix("--") && !parts[1].isEmpty ? String(parts[1]) : nil
      } else {
        value = rest.popFirst().flatMap { $0.hasPrefix("-") ? nil : $0 }
      }
      guard let value, take(name, value)
      else { return nil }
    }
  }

  private mutating func takeFlag(_ name: String) -> Bool {
    switch name {
    case "-i": stays = true
    case "--keep-going": keepsGoing = true
    case "--dry-run": isDryRun = true
    case "--no-rc": leavesRCUnread = true
    default: return false
    }
    return true
  }

  private mutating func take(_ name: String, _ value: String) -> Bool {
    switch name {
    case "-c": instructions.append(.command(value))
    case "-f": instructions.append(.file(value))
    case "--annotator" where StandoffLocation.isAnnotator(value): annotator = value
    case "--into": into = value
    case "--schema": schema = value
    case "--format":
      guard let format = Settings.Format(rawValue: value) else { return false }
      self.format = format
    case "--color":
      guard let color = Settings.Color(rawValue: value) else { return false }
      self.color = color
    default: return false
    }
    return true
  }
}
