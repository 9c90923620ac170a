/// Gathers the overlaps that a brat configuration allows; with none, brat allows none.
struct BratOverlaps {
  private static let most = 10_000

  private struct Ends: Hashable {
    let inner: String
    let outer: String
  }

  private var anywhere: [OverlapRules.Kind] = []
  private var order: [Ends] = []
  private var pairs: [Ends: [OverlapRules.Kind]] = [:]
  private var nestings: [Ends] = []

  /// Allows kinds between any two.
  mutating func addAnywhere(_ words: [String]) -> Bool {
    anywhere += kinds(words)
    return true
  }

  /// Allows kinds between each of two lists; says no where that is too much.
  mutating func add(_ words: [String], _ inner: [String], _ outer: [String]) -> Bool {
    for one in inner {
      for other in outer {
        add(kinds(words), Ends(inner: one, outer: other))
        // What brat does: any overlap is any overlap, whichever is named first.
        if words.contains("<ANY>") { add([.contain], Ends(inner: other, outer: one)) }
        guard order.count <= Self.most else { return false }
      }
    }
    return true
  }

  /// Allows the one to lie within the other, where nothing newer is said of them.
  mutating func addNesting(_ inner: [String], _ outer: [String]) {
    for one in inner {
      for other in outer where nestings.count < Self.most {
        nestings.append(Ends(inner: one, outer: other))
      }
    }
  }

  private mutating func add(_ kinds: [OverlapRules.Kind], _ ends: Ends) {
    if pairs[ends] == nil { order.append(ends) }
    pairs[ends, default: []] += kinds
  }

  private func kinds(_ words: [String]) -> [OverlapRules.Kind] {
    words.contains("<ANY>")
      ? OverlapRules.Kind.allCases : words.compactMap(OverlapRules.Kind.init(rawValue:))
  }

  /// The rules as a schema has them.
  var rules: OverlapRules {
    var all = self
    for ends in nestings where pairs[ends] == nil && anywhere.isEmpty {
      all.add([.contain], ends)
    }
    return OverlapRules(
      allowed: anywhere,
      pairs: all.order.map {
        OverlapRules.Pair(inner: $0.inner, outer: $0.outer, allowed: all.pairs[$0] ?? [])
      })
  }
}
