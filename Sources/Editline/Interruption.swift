import Glibc
import Synchronization

/// Ctrl-C while no line is being edited.
///
/// A command that may take long asks `isPending` now and then and gives up when it says so; where
/// it does not, the third Ctrl-C ends the process. While a line is edited Ctrl-C is a key like any
/// other and no signal is sent.
package enum Interruption {
  /// From now on SIGINT is counted instead of ending the process.
  package static func listen() { handle(SIGINT) }

  /// Whether Ctrl-C was pressed since the last `clear`.
  package static var isPending: Bool { count > 0 }

  /// How often it was.
  package static var count: Int { interrupted.load(ordering: .relaxed) }

  /// Forgets a Ctrl-C that has been dealt with.
  package static func clear() { interrupted.store(0, ordering: .relaxed) }

  /// Leaves Ctrl-C to another program that has the terminal for a while.
  package static func left<Value>(to body: () -> Value) -> Value {
    isElsewhere.store(true, ordering: .relaxed)
    defer { isElsewhere.store(false, ordering: .relaxed) }
    return body()
  }
}

/// SIGTERM and SIGHUP, which must not leave a terminal as it is while a line is edited.
package enum Termination {
  /// From now on they wait until a line that is being edited is given up; else they end the process.
  ///
  /// Who started the process with one of them ignored, as `nohup` does, is obeyed.
  static func listen() {
    for signal in [SIGTERM, SIGHUP] {
      var action = sigaction()
      sigaction(signal, nil, &action)
      let isIgnored = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
      if !isIgnored { handle(signal) }
    }
  }

  /// The signal that came while a line was edited.
  static var pending: Int32? {
    let signal = ending.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// Holds the signals back until the terminal is in order again.
  static func hold() { isEditing.store(true, ordering: .relaxed) }

  /// The terminal is in order.
  static func release() { isEditing.store(false, ordering: .relaxed) }

  /// Ends the process as the signal does.
  package static func end(by signal: Int32) -> Never {
    Glibc.signal(signal, SIG_DFL)
    raise(signal)
    exit(128 + signal)  // Reached where whoever started the process has blocked the signal.
  }
}

/// The window got another size.
enum WindowChange {
  static func listen() { handle(SIGWINCH) }

  /// Whether the size changed since the last call.
  static func take() -> Bool { resized.exchange(false, ordering: .relaxed) }
}

private let interrupted = Atomic<Int>(0)
private let isElsewhere = Atomic<Bool>(false)
private let resized = Atomic<Bool>(false)
private let ending = Atomic<Int32>(0)
private let isEditing = Atomic<Bool>(false)
/// How often Ctrl-C is pressed at a command that does not heed it until the process ends.
private let patience = 3

/// The only signal handler there is: it stores a flag, or lets the signal have its own effect.
private func handle(_ signal: Int32) {
  // Touched here, so that no global is initialised for the first time in the handler.
  _ = (interrupted.load(ordering: .relaxed), isElsewhere.load(ordering: .relaxed))
  _ = (resized.load(ordering: .relaxed), ending.load(ordering: .relaxed))
  _ = (isEditing.load(ordering: .relaxed), patience)
  var action = sigaction()
  action.__sigaction_handler.sa_handler = { signal in
    let isHeld = isEditing.load(ordering: .relaxed)
    switch signal {
    case SIGWINCH: resized.store(true, ordering: .relaxed)
    case SIGINT:
      guard !isElsewhere.load(ordering: .relaxed) else { return }
      let count = interrupted.add(1, ordering: .relaxed).newValue
      if count >= patience, !isHeld { endByDefault(signal) }
    default:
      if isHeld { ending.store(signal, ordering: .relaxed) } else { endByDefault(signal) }
    }
  }
  // Other people's reads go on as if nothing had happened; `ppoll` is never restarted.
  action.sa_flags = SA_RESTART
  sigemptyset(&action.sa_mask)
  sigaction(signal, &action, nil)
}

/// Lets a signal end the process as soon as its handler returns.
private func endByDefault(_ number: Int32) {
  signal(number, SIG_DFL)
  raise(number)
}
