@testable import CommandLanguage

/// Somebody who looks on so many times and then wants no more.
final class ImpatientOnlooker: Onlooker {
  private var looks: Int

  init(looks: Int) { self.looks = looks }

  func carryOut(_ work: @escaping @Sendable () -> Void, called name: String) -> Bool {
    guard looks > 0 else { return false }
    looks -= 1
    work()
    return true
  }

  func watch(_ name: String, done: Int, of total: Int) -> Bool {
    looks -= 1
    return looks >= 0
  }
}
