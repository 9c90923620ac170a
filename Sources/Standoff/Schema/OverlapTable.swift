/// How the labels of a schema may overlap, by their places among its labels.
///
/// It says what ``OverlapRules`` says by names, which take long to compare, for those who ask about
/// every pair of annotations in a file.
struct OverlapTable: Sendable {
  /// A set of kinds of overlap: a bit for each.
  private typealias Kinds = UInt8

  /// What any two labels may do.
  private let common: Kinds
  /// What two labels may do besides, by the place of the inner one and that of the outer one.
  private let pairs: [UInt64: Kinds]
  /// Whether some two annotations of spans may not overlap in some way.
  let forbidsAny: Bool

  /// Looks up the labels of all rules of a schema.
  init(_ schema: Schema) {
    let all = Self.kinds(OverlapRules.Kind.allCases)
    let common = Self.kinds(schema.overlap.allowed)
    var pairs: [UInt64: Kinds] = [:]
    for pair in schema.overlap.pairs {
      guard let inner = schema.place(exactly: pair.inner),
        let outer = schema.place(exactly: pair.outer)
      else { continue }
      let kinds = Self.kinds(pair.allowed)
      pairs[Self.key(inner, outer), default: 0] |= kinds
      // Only of contain does it matter which is the inner one.
      pairs[Self.key(outer, inner), default: 0] |= kinds & ~Self.kinds([.contain])
    }
    let spans = schema.labels.indices.filter { !schema.labels[$0].isEvent }
    let isFull = { (inner: Int) in
      spans.allSatisfy { common | pairs[Self.key(inner, $0), default: 0] == all }
    }
    forbidsAny = common != all && !spans.allSatisfy(isFull)
    self.common = common
    self.pairs = pairs
  }

  /// Whether a span whose label has the place `inner` may so overlap one with that of `outer`.
  func allows(_ kind: OverlapRules.Kind, of inner: Int, with outer: Int) -> Bool {
    let kinds = common | pairs[Self.key(inner, outer), default: 0]
    return kinds & Self.kinds([kind]) != 0
  }

  private static func key(_ inner: Int, _ outer: Int) -> UInt64 {
    UInt64(inner) << 32 | UInt64(outer)
  }

  private static func kinds(_ kinds: [OverlapRules.Kind]) -> Kinds {
    kinds.reduce(0) { found, kind in
      switch kind {
      case .contain: found | 1
      case .equal: found | 2
      case .cross: found | 4
      }
    }
  }
}
