import CEditline
import Glibc

/// What ended a wait for input.
enum InputEvent {
  /// There is input, the wait was over, SIGINT came, the window changed, or the process is to end.
  case ready, timedOut, interrupted, resized, ending
}

/// Waits until `descriptor` has input, a signal's flag is set, or `duration` is over.
///
/// The signals are held back but for the wait itself, so one that comes between the look at its
/// flag and the wait is not missed.
func waitForInput(_ descriptor: Int32, waiting duration: Duration?) -> InputEvent {
  var held = sigset_t()
  var before = sigset_t()
  sigemptyset(&held)
  let signals = [SIGINT, SIGWINCH, SIGTERM, SIGHUP]
  for signal in signals { sigaddset(&held, signal) }
  pthread_sigmask(SIG_BLOCK, &held, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  var open = before
  for signal in signals { sigdelset(&open, signal) }
  while true {
    if Termination.pending != nil { return .ending }
    if Interruption.isPending {
      Interruption.clear()
      return .interrupted
    }
    if WindowChange.take() { return .resized }
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let answer: Int32
    if let duration {
      let (seconds, attoseconds) = duration.components
      var limit = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
      answer = ce_ppoll(&poll, 1, &limit, &open)
    } else {
      answer = ce_ppoll(&poll, 1, nil, &open)
    }
    if answer > 0 { return .ready }
    if answer == 0 { return .timedOut }
    // Anything but a signal will show again, with its name, in the read that follows.
    if errno != EINTR { return .ready }
  }
}
