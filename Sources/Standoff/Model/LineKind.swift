/// What a line of a standoff file says.
package enum LineKind: UInt8, Sendable, BitwiseCopyable {
  /// `T`: a label on one stretch of text.
  case textBound
  /// `T`: a label on several stretches.
  case discontinuous
  /// `E`: a trigger with arguments.
  case event
  /// `R`: two annotations in their roles.
  case relation
  /// `A` or the older `M`: a name, perhaps with a value, on an annotation.
  case attribute
  /// `N`: an entry of a database that an annotation stands for.
  case reference
  /// `#`: free text, or a record of galley's own, on an annotation.
  case note
  /// `*`: annotations that are the same.
  case group
  /// Nothing that can be used; the line is kept as it came.
  case malformed

  /// Whether the line is a `T`.
  package var isTextBound: Bool { self == .textBound || self == .discontinuous }

  /// Whether the line ties several annotations together, none of which owns it.
  var isTie: Bool { self == .relation || self == .group }
}
