/// What a value is given to, or a relation starts at, as far as that is known while a line is read.
package enum Bearer: Hashable, Sendable {
  /// Anything that may have it.
  case unknown
  /// An annotation of a label.
  case label(String)
  /// Annotations that were named.
  case annotations([ReferenceExpression])
  /// Annotations that were named, of which the relations that are there are meant alone.
  case related([ReferenceExpression])
  /// What stands once conflicts are settled; where a label is named, with that label.
  case settled(ConflictSelection, label: String?)
  /// Relations of a name.
  case relation(String)
}
