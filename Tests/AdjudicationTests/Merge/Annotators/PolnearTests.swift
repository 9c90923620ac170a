import Adjudication
import Foundation
import Standoff
import Testing

/// The six annotators of PolNeAR's training on four articles, where the corpora stand beside a checkout
/// of the whole project.
enum Polnear {
  static let folder = URL(filePath: #filePath)
    .appending(path: "../../../../../../shared/corpora/polnear/data/annotator-training")
    .standardizedFileURL
  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// The articles, each with its annotators.
  static func articles() throws -> [[AnnotatorSet]] {
    let texts = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "text").path
    ).filter { $0.hasSuffix(".txt") }.sorted()
    return try texts.map { name in
      let article = try Article(
        bytes: Array(Data(contentsOf: folder.appending(path: "text/" + name))))
      let files = try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: "attributions").path
      ).filter { $0.hasPrefix(name.dropLast(4) + "_") }.sorted()
      return try files.map { file in
        let bytes = try Data(contentsOf: folder.appending(path: "attributions/" + file))
        let annotator = String(file.dropLast(4).suffix(4))
        return AnnotatorSet(annotator, AnnotationSet(parsing: Array(bytes), of: article))
      }
    }
  }
}

/// They are merged under each policy.
@Suite(.enabled(if: Polnear.isThere)) struct PolnearTests {
  static let policies: [any MergePolicy] = [
    AgreedPolicy(), UnionPolicy(), IntersectionPolicy(), MajorityPolicy(),
    ThresholdPolicy(.count(2)), ThresholdPolicy(.percent(60)),
    PriorityPolicy(["4b22", "4e07", "5fec", "6b86", "d473", "ef2d"]),
    WeightPolicy(["4b22", "4e07", "5fec", "6b86", "d473", "ef2d"].map { ($0, 1) }),
    DawidSkenePolicy(), MACEPolicy(),
  ]

  @Test(arguments: policies.indices) func everyAnnotationIsAccountedFor(_ number: Int) throws {
    let policy = Self.policies[number]
    let articles = try Polnear.articles()
    #expect(articles.count == 4 && articles.allSatisfy { $0.count == 6 })
    let clusters = try articles.map { try AnnotatorClusters(of: $0) }
    let areBest = clusters.allSatisfy { $0.isBest }
    #expect(areBest)
    let names = clusters[0].annotators
    let ready = try policy.prepared(for: clusters.flatMap(\.ballots), annotators: names)
    var (given, standing, dropped) = (0, 0, 0)
    for (sets, clusters) in zip(articles, clusters) {
      let merge = AnnotatorMerge(clusters, policy: ready)
      #expect(merge.unaccounted(of: sets).isEmpty, "\(policy.name)")
      for set in sets {
        let lines = set.annotations
        given += lines.annotations.count + lines.events.count + lines.relations.count
      }
      standing += merge.supports.count
      dropped += merge.dropped.count {
        "TER".contains($0.id.description.prefix(1)) && $0.argument == nil
      }
      #expect(merge.merged.malformed.isEmpty)
      let findings = Validator().findings(in: merge.merged, schema: .news).map(\.name.rawValue)
      let known = Set(
        sets.flatMap {
          Validator().findings(in: $0.annotations, schema: .news).map(\.name.rawValue)
        }
      )
      let new = Set(findings).subtracting(known).subtracting(["unresolved-conflict"])
      #expect(new.subtracting(Self.combined).isEmpty, "\(policy.name): \(new)")
      let hasConflicts = findings.contains("unresolved-conflict")
      #expect(hasConflicts == !merge.conflicts.isEmpty)
      let brat = BratReading(of: merge.merged.encoded(), on: sets[0].annotations.article)
      let refused = brat.findings(source: "gold.ann").filter { $0.severity != .note }
      #expect(refused.isEmpty, "\(policy.name)")
    }
    // Two mentions that carry one reference are both: here are none.
    #expect(given == standing + dropped, "\(policy.name)")
  }

  /// What may be found because of what different annotators say.
  private static let combined = [
    "forbidden-overlap", "duplicate-annotation", "too-many-relations", "unused-trigger",
    "too-many-fillers",
  ]
}
