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

  init(_ decisions: MergeDecisions) {
    self.decisions = decisions
    lines = decisions.clusters.sources.map(\.source.lines)
    let count = decisions.stands.count
    taken = PackedIDSet(room: 3 * count + decisions.properties.count)
    stands = Array(repeating: nil, count: count)
    properties = Array(repeating: nil, count: decisions.properties.count)
    keep(.textBound, claims: claimsOfClusters())
    keep(.event, claims: claims(of: .event))
    keep(.relation, claims: claims(of: .relation))
    keepProperties()
  }

  /// Several have an id.
  private static var many: Int32 { -1 }

  /// Which cluster has an id.
  private mutating func claimsOfClusters() -> PackedIDMap {
    let clusters = decisions.clusters
    var claims = PackedIDMap(room: clusters.variants.marks.count / max(1, lines.count))
    for number in 0..<clusters.clusters.count {
      for variant in clusters.clusters[number] {
        for mark in clusters.variants[variant] {
          claim(ids.id(of: mark.row, in: lines[Int(mark.source)]), for: number, &claims)
        }
      }
    }
    return claims
  }

  /// Which event or relation has an id.
  private mutating func claims(of kind: LineKind) -> PackedIDMap {
    var claims = PackedIDMap(room: 0)
    for number in decisions.stands.indices where decisions.stands[number].kind == kind {
      for holder in decisions.holders(of: number) { claim(id(holder), for: number, &claims) }
    }
    return claims
  }

  private func claim(_ id: PackedID, for number: Int, _ claims: inout PackedIDMap) {
    let number = Int32(truncatingIfNeeded: number)
    if let old = claims.update(number, of: id), old != number { claims.update(Self.many, of: id) }
  }

  private mutating func id(_ holder: Holder) -> PackedID {
    ids.id(of: holder.row, in: lines[holder.source])
  }

  private mutating func keep(_ kind: LineKind, claims: PackedIDMap) {
    for number in decisions.stands.indices where decisions.stands[number].kind == kind {
      guard let id = common(decisions.holders(of: number)), let claim = claims[id],
        claim != Self.many, take(id)
      else { continue }
      stands[number] = id
    }
  }

  private mutating func keepProperties() {
    var claims = PackedIDMap(room: properties.count)
    for number in decisions.properties.indices {
      for holder in decisions.holders(ofProperty: number) {
        claim(id(holder), for: number, &claims)
      }
    }
    for number in decisions.properties.indices {
      guard let id = common(decisions.holders(ofProperty: number)),
        claims[id] == Int32(truncatingIfNeeded: number), take(id)
      else { continue }
      properties[number] = id
    }
  }

  /// The id under which all have a line; `nil` where they have it under several.
  private mutating func common(_ holders: ArraySlice<Holder>) -> PackedID? {
    var common: PackedID?
    for holder in holders {
      let id = id(holder)
      if let common, common != id { return nil }
      common = id
    }
    return common
  }

  /// Takes an id, unless it is taken.
  private mutating func take(_ id: PackedID) -> Bool { taken.insert(id) }
}
