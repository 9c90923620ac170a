/// An open file of the process.
package struct Descriptor: Hashable, Sendable {
  /// The number the system knows it by.
  package let number: Int32
}
