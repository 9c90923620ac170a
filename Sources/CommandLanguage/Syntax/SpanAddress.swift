/// A passage by the numbers in the margin of `show`, all counted from 1.
package struct SpanAddress: Hashable, Sendable {
  /// The paragraph, then where given the sentence, then where given the word.
  package var path: [Int]
  /// The last number of a range over the last level.
  package var last: Int?

  /// Creates an address of one to three levels.
  package init(_ path: [Int], through last: Int? = nil) {
    self.path = path
    self.last = last
  }
}

extension SpanAddress: CustomStringConvertible {
  /// The address as it is typed: `7.2-4`.
  package var description: String {
    path.map(String.init).joined(separator: ".") + (last.map { "-\($0)" } ?? "")
  }
}
