import Standoff

/// The ids that lines keep in a merge: where all whose a line is have it under one id, and nothing else
/// has that.
///
/// Annotations that are readings of one thing share the claim to an id, and the first of them
/// keeps it.
struct KeptIDs {
  /// All ids that were met.
  private(set) var ids = MergeIDs()
  /// The ids that are taken.
  private(set) var taken: PackedIDSet
  /// By number, the id that each annotation, event and relation keeps.
  private(set) var stands: [PackedID?]
  /// By number, the id that each attribute, reference and note keeps.
  private(set) var properties: [PackedID?]

  private let decisions: MergeDecisions
  private let lines: [StandoffLines]
  /// By annotator and row, the ids that are written the usual way.
  private let usual: [[PackedID]]
  private let unusual = PackedID.unusual

  init(_ decisions: MergeDecisions) {
    self.decisions = decisions
    lines = decisions.clusters.sources.map(\.source.lines)
    usual = decisions.clusters.sources.map(\.source.columns.ids)
    let count = decisions.stands.count
    taken = PackedIDSet(room: 2 * count + decisions.properties.count)
    stands = Array(repeating: nil, count: count)
    properties = Array(repeating: nil, count: decisions.properties.count)
    keep(.textBound, claims: claimsOfClusters())
    keep(.event, claims: claims(of: .event))
    keep(.relation, claims: claims(of: .relation))
    keepProperties()
  }

  /// Hands over the ids that are kept, and all that are taken, to somebody who adds to them: two who had
  /// them would each have a copy.
  mutating func handOver() -> (stands: [PackedID?], properties: [PackedID?], taken: PackedIDSet) {
    var handed = (stands: [PackedID?](), properties: [PackedID?](), taken: PackedIDSet(room: 0))
    swap(&handed.stands, &stands)
    swap(&handed.properties, &properties)
    swap(&handed.taken, &taken)
    return handed
  }

  /// Several have an id.
  private static var many: Int32 { -1 }

  /// Which cluster has an id.
  private mutating func claimsOfClusters() -> PackedIDMap {
    let clusters = decisions.clusters
    var claims = PackedIDMap(room: clusters.variants.marks.count / max(1, lines.count))
    for number in 0..<clusters.clusters.count {
      // Mostly all have it under one id.
      var last = unusual
      for variant in clusters.clusters[number] {
        for place in clusters.variants.range(of: variant) {
          let mark = clusters.variants.marks[place]
          let id = id(of: mark.row, in: Int(mark.annotator))
          if id.bits != last.bits { claim(id, for: number, &claims) }
          last = id
        }
      }
    }
    return claims
  }

  /// Which event or relation has an id.
  private mutating func claims(of kind: LineKind) -> PackedIDMap {
    let count = decisions.stands.count { $0.kind == kind }
    var claims = PackedIDMap(room: count)
    guard count > 0 else { return claims }
    for number in decisions.stands.indices where decisions.stands[number].kind == kind {
      claim(decisions.stands[number].holders, for: number, &claims)
    }
    return claims
  }

  /// Claims the ids of lines, which mostly are one.
  private mutating func claim(
    _ holders: Range<Int>, for number: Int, _ claims: inout PackedIDMap
  ) {
    var last = unusual
    for place in holders {
      let id = id(decisions.held[place])
      if id.bits != last.bits { claim(id, for: number, &claims) }
      last = id
    }
  }

  private func claim(_ id: PackedID, for number: Int, _ claims: inout PackedIDMap) {
    let number = Int32(truncatingIfNeeded: number)
    if let old = claims.update(number, of: id), old != number { claims.update(Self.many, of: id) }
  }

  private mutating func id(_ holder: Holder) -> PackedID {
    id(of: holder.row, in: holder.annotator)
  }

  private mutating func id(of row: UInt32, in source: Int) -> PackedID {
    let id = usual[source][Int(row)]
    return id.bits == unusual.bits ? ids.id(ofUnusual: row, in: lines[source]) : id
  }

  private mutating func keep(_ kind: LineKind, claims: PackedIDMap) {
    for number in decisions.stands.indices where decisions.stands[number].kind == kind {
      guard let id = common(decisions.stands[number].holders), let claim = claims[id],
        claim != Self.many, take(id)
      else { continue }
      stands[number] = id
    }
  }

  private mutating func keepProperties() {
    var claims = PackedIDMap(room: properties.count)
    for number in decisions.properties.indices {
      claim(decisions.properties[number].holders, for: number, &claims)
    }
    for number in decisions.properties.indices {
      guard let id = common(decisions.properties[number].holders),
        claims[id] == Int32(truncatingIfNeeded: number), take(id)
      else { continue }
      properties[number] = id
    }
  }

  /// The id under which all have a line; `nil` where they have it under several.
  private mutating func common(_ holders: Range<Int>) -> PackedID? {
    var common: PackedID?
    for place in holders {
      let id = id(decisions.held[place])
      if let common, common.bits != id.bits { return nil }
      common = id
    }
    return common
  }

  /// Takes an id, unless it is taken.
  private mutating func take(_ id: PackedID) -> Bool { taken.insert(id) }
}
