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
  @inlinable package var isTextBound: Bool {
    switch self {
    case .textBound, .discontinuous: true
    default: false
    }
  }

  /// Whether two are the same.
  ///
  /// Modules ask it of every line, and what comes with raw values is a call through a table there.
  @inlinable package static func == (left: LineKind, right: LineKind) -> Bool {
    switch (left, right) {
    case (.textBound, .textBound), (.discontinuous, .discontinuous), (.event, .event),
      (.relation, .relation), (.attribute, .attribute), (.reference, .reference), (.note, .note),
      (.group, .group), (.malformed, .malformed):
      true
    default: false
    }
  }

  /// Whether the line ties several annotations together, none of which owns it.
  var isTie: Bool { self == .relation || self == .group }
}
