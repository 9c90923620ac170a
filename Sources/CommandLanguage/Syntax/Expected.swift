/// An expectation with the stretch of the line it concerns.
package struct Expected: Hashable, Sendable {
  /// What was wanted.
  package var expectation: Expectation
  /// The code points of the input that a completion replaces: the token that was begun, without its
  /// opening quote, or an empty range at the cursor.
  package var range: Range<Int>
  /// What stands between the start of `range` and the cursor, with its escapes resolved.
  package var typed: String
  /// The quote the token was opened with, if it was.
  package var quote: Unicode.Scalar?
  /// The names of attributes that were read in the command before, in lower case.
  package var given: Set<String> = []
}
