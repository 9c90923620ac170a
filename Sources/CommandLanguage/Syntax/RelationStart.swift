/// Where a relation starts, as far as that is known while a line is read.
package enum RelationStart: Hashable, Sendable {
  /// Anywhere it may.
  case unknown
  /// At an annotation of a label.
  case label(String)
  /// At annotations that were named.
  case annotations([ReferenceExpression])
}
