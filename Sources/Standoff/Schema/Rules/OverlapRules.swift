/// Which annotations of spans may overlap, and how.
public struct OverlapRules: Hashable, Sendable {
  /// How two spans overlap.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The inner one lies within the outer one and is shorter.
    case contain
    /// Both have the same extent.
    case equal
    /// Each has a part that the other has not.
    case cross
  }

  /// What two labels may do beyond what every pair may.
  public struct Pair: Hashable, Sendable {
    /// The label of the inner span, where one contains the other.
    public let inner: String
    /// The label of the outer span, where one contains the other.
    public let outer: String
    /// How they may overlap, in the order `contain`, `equal`, `cross`.
    public let allowed: [Kind]

    /// Creates a rule; kinds named twice count once.
    public init(inner: String, outer: String, allowed: [Kind]) {
      self.inner = inner
      self.outer = outer
      self.allowed = Kind.allCases.filter(allowed.contains)
    }
  }

  /// How any two labels may overlap, in the order `contain`, `equal`, `cross`.
  public let allowed: [Kind]
  /// What is allowed between two labels besides.
  public let pairs: [Pair]

  /// The same by the labels, whichever of them stands first in the pair.
  private let table: [LabelPair: Set<Kind>]

  private struct LabelPair: Hashable {
    let inner: String
    let outer: String
  }

  /// Creates rules; every overlap is allowed unless said otherwise, and kinds named twice count once.
  public init(allowed: [Kind] = Kind.allCases, pairs: [Pair] = []) {
    self.allowed = Kind.allCases.filter(allowed.contains)
    self.pairs = pairs
    var table: [LabelPair: Set<Kind>] = [:]
    for pair in pairs {
      table[LabelPair(inner: pair.inner, outer: pair.outer), default: []].formUnion(pair.allowed)
      table[LabelPair(inner: pair.outer, outer: pair.inner), default: []]
        .formUnion(pair.allowed.filter { $0 != .contain })
    }
    self.table = table
  }

  /// Whether a span labelled `inner` may so overlap one labelled `outer`.
  ///
  /// Only for `contain` does it matter which is which. Costs a dictionary access.
  public func allows(_ kind: Kind, of inner: String, with outer: String) -> Bool {
    allowed.contains(kind)
      || table[LabelPair(inner: inner, outer: outer)]?.contains(kind) == true
  }
}
