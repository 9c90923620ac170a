import Standoff

/// One line of one annotator.
struct Holder: Hashable, Sendable {
  /// The number of the annotator.
  let source: Int
  /// The line.
  let row: UInt32
}

/// An annotation, event or relation that stands in a merged file.
struct Stand: Sendable {
  /// How it came to stand so; the later ones outweigh the earlier.
  enum Status: Int, Comparable, Sendable {
    /// All say so.
    case agreed
    /// The policy or the rule of boundaries decided something about it.
    case settled
    /// Something about it is a conflict.
    case open

    static func < (left: Status, right: Status) -> Bool { left.rawValue < right.rawValue }
  }

  /// What it is: a `T`, `E` or `R`.
  let kind: LineKind
  /// Whose it is, in the order of the annotators, each with his line.
  var holders: [Holder]
  /// The lines that say it as it stands; of an annotation with new words or an event with arguments of
  /// several there is none.
  var models: [Holder]
  /// The label or name.
  let name: String
  /// From the first to the last code point of an annotation; `nil` for others.
  var extent: TextRange?
  /// The stretches of an annotation that has several.
  var pieces: [TextRange] = []
  /// The trigger and arguments of an event, the ends of a relation.
  var ends: [End] = []
  /// How it came to stand so.
  var status: Status

  /// The words of an annotation; none for others.
  var ranges: [TextRange] { pieces.isEmpty ? extent.map { [$0] } ?? [] : pieces }

  /// What an event or relation names.
  struct End: Hashable, Sendable {
    let role: String
    /// The number of what is named.
    let stand: Int
  }
}

/// An attribute, reference or note that stands in a merged file.
struct StandingProperty: Sendable {
  /// What it is on.
  enum Owner: Hashable, Sendable {
    case stand(Int)
    case property(Int)
  }

  /// What it is on.
  let owner: Owner
  /// Whose it is; all these lines say the same.
  let holders: [Holder]
}

/// A group that stands in a merged file.
struct StandingGroup: Sendable {
  let name: String
  /// The numbers of its members, in order.
  let members: [Int]
}

/// A conflict of a merge before its lines have ids.
struct OpenQuestion: Sendable {
  /// A line that says a reading.
  enum Line: Hashable, Sendable {
    case stand(Int)
    case property(Int)
  }

  let kind: MergeConflict.Kind
  let name: String?
  /// What it is about.
  let target: Int
  /// What each annotator who has a say says, those who say the same together.
  let readings: [(sources: [Int], lines: [Line])]
}

/// A line of an annotator that does not stand.
struct DroppedLine: Sendable {
  /// The line; of a group none.
  let holder: Holder?
  let source: Int
  let reason: AnnotatorMerge.Dropped.Reason
}
