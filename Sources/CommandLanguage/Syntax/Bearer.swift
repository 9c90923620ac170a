/// What a value is given to, or a relation starts at, as far as that is known while a line is read.
package enum Bearer: Hashable, Sendable {
  /// Anything that may have it.
  case unknown
  /// An annotation of a label.
  case label(String)
  /// Annotations that were named.
  case annotations([ReferenceExpression])
  /// Relations of a name.
  case relation(String)
}
