import Adjudication
import Standoff
import TestSupport

/// Random files of several annotators on one article: what they begin from is much alike, and then each
/// does things of his own to it.
struct RandomAnnotators {
  static let names = ["ana", "ben", "cleo", "dan"]

  private var random: RandomSides
  private let renumbers: Bool

  /// Where `renumbers`, some files have ids as other tools give them out, which count up from 1 and mean
  /// something else in every file.
  init(_ seed: UInt64, renumbers: Bool = true) {
    random = RandomSides(seed)
    self.renumbers = renumbers
  }

  /// From two to four annotators, with nested, crossing, stacked and split spans, attributes,
  /// references, notes, relations, events and groups.
  mutating func sets() throws -> [AnnotatorSet] {
    let article = try random.article()
    let common = random.base(article)
    let count = 2 + random.below(3)
    return (0..<count).map { number in
      AnnotatorSet(Self.names[number], set(from: common, in: article))
    }
  }

  private mutating func set(from common: AnnotationSet, in article: Article) -> AnnotationSet {
    switch random.below(8) {
    case 0: AnnotationSet(of: article)
    case 1: common
    case 2: random.base(article)
    default: renumbered(random.side(of: common))
    }
  }

  /// Now and then with ids that count up from 1.
  private mutating func renumbered(_ set: AnnotationSet) -> AnnotationSet {
    guard renumbers, random.below(3) == 0 else { return set }
    var names: [String: String] = [:]
    var counts: [Character: Int] = [:]
    for line in set.text.split(separator: "\n") where !line.hasPrefix("*") {
      let id = String(line.prefix { $0 != "\t" })
      guard let family = id.first else { continue }
      counts[family, default: 0] += 1
      names[id] = "\(family)\(counts[family] ?? 0)"
    }
    let text = set.text.split(separator: "\n").map { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let words = (columns.dropFirst().first ?? "").split(separator: " ").map { word in
        word.split(separator: ":", omittingEmptySubsequences: false)
          .map { names[String($0)] ?? String($0) }.joined(separator: ":")
      }
      return
        ([names[columns[0]] ?? columns[0], words.joined(separator: " ")]
        + columns.dropFirst(2)).joined(separator: "\t")
    }
    let bytes = Array((text.joined(separator: "\n") + "\n").utf8)
    let read = AnnotationSet(parsing: text.isEmpty ? [] : bytes, of: set.article)
    return AnnotationSet(parsing: read.formatted(), of: set.article)
  }

  /// A policy with a rule of boundaries.
  mutating func policy(_ annotators: [String]) -> (any MergePolicy, BoundaryRule) {
    let policies: [any MergePolicy] = [
      AgreedPolicy(), UnionPolicy(), IntersectionPolicy(), MajorityPolicy(),
      ThresholdPolicy(.count(1 + random.below(annotators.count))),
      ThresholdPolicy(.percent(20 + random.below(80))), PriorityPolicy(annotators.reversed()),
      WeightPolicy(annotators.map { ($0, Double(1 + random.below(3))) }),
    ]
    return (
      random.pick(policies) ?? AgreedPolicy(), random.pick(BoundaryRule.allCases) ?? .exact
    )
  }
}

extension AnnotationSet {
  /// The file without galley's own records.
  var plainText: String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("\tConflict ") && !$0.contains("\tAnnotators ") }
      .joined(separator: "\n")
  }
}
