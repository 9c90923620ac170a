import Adjudication
import Foundation
import Standoff
import TestSupport
import Testing

@testable import CommandLanguage

/// Laws of what is in conflict, over merges of what random commands made and random commands on them.
///
/// `GALLEY_LAWS` asks for more rounds.
@Suite struct OpenConflictLawTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["GALLEY_LAWS"].flatMap(UInt64.init) ?? 200

  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Whatever is done while a question is open: to follow somebody in it makes the same as before.
  @Test func noActChangesWhatAnnotatorsSay() throws {
    var askedCount = 0
    var changedCount = 0
    for seed in 0..<Self.rounds {
      var random = RandomCommands(seed &+ 5_000_000)
      var interpreter = try disputed(&random, seed)
      for _ in 0..<8 {
        let line = random.line()
        var reader = interpreter.reader(of: line)
        while true {
          let before = try interpreter.workspace.annotations
          guard interpreter.next(of: &reader) != nil else { break }
          let after = try interpreter.workspace.annotations
          guard before.encoded() != after.encoded() else { continue }
          changedCount += 1
          let open = Dictionary(after.disputedGroups.map { ($0.number, $0) }) { one, _ in one }
          for group in before.disputedGroups {
            guard open[group.number] != nil else {
              let isGone = group.ids.allSatisfy { after.record(of: $0) == nil }
              try #require(
                isGone, "seed \(seed), `\(line)`, conflict \(group.number)\n\(Self.text(before))")
              continue
            }
            for annotator in group.annotators {
              let (old, new) = (
                Self.outcome(of: group.number, for: annotator, in: before),
                Self.outcome(of: group.number, for: annotator, in: after)
              )
              askedCount += 1
              try #require(
                old == new,
                "seed \(seed), `\(line)`, conflict \(group.number), \(annotator)\n\(Self.text(before))\n\(Self.text(after))"
              )
            }
          }
        }
      }
      try interpreter.workspace.current.release()
    }
    #expect(askedCount > changedCount && changedCount > 0)
  }

  /// What stands once a conflict is settled for somebody: of an attribute its values, else the lines with
  /// all that is said of them.
  private static func outcome(
    of number: Int, for annotator: String, in set: AnnotationSet
  ) -> [String] {
    var settling = Settling(set)
    guard let group = settling.groups[number],
      let outcome = try? settling.settle(number, by: Verdict(.annotator(annotator)))
    else { return ["cannot be settled so"] }
    let settled = settling.draft.set
    return outcome.standing.flatMap { id -> [String] in
      let bearer = settled.record(of: id).map { "\(id) \($0.name) \($0.mentions.map(\.id))" } ?? ""
      let ranges = settled[id].map { "\($0.ranges)" } ?? ""
      let attributes = settled.attributes(of: id).map { "\($0.name)=\($0.shownValue)" }
      let references = settled.references(of: id).map(\.entry)
      switch group.kind {
      case .attribute where group.name == "ref": return [bearer, ranges] + references.sorted()
      case .attribute:
        return [bearer, ranges]
          + attributes.filter { $0.hasPrefix("\(group.name ?? "")=") }.sorted()
      case .text, .relation: return [bearer, ranges]
      case .presence, .deleted, .label, .boundary, .unknown:
        let relations = settled.relations(from: id).map { "\($0.name) \($0.target)" }
        return [bearer, ranges] + (attributes + references + relations).sorted()
      }
    }
  }

  private static func text(_ set: AnnotationSet) -> String {
    String(decoding: set.encoded(), as: UTF8.self)
  }

  // MARK: Opening

  /// A session on what three annotators marked, merged as far as all agree.
  private func disputed(_ random: inout RandomCommands, _ seed: UInt64) throws -> Interpreter {
    let article = random.article()
    for name in folder.names() { folder.remove(name) }
    try folder.write(SampleArticle.bytes(article) ?? [], to: article + ".txt")
    var sets: [AnnotatorSet] = []
    for annotator in ["ana", "ben", "cid"] {
      var interpreter = try opened(article)
      for line in random.beginning() + (0..<random.below(8)).map({ _ in random.line() }) {
        var reader = interpreter.reader(of: line)
        while interpreter.next(of: &reader) != nil {}
      }
      sets.append(AnnotatorSet(annotator, try interpreter.workspace.annotations))
      try interpreter.workspace.current.release()
      for name in folder.names() where !name.hasSuffix(".txt") { folder.remove(name) }
    }
    let merged = try AnnotatorMerge(of: sets).merged
    try folder.write(merged.encoded(), to: article + ".ann")
    return try opened(article)
  }

  private func opened(_ article: String) throws -> Interpreter {
    let opener = Workspace.Opener(
      session: { path throws(DiagnosticError) in
        try Session.open(
          SessionRequest(article: path, access: .script), schema: .news,
          now: { Timestamp(seconds: 1_700_000_000) }, pid: 4711)
      },
      script: { _ throws(DiagnosticError) in [] })
    var workspace = Workspace(door: .script, opener: opener)
    try workspace.open(folder(article + ".txt"))
    return Interpreter(workspace: workspace)
  }
}
