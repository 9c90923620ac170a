import Glibc
import Synchronization

/// The signals that reach a process which has taken the screen: it gives the screen back before they
/// have their way.
enum FollowSignals {
  /// From now on signals set a flag, and ``FollowScreen/leaves(within:)`` returns at once.
  static func listen() {
    // Touched here, so that no global is initialised for the first time in the handler.
    _ = (received.load(ordering: .relaxed), resized.load(ordering: .relaxed))
    _ = suspended.load(ordering: .relaxed)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH] { handle(signal) }
  }

  /// The signal that is to end the process.
  static var ending: Int32? {
    let signal = received.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// Ends the process by the signal that reached it, so that whoever started it knows.
  static func end(by signal: Int32) -> Never {
    Glibc.signal(signal, SIG_DFL)
    raise(signal)
    exit(128 + signal)
  }

  /// Whether the window got another size since the last call.
  static func takeResize() -> Bool { resized.exchange(false, ordering: .relaxed) }

  /// Whether Ctrl-Z was pressed since the last call.
  static func takeSuspension() -> Bool { suspended.exchange(false, ordering: .relaxed) }

  private static let received = Atomic<Int32>(0)
  private static let resized = Atomic<Bool>(false)
  private static let suspended = Atomic<Bool>(false)

  private static func handle(_ signal: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { signal in
      switch signal {
      case SIGWINCH: FollowSignals.resized.store(true, ordering: .relaxed)
      case SIGTSTP: FollowSignals.suspended.store(true, ordering: .relaxed)
      default: FollowSignals.received.store(signal, ordering: .relaxed)
      }
    }
    sigemptyset(&action.sa_mask)
    sigaction(signal, &action, nil)
  }
}
