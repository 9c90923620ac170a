import Standoff

/// One line of one annotator.
struct Holder: Hashable, BitwiseCopyable, Sendable {
  /// The line.
  let row: UInt32
  private let number: UInt32

  init(source: Int, row: UInt32) {
    self.row = row
    number = UInt32(truncatingIfNeeded: source)
  }

  /// The number of the annotator.
  var source: Int { Int(number) }
}

/// An annotation, event or relation that stands in a merged file.
///
/// What it has several of is kept in ``MergeDecisions``, for there are as many of these as annotations.
struct Stand: Sendable {
  /// How it came to stand so; the later ones outweigh the earlier.
  enum Status: UInt8, Comparable, Sendable {
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
  /// How it came to stand so.
  var status: Status
  /// The rank of the label or name.
  let name: UInt32
  /// Whose it is, in the order of the annotators, each with his line.
  var holders: Range<Int>
  /// The lines that say it as it stands; of an annotation with new words or an event with arguments of
  /// several there is none.
  var models: Range<Int>
  /// The trigger and arguments of an event, the ends of a relation.
  var ends = 0..<0
  /// From the first to the last code point of an annotation; `nil` for others.
  var extent: TextRange?

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
  enum Owner: Hashable, BitwiseCopyable, Sendable {
    case stand(Int)
    case property(Int)
  }

  /// What it is on.
  let owner: Owner
  /// Whose it is; all these lines say the same.
  let holders: Range<Int>
}

/// A group that stands in a merged file.
struct StandingGroup: Sendable {
  let name: String
  /// The numbers of its members, in order.
  let members: [Int]
}

/// A line of an annotator that does not stand.
struct DroppedLine: Sendable {
  /// The line; of a group none.
  let holder: Holder?
  let source: Int
  let reason: AnnotatorMerge.Dropped.Reason
}
