extension Alignment {
  /// How far the labels of aligned units differ: the disorder of gamma-cat, and of gamma-k where one
  /// label is given.
  ///
  /// Mathet, The Agreement Measure Gamma-cat: a Complement to Gamma Focused on Categorization of a
  /// Continuum, Computational Linguistics 43(3), 2017: the mean over the pairs of units in one
  /// cluster of 1 for another label, else 0, each pair weighing 1 less how far apart it lies and by
  /// one less than the units of its cluster. From 0 to 1. With `label` only pairs are looked at of
  /// which a unit has it. Undefined where no pair has weight. Where several alignments are equally
  /// good, this is about the one that ``best(of:stepLimit:)`` chooses.
  /// The continuum is that of the alignment; units that another one does not have are passed over.
  public func labelDisorder(of continuum: Continuum, label: String? = nil) -> AgreementValue {
    labelSum(of: continuum, label: label).map { .number($0.sum / $0.weight) }
      ?? .undefined(.nothingShared)
  }

  /// The weighted sum of the differences, and the weights; `nil` where there are none.
  func labelSum(of continuum: Continuum, label: String?) -> (sum: Double, weight: Double)? {
    var (sum, weights) = (0.0, 0.0)
    for cluster in clusters {
      let units = zip(continuum.units, cluster.members).compactMap { units, index in
        index.flatMap { units.indices.contains($0) ? units[$0] : nil }
      }
      for (place, one) in units.enumerated() {
        for other in units[(place + 1)...]
        where label == nil || one.label == label || other.label == label {
          let weight =
            max(0, 1 - Dissimilarity.ofPosition(one, other)) / Double(units.count - 1)
          sum += weight * Dissimilarity.ofLabel(one, other)
          weights += weight
        }
      }
    }
    return weights > 0 ? (sum, weights) : nil
  }
}
