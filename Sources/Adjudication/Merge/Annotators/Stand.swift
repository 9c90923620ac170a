import Standoff

/// An annotation, event or relation that stands in a merged file.
///
/// What it has several of is kept in ``MergeDecisions``, for there are as many of these as annotations;
/// they are small for the same reason.
struct Stand: BitwiseCopyable, Sendable {
  /// How it came to stand so; the later ones outweigh the earlier.
  enum Status: UInt8, Comparable, BitwiseCopyable, Sendable {
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
  private let lower: UInt32, upper: UInt32
  private var holderPlaces: Places
  private var modelPlaces: Places
  private var endPlaces = Places(0..<0)

  /// A range of places in 64 bits.
  private struct Places: BitwiseCopyable {
    let first: UInt32, count: UInt32

    init(_ range: Range<Int>) {
      first = UInt32(truncatingIfNeeded: range.lowerBound)
      count = UInt32(truncatingIfNeeded: range.count)
    }

    var range: Range<Int> { Int(first)..<Int(first) + Int(count) }
  }

  /// Creates what names nothing; `extent` is that of an annotation.
  init(
    kind: LineKind, status: Status, name: UInt32, holders: Range<Int>, models: Range<Int>,
    extent: TextRange? = nil
  ) {
    self.kind = kind
    self.status = status
    self.name = name
    lower = UInt32(truncatingIfNeeded: extent?.lower.value ?? 1)
    upper = UInt32(truncatingIfNeeded: extent?.upper.value ?? 0)
    holderPlaces = Places(holders)
    modelPlaces = Places(models)
  }

  /// Whose it is, in the order of the annotators, each with his line.
  var holders: Range<Int> {
    get { holderPlaces.range }
    set { holderPlaces = Places(newValue) }
  }

  /// The lines that say it as it stands; of an annotation with new words or an event with arguments of
  /// several there is none.
  var models: Range<Int> {
    get { modelPlaces.range }
    set { modelPlaces = Places(newValue) }
  }

  /// The trigger and arguments of an event, the ends of a relation.
  var ends: Range<Int> {
    get { endPlaces.range }
    set { endPlaces = Places(newValue) }
  }

  /// From the first to the last code point of an annotation; `nil` for others.
  var extent: TextRange? { lower <= upper ? TextRange(Int(lower), Int(upper)) : nil }

  /// What an event or relation names.
  struct End: Hashable, BitwiseCopyable, Sendable {
    /// The rank of the role, see ``MergeDecisions/role(at:)``.
    let role: UInt32
    private let number: UInt32

    init(role: UInt32, stand: Int) {
      self.role = role
      number = UInt32(truncatingIfNeeded: stand)
    }

    /// The number of what is named.
    var stand: Int { Int(number) }
  }
}
