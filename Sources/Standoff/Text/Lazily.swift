internal import Synchronization

/// A value that is made when it is first asked for, once, whichever thread asks.
final class Lazily<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  /// The value; `make` is called if there is none yet, and must not ask for the same value.
  func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let value = made { return value }
      let value = make()
      made = value
      return value
    }
  }
}
