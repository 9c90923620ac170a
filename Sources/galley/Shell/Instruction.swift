import Synchronization

/// One `-c` or `-f`, with its place among them.
///
/// The two are different options to the argument parser, which keeps the order within each but not
/// between them; it reads arguments from left to right, so counting as it reads keeps it.
struct Instruction: Sendable {
  /// What is run.
  enum Kind: Sendable {
    case command(String)
    case file(String)
  }

  /// What is run.
  let kind: Kind
  /// Its place among all of them.
  let order: Int

  private static let count = Atomic(0)

  /// Takes the next place.
  init(_ kind: Kind) {
    self.kind = kind
    order = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
  }
}
