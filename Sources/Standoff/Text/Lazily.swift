internal import Synchronization

/// A value that is made when it is first asked for, once, whichever thread asks.
///
/// It lies in the object that has it, for there are several in each article.
package struct Lazily<Value: Sendable>: ~Copyable, Sendable {
  private let made = Mutex<Value?>(nil)

  /// Begins with no value.
  package init() {}

  /// The value; `make` is called if there is none yet, and must not ask for the same value.
  package func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let value = made { return value }
      let value = make()
      made = value
      return value
    }
  }
}
