import CommandLanguage
import Editline
import Glibc

/// Shows long output a page at a time on a terminal.
struct Pager {
  private let settings: Settings

  /// Takes the settings that turn paging off.
  init(_ settings: Settings) { self.settings = settings }

  /// Writes lines that are there already.
  func show(_ lines: [String]) { _ = show { $0(lines) } }

  /// Writes the lines that `make` hands over, through `$PAGER` (`less -R`) as soon as they are more
  /// than the terminal has rows, and returns what `make` does.
  ///
  /// What is handed over returns whether more is wanted: not once the pager has been left.
  func show<Value>(_ make: (_ take: ([String]) -> Bool) -> Value) -> Value {
    guard settings.usesPager, StandardStream.output.isTerminal, !Environment.isDumb else {
      var batch = LineBatch(.output)
      defer { batch.flush() }
      return make { batch.write($0) }
    }
    let rows = Environment.rows
    var held: [String] = []
    var pager: UnsafeMutablePointer<FILE>?
    // A pager that is left before the end must not end the shell with it.
    let handler = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, handler) }
    return Interruption.left {
      let value = make { lines in
        held += lines
        guard held.count >= rows || pager != nil else { return true }
        pager = pager ?? popen(command, "w")
        guard let pager else { return true }
        defer { held = [] }
        return held.allSatisfy { fputs($0 + "\n", pager) >= 0 }
      }
      StandardStream.output.write(lines: held)
      if let pager { pclose(pager) }
      return value
    }
  }

  private var command: String { Environment.value("PAGER") ?? "less -R" }
}
