import Foundation
import Standoff
import TestSupport
import Testing

@testable import Adjudication

/// Laws of merges of annotators over random files; `GALLEY_LAWS` asks for more rounds.
@Suite struct AnnotatorMergeLawTests {
  static let rounds = ThreeWayMergeLawTests.rounds

  private static func sets(_ seed: UInt64, renumbers: Bool = true) throws -> [AnnotatorSet] {
    var random = RandomAnnotators(seed, renumbers: renumbers)
    return try random.sets()
  }

  /// 1: what two have alike comes out as they have it.
  @Test func mergedWithItselfItIsItself() throws {
    for seed in 0..<Self.rounds {
      let set = try Self.sets(seed)[0].annotations
      for policy: any MergePolicy in [AgreedPolicy(), UnionPolicy(), IntersectionPolicy()] {
        let merge = try AnnotatorMerge(
          of: [AnnotatorSet("ana", set), AnnotatorSet("ben", set)], policy: policy)
        try #require(merge.conflicts.isEmpty, "seed \(seed), \(policy.name)\n\(set.text)")
        try #require(
          merge.merged.plainText == set.text,
          "seed \(seed), \(policy.name)\n\(set.text)\n\(merge.merged.text)")
        try #require(merge.dropped.isEmpty && merge.settled == 0, "seed \(seed)")
      }
    }
  }

  /// 2: in every order the same bytes.
  @Test func theOrderOfAnnotatorsMakesNoDifference() throws {
    for seed in 0..<Self.rounds {
      var random = RandomAnnotators(seed)
      let sets = try random.sets()
      let (policy, rule) = random.policy(sets.map(\.annotator))
      let merge = try AnnotatorMerge(of: sets, policy: policy, boundaries: rule)
      for order in [Array(sets.reversed()), Array(sets.dropFirst()) + [sets[0]]] {
        let other = try AnnotatorMerge(of: order, policy: policy, boundaries: rule)
        try #require(
          other.merged.encoded() == merge.merged.encoded(),
          "seed \(seed), \(policy.name)\n\(merge.merged.text)\n\(other.merged.text)")
        try #require(other.conflicts == merge.conflicts && other.dropped == merge.dropped)
        try #require(other.agreed == merge.agreed && other.settled == merge.settled)
      }
    }
  }

  /// 3: a merged file stands for its annotators, so that the union of unions is the union.
  @Test func unionsOfUnionsAreUnions() throws {
    // In the one two labels of one id meet; in the other somebody marked nothing, whom no merged file names.
    for seed in Array(0..<Self.rounds) + [305, 9090] {
      // An id that is taken twice is given up, which whoever merges later cannot know.
      let sets = try Self.sets(seed, renumbers: false)
      // Which of two that say the same of the same words is which, nobody can know; and of a trigger no
      // file may say whose it is.
      guard sets.count > 2,
        sets.allSatisfy({ !$0.annotations.repeatsItself && $0.annotations.events.isEmpty })
      else { continue }
      let all = try AnnotatorMerge(of: sets, policy: UnionPolicy())
      let last = try #require(sets.last)
      let first = try AnnotatorMerge(of: sets.dropLast(), policy: UnionPolicy())
      let (left, right) = (sets[0], Array(sets.dropFirst()))
      let rest = try AnnotatorMerge(of: right, policy: UnionPolicy())
      let results = [
        try AnnotatorMerge(
          of: [AnnotatorSet("first", first.merged), last], policy: UnionPolicy()),
        try AnnotatorMerge(of: [left, AnnotatorSet("rest", rest.merged)], policy: UnionPolicy()),
      ]
      let meet = Self.idsMeet(in: sets)
      for result in results {
        try #require(
          result.merged.sayings == all.merged.sayings
            || meet && result.merged.sayingsWithoutIDs == all.merged.sayingsWithoutIDs,
          "seed \(seed)\n\(all.merged.text)\n\(result.merged.text)")
        // Who has a value that nobody disputed is not kept in a file, and so not who disputes it now.
        let kinds = { (merge: AnnotatorMerge) in
          merge.conflicts.map { conflict in
            let place = merge.merged[conflict.target].map { "\($0.ranges)" }
            let target = meet ? place ?? "" : "\(conflict.target)"
            return "\(conflict.kind) \(target) \(conflict.name ?? "")"
          }
        }
        try #require(kinds(result) == kinds(all), "seed \(seed)")
      }
    }
  }

  /// Whether two say otherwise of one id: one of them keeps it, and the other has a neighbouring one
  /// afterwards, from which whoever merges later cannot know that the two were one.
  private static func idsMeet(in sets: [AnnotatorSet]) -> Bool {
    var known: [AnnotationID: [String]] = [:]
    return sets.flatMap(\.annotations.annotations).contains { annotation in
      let saying = saying(annotation)
      return known.updateValue(saying, forKey: annotation.id).map { $0 != saying } ?? false
    }
  }

  /// 3: a majority of majorities is not one.
  @Test func majoritiesOfMajoritiesAreNoMajorities() throws {
    let bench = try MergeBench("Ida Moss said the old pier closes.\n")
    let file = { (label: String) in
      bench.changed { $0.add(label: label, ranges: [TextRange(0, 8)]) }
    }
    let sets = [
      AnnotatorSet("ana", file("Speaker")), AnnotatorSet("ben", file("Speaker")),
      AnnotatorSet("cleo", file("Claim")),
    ]
    let all = try AnnotatorMerge(of: sets, policy: MajorityPolicy())
    #expect(all.merged.inWords == ["Speaker Ida Moss"] && all.conflicts.isEmpty)
    let right = try AnnotatorMerge(of: Array(sets.dropFirst()), policy: MajorityPolicy())
    #expect(right.conflicts.map(\.kind) == [.label])
    let left = try AnnotatorMerge(of: Array(sets.prefix(2)), policy: MajorityPolicy())
    let again = try AnnotatorMerge(
      of: [AnnotatorSet("ana", sets[0].annotations), AnnotatorSet("x", file("Claim"))],
      policy: MajorityPolicy())
    #expect(left.conflicts.isEmpty && again.conflicts.map(\.kind) == [.label])
  }

  /// 4: each line is somebody's in the merged file, or was dropped.
  @Test func nothingIsLostAndNothingInvented() throws {
    for seed in 0..<Self.rounds {
      var random = RandomAnnotators(seed)
      var sets = try random.sets()
      if seed % 4 == 0 { sets[0] = sets[0].circling() }
      let (policy, rule) = random.policy(sets.map(\.annotator))
      let merge = try AnnotatorMerge(of: sets, policy: policy, boundaries: rule)
      try #require(
        merge.unaccounted(of: sets).isEmpty, "seed \(seed), \(policy.name)\n\(merge.merged.text)")
      let words = Set(sets.flatMap { $0.annotations.annotations.map(\.ranges) })
      let labels = Set(sets.flatMap { $0.annotations.annotations.map(\.label) })
      for annotation in merge.merged.annotations {
        try #require(labels.contains(annotation.label), "seed \(seed)")
        let isMedian = rule == .median || words.contains(annotation.ranges)
        try #require(isMedian, "seed \(seed), \(policy.name): \(annotation)")
      }
      if policy is UnionPolicy, rule == .exact, seed % 4 > 0 {
        try #require(
          merge.dropped.allSatisfy { $0.reason == .sameReference },
          "seed \(seed): \(merge.dropped)")
      }
    }
  }

  /// 5: who agrees with what stands does not bring it down, and stricter policies accept less; by
  /// cluster, for another annotator may change what goes together.
  @Test func anotherVoterWhoAgreesChangesNothing() throws {
    for seed in 0..<Self.rounds {
      let sets = try Self.sets(seed)
      for ballot in try AnnotatorClusters(of: sets).ballots {
        let policies: [any MergePolicy] = [
          IntersectionPolicy(), MajorityPolicy(), UnionPolicy(), ThresholdPolicy(.count(2)),
          ThresholdPolicy(.percent(60)), AgreedPolicy(), PriorityPolicy(ballot.voters),
        ]
        let verdicts = policies.map { $0.verdict(on: ballot) }
        for (policy, verdict) in zip(policies, verdicts) {
          guard case .stands(let answer) = verdict else { continue }
          let more = ballot.joined(by: "zoe", for: answer)
          try #require(policy.verdict(on: more) == verdict, "seed \(seed), \(policy.name): \(more)")
        }
        if case .stands = verdicts[0] {
          try #require(verdicts[1] == verdicts[0] && verdicts[2] == verdicts[0], "seed \(seed)")
        }
        // In a union each cluster stands, if with more than one label.
        try #require(verdicts[2] != .nothing, "seed \(seed)")
      }
    }
  }

  /// 5: who marked nothing has no part in what goes together.
  @Test func whoMarkedNothingPutsNothingTogether() throws {
    for seed in Array(0..<Self.rounds) + [9090] {
      let sets = try Self.sets(seed).filter { !$0.annotations.annotations.isEmpty }
      guard sets.count > 1 else { continue }
      let nobody = AnnotatorSet("zoe", AnnotationSet(of: sets[0].annotations.article))
      let answers = { (clusters: AnnotatorClusters) in
        clusters.ballots.map { $0.answers.map { [$0.text] + $0.annotators } }
      }
      let (alone, beside) = (
        try AnnotatorClusters(of: sets), try AnnotatorClusters(of: sets + [nobody])
      )
      try #require(answers(alone) == answers(beside), "seed \(seed)")
    }
  }

  /// 6: the policies that are others by another name.
  @Test func policiesCoincideAtTheirEnds() throws {
    for seed in 0..<Self.rounds {
      let sets = try Self.sets(seed)
      let pairs: [(any MergePolicy, any MergePolicy)] = [
        (ThresholdPolicy(.count(1)), UnionPolicy()),
        (WeightPolicy(sets.map { ($0.annotator, 3) }), MajorityPolicy()),
      ]
      for (one, other) in pairs {
        let (a, b) = (
          try AnnotatorMerge(of: sets, policy: one), try AnnotatorMerge(of: sets, policy: other)
        )
        try #require(
          a.merged.encoded() == b.merged.encoded(), "seed \(seed), \(one.name)\n\(a.merged.text)")
        try #require(a.conflicts == b.conflicts && a.dropped == b.dropped)
      }
      let all = try AnnotatorMerge(of: sets, policy: ThresholdPolicy(.percent(100)))
      let intersection = try AnnotatorMerge(of: sets, policy: IntersectionPolicy())
      try #require(all.merged.encoded() == intersection.merged.encoded(), "seed \(seed)")
      let count = try AnnotatorMerge(of: sets, policy: ThresholdPolicy(.count(sets.count)))
      try #require(Self.accepted(count) == Self.accepted(intersection), "seed \(seed)")
    }
  }

  /// 7: neither the place in the text nor the names matter.
  @Test func movedTextMovesTheMergeAndNamesMakeNoDifference() throws {
    for seed in 0..<Self.rounds {
      let sets = try Self.sets(seed)
      let clusters = try AnnotatorClusters(of: sets)
      let moved = try AnnotatorClusters(of: sets.map { try $0.moved(by: "x\u{301}é\n\n") })
      let sizes = { (clusters: AnnotatorClusters) in
        clusters.ballots.map { $0.answers.map { [$0.text] + $0.annotators } }
      }
      try #require(sizes(clusters) == sizes(moved), "seed \(seed)")
      let renamed = try AnnotatorClusters(
        of: sets.map { AnnotatorSet("z" + $0.annotator, $0.annotations) })
      let plain = { (clusters: AnnotatorClusters) in
        clusters.ballots.map { $0.answers.map { [$0.text, "\($0.annotators.count)"] } }
      }
      try #require(plain(clusters) == plain(renamed), "seed \(seed)")
    }
  }

  /// 9: what is written reads back, is no worse than the files, and can be merged again.
  @Test func whatIsWrittenValidatesAndMergesAgain() throws {
    for seed in 0..<Self.rounds {
      var random = RandomAnnotators(seed)
      let sets = try random.sets()
      let (policy, rule) = random.policy(sets.map(\.annotator))
      let merge = try AnnotatorMerge(of: sets, policy: policy, boundaries: rule)
      let merged = merge.merged
      try #require(merged.malformed.isEmpty, "seed \(seed)\n\(merged.text)")
      try #require(merged.formatted() == merged.encoded(), "seed \(seed)\n\(merged.text)")
      let known = Set(sets.flatMap { Self.findings($0.annotations) })
      let new = Self.findings(merged).subtracting(known).subtracting(Self.combined)
      try #require(new.isEmpty, "seed \(seed), \(policy.name): \(new)\n\(merged.text)")
      let hasConflict = Self.findings(merged).contains("unresolved-conflict")
      try #require(hasConflict == !merge.conflicts.isEmpty, "seed \(seed)\n\(merged.text)")
      // Of a trigger no file may say whose it is, nor which of two that say the same is which.
      guard merged.events.isEmpty, !merged.repeatsItself else { continue }
      // Beside somebody who marked nothing all of it is open, so that all of it stands.
      let again = try AnnotatorMerge(
        of: [AnnotatorSet("gold", merged), AnnotatorSet("zoe", AnnotationSet(of: merged.article))])
      try #require(
        again.merged.sayings == merged.sayings,
        "seed \(seed), \(policy.name)\n\(merged.text)\n\(again.merged.text)")
    }
  }

  /// What may be found although nobody's file has it: what annotators say goes apart from what others
  /// say of the same.
  private static let combined = [
    "unresolved-conflict", "duplicate-annotation", "unknown-attribute", "unknown-value",
    "relation-end", "too-many-relations", "unused-trigger", "wrong-trigger", "forbidden-overlap",
    "property-on-trigger",
  ]

  private static func findings(_ set: AnnotationSet) -> Set<String> {
    Set(Validator().findings(in: set, schema: .news).map(\.name.rawValue))
  }

  /// What stands and is not disputed.
  private static func accepted(_ merge: AnnotatorMerge) -> Set<[String]> {
    let open = Set(
      merge.conflicts.filter { [.presence, .label, .boundary].contains($0.kind) }.flatMap(\.ids))
    return Set(merge.merged.annotations.filter { !open.contains($0.id) }.map(saying))
  }

  private static func saying(_ annotation: Annotation) -> [String] {
    [annotation.label, annotation.isArticleLevel ? "article" : ""]
      + annotation.ranges.map(\.description)
  }
}

extension AnnotatorMerge {
  /// The lines of annotators that are neither in the merged file nor dropped.
  func unaccounted(of sets: [AnnotatorSet]) -> [String] {
    var known = Set(supports.map { "\($0.annotator) \($0.original)" })
    known.formUnion(dropped.map { "\($0.annotator) \($0.id)" })
    let standing = Set(
      merged.annotations.map(\.id) + merged.events.map(\.id) + merged.relations.map(\.id))
    let lost = supports.filter { !standing.contains($0.id) }.map { "\($0)" }
    return lost
      + sets.flatMap { set in
        let lines = set.annotations
        let ids = lines.annotations.map(\.id) + lines.events.map(\.id) + lines.relations.map(\.id)
        return (ids + unsaid(of: set)).map { "\(set.annotator) \($0)" }.filter {
          !known.contains($0)
        } + lostArguments(of: set)
      }
  }

  /// Who takes part in an annotator's event that stands, and neither in that event nor dropped.
  private func lostArguments(of set: AnnotatorSet) -> [String] {
    let own = supports.filter { $0.annotator == set.annotator }
    let homes = Dictionary(own.map { ($0.original, $0.id) }) { first, _ in first }
    let events = Dictionary(merged.events.map { ($0.id, $0) }) { first, _ in first }
    // An event names one of the readings of what is disputed.
    var readings: [AnnotationID: Set<AnnotationID>] = [:]
    for conflict in conflicts where conflict.kind != .attribute {
      let all = Set(conflict.readings.flatMap(\.ids))
      for id in all { readings[id, default: []].formUnion(all) }
    }
    return set.annotations.events.flatMap { event in
      guard let home = homes[event.id].flatMap({ events[$0] }) else { return [String]() }
      return event.arguments.filter { argument in
        let own = homes[argument.id]
        return !home.arguments.contains {
          $0.roleName == argument.roleName
            && ($0.id == own || own.flatMap { readings[$0] }?.contains($0.id) == true)
        }
          && !dropped.contains {
            $0.annotator == set.annotator && $0.id == event.id
              && $0.argument == "\(argument.role):\(argument.id)"
          }
      }.map { "\(set.annotator) \(event.id) \($0.role):\($0.id)" }
    }
  }

  /// The attributes, references and notes of an annotator that nothing in the merged file says of the
  /// same.
  private func unsaid(of set: AnnotatorSet) -> [AnnotationID] {
    let own = supports.filter { $0.annotator == set.annotator }
    let homes = Dictionary(own.map { ($0.original, $0.id) }) { first, _ in first }
    let standing = Set(supports.map(\.id))
    // Whatever is on an attribute or note is on another line of the merged file, and what is said of a
    // trigger may be said of its event.
    let triggers = Dictionary(merged.events.map { ($0.id, $0.trigger) }) { first, _ in first }
    let said = Set(
      merged.records.filter(\.isProperty).flatMap { record in
        let owner = record.owner.flatMap { standing.contains($0) ? $0 : nil }
        return [owner, owner.flatMap { triggers[$0] }].map {
          [record.saying, $0?.description ?? ""]
        }
      })
    return set.annotations.records.filter(\.isProperty).filter { record in
      !said.contains([
        record.saying, record.owner.flatMap { homes[$0]?.description } ?? "",
      ])
    }.map(\.id)
  }
}

extension StandoffRecord {
  /// Whether this is an attribute, reference or note that an annotator made.
  fileprivate var isProperty: Bool {
    [.attribute, .reference].contains(kind) || kind == .note && !isRecord
  }
}

extension AnnotatorSet {
  /// The same with notes and attributes that are on each other alone.
  fileprivate func circling() -> AnnotatorSet {
    let lines =
      "#777001\tAnnotatorNotes #777002\tone\n#777002\tAnnotatorNotes #777001\ttwo\n"
      + "A777001\thedged A777001\nN777001\tReference A777001 wiki:Q1\tone\n"
    let set = AnnotationSet(
      parsing: annotations.encoded() + Array(lines.utf8), of: annotations.article)
    return AnnotatorSet(annotator, AnnotationSet(parsing: set.formatted(), of: set.article))
  }
}

extension Ballot {
  /// The ballot with somebody more who gives an answer.
  fileprivate func joined(by voter: String, for answer: Int) -> Ballot {
    Ballot(
      question,
      answers.enumerated().map { number, other in
        Answer(other.text, by: other.annotators + (number == answer ? [voter] : []))
      }, voters: voters + [voter])
  }
}

extension AnnotationSet {
  /// The lines without galley's own records, those of attributes without their ids: two values of one
  /// attribute have neighbouring ids, and which has which depends on who was first.
  fileprivate var sayings: [String] {
    plainText.split(separator: "\n").map { line in
      line.hasPrefix("A") ? String(line.drop { $0 != "\t" }) : String(line)
    }.sorted()
  }

  /// What is said, with the label and the place of each annotation instead of its id.
  fileprivate var sayingsWithoutIDs: [String] {
    let names = Dictionary(
      annotations.map { ("\($0.id)", "\($0.label)@\($0.ranges)") },
      uniquingKeysWith: { first, _ in first })
    return sayings.map { line in
      let words = line.split(separator: "\t", maxSplits: 1).last.map(String.init) ?? ""
      return words.split { $0 == " " || $0 == "\t" }.map { word in
        let parts = word.split(separator: ":", maxSplits: 1).map { names[String($0)] ?? String($0) }
        return parts.joined(separator: ":")
      }.joined(separator: " ")
    }.sorted()
  }

  /// Whether something is there twice.
  var repeatsItself: Bool {
    let sayings = annotations.map { [$0.label] + $0.ranges.map(\.description) }
    return Set(sayings).count < sayings.count
  }
}

extension AnnotatorSet {
  /// The same annotations on an article with something before it.
  func moved(by prefix: String) throws -> AnnotatorSet {
    let shift = prefix.unicodeScalars.count
    let article = try Article(bytes: Array(prefix.utf8) + annotations.article.bytes)
    let lines = annotations.text.split(separator: "\n").map { line in
      guard line.hasPrefix("T") else { return String(line) }
      var columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let words = columns[1].split(separator: " ", maxSplits: 1)
      let pieces = words[1].split(separator: ";").map { piece in
        piece.split(separator: " ").map { "\((Int($0) ?? 0) + shift)" }.joined(separator: " ")
      }
      columns[1] = "\(words[0]) \(pieces.joined(separator: ";"))"
      return columns.joined(separator: "\t")
    }
    let bytes = lines.map { $0 + "\n" }.joined()
    return AnnotatorSet(annotator, AnnotationSet(parsing: Array(bytes.utf8), of: article))
  }
}
