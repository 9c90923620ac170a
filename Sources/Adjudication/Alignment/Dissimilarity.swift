import Standoff

/// How unlike two units are, from 0 for the same words and label.
///
/// Mathet, Widlöcher and Métivier, The Unified and Holistic Method Gamma for Inter-Annotator
/// Agreement Measure and Alignment, Computational Linguistics 41(3), 2015, sections 4.2 to 4.4, with
/// both parts weighted 1 and an empty unit at distance 1. Of discontinuous units, which the paper
/// does not treat, the position is that of the extents plus 1 less the Jaccard index of the code
/// points covered, so that 0 still means the same.
enum Dissimilarity {
  /// What a pair costs in which one unit, or both, are missing.
  static let empty = 1.0

  /// How far apart two units lie: 0 for the same place, without an upper limit.
  static func ofPosition(_ one: Continuum.Unit, _ other: Continuum.Unit) -> Double {
    let (a, b) = (one.extent, other.extent)
    let shift = abs(a.lower.value - b.lower.value) + abs(a.upper.value - b.upper.value)
    let ofExtents = ofExtents(shift: shift, lengths: a.count + b.count)
    guard one.isDiscontinuous || other.isDiscontinuous else { return ofExtents }
    let shared = one.sharedCount(with: other)
    let jaccard = Double(shared) / Double(one.count + other.count - shared)
    return ofExtents + (1 - jaccard)
  }

  /// How far apart two extents lie, by how far their ends do and how long they are together.
  static func ofExtents(shift: Int, lengths: Int) -> Double {
    let ratio = Double(shift) / Double(lengths)
    return ratio * ratio
  }

  /// Position and label together of units of one stretch each.
  static func ofStretches(shift: Int, lengths: Int, isOneLabel: Bool) -> Double {
    ofExtents(shift: shift, lengths: lengths) + (isOneLabel ? 0 : 1)
  }

  /// 0 for the same label, else 1.
  static func ofLabel(_ one: Continuum.Unit, _ other: Continuum.Unit) -> Double {
    one.label == other.label ? 0 : 1
  }

  /// Position and label together.
  static func total(_ one: Continuum.Unit, _ other: Continuum.Unit) -> Double {
    ofPosition(one, other) + ofLabel(one, other)
  }
}

extension Dissimilarity {
  /// The empty unit's distance in whole numbers: what is searched is added up without rounding, so
  /// that equally good alignments are seen to be so.
  static let one = 1 << 36

  /// Whether what a few clusters save, summed over so many pairs of annotators in units of ``one``,
  /// fits an `Int`: it does for some thousands of annotators.
  static func isWritable(pairCount: Int) -> Bool { pairCount < Int.max / 16 / one }

  /// A distance in units of ``one``; whatever exceeds `ceiling` is as good as that.
  static func inWholes(_ distance: Double, ceiling: Int) -> Int {
    Int((min(distance, Double(ceiling)) * Double(one)).rounded())
  }
}
