package import Standoff
internal import Synchronization

/// Whoever watches long work: shows how far it is, and may stop it between two steps.
///
/// A script has none: what stops it is the end of the process.
package protocol Onlooker: AnyObject {
  /// Carries out work that changes nothing, on whatever thread; `false` where it was given up, and
  /// may go on still.
  func carryOut(_ work: @escaping @Sendable () -> Void, called name: String) -> Bool

  /// Is told how many steps are done, of how many, or of 0 where nobody knows; `false` where no more
  /// is wanted.
  func watch(_ name: String, done: Int, of total: Int) -> Bool
}

extension Workspace {
  /// What comes of work that changes nothing.
  ///
  /// - Throws: `interrupted` where the onlooker gave it up.
  func carryOut<Value: Sendable>(
    _ name: String, _ work: @escaping @Sendable () -> Value
  ) throws(DiagnosticError) -> Value {
    guard let onlooker else { return work() }
    let result = Made<Value>()
    let isDone = onlooker.carryOut(
      {
        let value = work()
        result.value.withLock { $0 = value }
      }, called: name)
    guard isDone, let value = result.value.withLock({ $0 }) else { throw interrupted(name) }
    return value
  }

  /// Tells the onlooker now and then that a step is done, before any change counts.
  ///
  /// - Throws: `interrupted` where no more is wanted.
  func step(_ name: String, _ done: Int, of total: Int) throws(DiagnosticError) {
    guard let onlooker, done.isMultiple(of: 32) else { return }
    guard onlooker.watch(name, done: done, of: total) else { throw interrupted(name) }
  }

  private func interrupted(_ name: String) -> DiagnosticError {
    DiagnosticError(.interrupted, "stopped while \(name): nothing has changed")
  }
}

/// A value that another thread makes.
private final class Made<Value: Sendable>: Sendable {
  let value = Mutex<Value?>(nil)
}

extension DiagnosticName {
  /// Long work was stopped before it was done; nothing of it counts.
  package static let interrupted = DiagnosticName("interrupted")
}
