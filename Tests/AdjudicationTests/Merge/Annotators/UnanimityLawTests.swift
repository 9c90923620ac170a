import Adjudication
import Standoff
import TestSupport
import Testing

/// When a merge of annotators leaves nothing open; `GALLEY_LAWS` asks for more rounds.
@Suite struct UnanimityLawTests {
  static let rounds = ThreeWayMergeLawTests.rounds

  /// 10: nothing about what is marked is open, and no disorder is left, if and only if all marked the
  /// same, each as often.
  @Test func nothingIsOpenIfAndOnlyIfAllMarkedTheSame() throws {
    var same = 0
    for seed in 0..<Self.rounds {
      var random = RandomAnnotators(seed)
      let drawn = try random.sets()
      // What one marked, for all; else they would seldom be alike.
      let sets =
        seed.isMultiple(of: 3)
        ? drawn.map { AnnotatorSet($0.annotator, drawn[0].annotations) } : drawn
      let merge = try AnnotatorMerge(of: sets)
      let isSettled = merge.dropped.allSatisfy { $0.id.description.first != "T" }
      let open = merge.conflicts.filter { conflict in
        [.presence, .label, .boundary].contains(conflict.kind)
          && conflict.target.description.first == "T"
      }
      let areSame = sets.allSatisfy { $0.annotations.markings == sets[0].annotations.markings }
      try #require(
        (open.isEmpty && isSettled) == areSame,
        "seed \(seed)\n\(sets.map(\.annotations.text))\n\(merge.merged.text)")
      let continuum = Continuum(
        scope: TextRange(0, merge.merged.article.scalarCount), units: sets.map(\.annotations.units))
      let alignment = Alignment.best(of: continuum)
      let areUnitsSame = continuum.units.allSatisfy { units in
        units.map(\.saying).sorted() == continuum.units[0].map(\.saying).sorted()
      }
      try #require(((alignment.disorder ?? 0) == 0) == areUnitsSame, "seed \(seed)")
      same += areSame ? 1 : 0
    }
    #expect(same * 4 > Self.rounds && same < Self.rounds)
  }
}

extension Continuum.Unit {
  fileprivate var saying: String { "\(label) \(fragments)" }
}

extension AnnotationSet {
  /// What is marked, each as often as it is; of annotations of the whole article with their references.
  fileprivate var markings: [String] {
    annotations.map { annotation in
      let references = annotation.isArticleLevel ? references(of: annotation.id) : []
      let entries = references.map(\.entry).sorted()
      return "\(annotation.label) \(annotation.ranges) \(annotation.isArticleLevel) \(entries)"
    }.sorted()
  }

  /// What is marked on words, as alignment sees it.
  fileprivate var units: [Continuum.Unit] {
    annotations.filter { !$0.isArticleLevel }
      .compactMap { Continuum.Unit($0.ranges, label: $0.label) }
  }
}
