import CommandLanguage
import Editline

/// Shows on a terminal how far long work is, and lets Ctrl-C stop it.
///
/// A command that is answered at once shows nothing; neither does one whose errors go elsewhere.
@MainActor
final class Watch: @MainActor Onlooker {
  /// How long work goes on before it shows.
  private static let quiet = Duration.milliseconds(500)
  /// How often it is shown anew.
  private static let pace = Duration.milliseconds(100)

  private var start = ContinuousClock.now
  private var shown: ContinuousClock.Instant?
  /// Whether anybody sees it; asked when there is something to show.
  private lazy var isSeen = StandardStream.error.isTerminal && !Environment.isDumb

  /// Begins to count the time of what was typed.
  func begin() { start = ContinuousClock.now }

  func carryOut(_ work: @escaping @Sendable () -> Void, called name: String) -> Bool {
    value(of: work, called: name) != nil
  }

  /// What comes of work that cannot tell how far it is; `nil` where Ctrl-C was pressed.
  func value<Value: Sendable>(
    of work: @escaping @Sendable () -> Value, called name: String
  ) -> Value? {
    defer { erase() }
    return BackgroundWork().value(of: work) {
      show(name + " …")
      return !Interruption.isPending
    }
  }

  func watch(_ name: String, done: Int, of total: Int) -> Bool {
    show(total == 0 ? "\(name): \(done)" : "\(name): \(done) of \(total)")
    guard !Interruption.isPending, total == 0 || done < total else {
      erase()
      return !Interruption.isPending
    }
    return true
  }

  /// Takes away what is shown.
  func erase() {
    if shown != nil { StandardStream.error.write("\r\u{1B}[K") }
    shown = nil
  }

  private func show(_ text: String) {
    let now = ContinuousClock.now
    guard now - start >= Self.quiet, shown.map({ now - $0 >= Self.pace }) ?? true, isSeen else {
      return
    }
    shown = now
    let line = text + "  (Ctrl-C stops it)"
    StandardStream.error.write("\r" + line.prefix(max(8, Environment.columns - 1)) + "\u{1B}[K")
  }
}
