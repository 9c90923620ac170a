import CommandLanguage
import Editline
import Glibc

/// Shows long output a page at a time on a terminal.
struct Pager {
  private let settings: Settings

  /// Takes the settings that turn paging off.
  init(_ settings: Settings) { self.settings = settings }

  /// Writes the lines, through `$PAGER` (`less -R`) where they are more than the terminal has rows.
  func show(_ lines: [String]) {
    guard settings.usesPager, StandardStream.output.isTerminal, !Environment.isDumb,
      lines.count >= Environment.rows, let pager = popen(command, "w")
    else {
      StandardStream.output.write(lines: lines)
      return
    }
    // A pager that is left before the end must not end the shell with it.
    let handler = signal(SIGPIPE, SIG_IGN)
    Interruption.left {
      for line in lines where fputs(line + "\n", pager) < 0 { break }
      pclose(pager)
    }
    signal(SIGPIPE, handler)
  }

  private var command: String { Environment.value("PAGER") ?? "less -R" }
}
