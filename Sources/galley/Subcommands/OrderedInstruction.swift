import Synchronization

/// One `-c` or `-f`, with its place among all of them.
///
/// The two are different options to the argument parser, which keeps the order within each but not
/// between them; it reads arguments from left to right, so counting as it reads keeps it.
struct OrderedInstruction: Sendable {
  /// What is run.
  let kind: ShellRequest.Instruction
  /// Its place.
  let order: Int

  private static let count = Atomic(0)

  /// Takes the next place.
  init(_ kind: ShellRequest.Instruction) {
    self.kind = kind
    order = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
  }
}
