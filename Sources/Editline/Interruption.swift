import Glibc
import Synchronization

/// Ctrl-C while no line is being edited.
///
/// A command that may take long asks `isPending` now and then and gives up when it says so. While
/// a line is edited Ctrl-C is a key like any other and no signal is sent.
package enum Interruption {
  /// From now on SIGINT sets the flag instead of ending the process.
  package static func listen() { handle(SIGINT) }

  /// Whether Ctrl-C was pressed since the last `clear`.
  package static var isPending: Bool { interrupted.load(ordering: .relaxed) }

  /// Forgets a Ctrl-C that has been dealt with.
  package static func clear() { interrupted.store(false, ordering: .relaxed) }
}

/// The window got another size.
enum WindowChange {
  static func listen() { handle(SIGWINCH) }

  /// Whether the size changed since the last call.
  static func take() -> Bool { resized.exchange(false, ordering: .relaxed) }
}

private let interrupted = Atomic<Bool>(false)
private let resized = Atomic<Bool>(false)

/// The only signal handler there is: it stores one flag.
private func handle(_ signal: Int32) {
  // Touched here, so that no global is initialised for the first time in the handler.
  _ = (interrupted.load(ordering: .relaxed), resized.load(ordering: .relaxed))
  var action = sigaction()
  action.__sigaction_handler.sa_handler = { signal in
    if signal == SIGINT {
      interrupted.store(true, ordering: .relaxed)
    } else {
      resized.store(true, ordering: .relaxed)
    }
  }
  // Other people's reads go on as if nothing had happened; `ppoll` is never restarted.
  action.sa_flags = SA_RESTART
  sigemptyset(&action.sa_mask)
  sigaction(signal, &action, nil)
}
