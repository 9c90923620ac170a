import Foundation
import TestSupport
import Testing

@testable import Standoff

/// What holds for any article and whatever a desk makes of it; `GALLEY_LAWS` asks for more rounds.
@Suite struct ReanchoringLawTests {
  static let rounds = ProcessInfo.processInfo.environment["GALLEY_LAWS"].flatMap(UInt64.init) ?? 300

  @Test(arguments: 0..<rounds) func nothingIsKeptOrMovedWithOtherWords(seed: UInt64) throws {
    var texts = RandomCorrection(seed)
    let old = try Article(bytes: Array(texts.old.utf8))
    let new = try Article(bytes: Array(texts.new.utf8))
    let set = AnnotationSet(parsing: texts.standoff(on: old), of: old)
    for outcome in [
      Reanchoring(of: set, by: Correction(from: old, to: new)), Reanchoring(of: set, to: new),
    ] {
      let made = AnnotationSet(parsing: outcome.bytes, of: new)
      #expect(made.malformed.isEmpty, "seed \(seed)")
      for fate in outcome.fates {
        let before = set[fate.id].map { old.text(in: $0.ranges) } ?? ""
        guard fate.kind != .lost else {
          #expect(made[fate.id] == nil, "seed \(seed): \(fate)")
          continue
        }
        let after = made[fate.id]
        let words = after.map { new.text(in: $0.ranges) } ?? ""
        #expect(fate.newWords.utf8.elementsEqual(words.utf8), "seed \(seed): \(fate)")
        if fate.kind != .changed {
          // Where the old text is not known, blanks of any kind stand as one between lines.
          let isSame =
            before.utf8.elementsEqual(words.utf8)
            || fate.oldWords.utf8.elementsEqual(
              (after?.fragments ?? []).map { new.text(in: $0) }.joined(separator: " ").utf8)
          #expect(isSame, "seed \(seed): \(fate)")
        }
        if fate.kind == .kept { #expect(after?.ranges == set[fate.id]?.ranges, "seed \(seed)") }
        #expect(fate.score >= 0.8 && fate.score <= 1, "seed \(seed): \(fate)")
      }
      // Nothing goes but into the parked section.
      let parked = Set((outcome.parked?.lines ?? []).map { $0.prefix { $0 != .tab } })
      for line in set.records where made.records.allSatisfy({ $0.id != line.id }) {
        #expect(parked.contains(Array(line.id.description.utf8)[...]), "seed \(seed): \(line.id)")
      }
      #expect(
        made.records.allSatisfy { line in
          line.mentions.allSatisfy { mention in made.records.contains { $0.id == mention.id } }
        }, "seed \(seed): something points at nothing")
    }
  }

  @Test(arguments: 0..<rounds) func theSameTextChangesNothing(seed: UInt64) throws {
    var texts = RandomCorrection(seed)
    let article = try Article(bytes: Array(texts.old.utf8))
    let bytes = texts.standoff(on: article)
    let set = AnnotationSet(parsing: bytes, of: article)
    for outcome in [
      Reanchoring(of: set, by: Correction(from: article, to: article)),
      Reanchoring(of: set, to: article),
    ] {
      #expect(outcome.bytes == bytes && outcome.parked == nil, "seed \(seed)")
      #expect(outcome.fates.allSatisfy { $0.kind == .kept && $0.score == 1 }, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<rounds) func thereAndBackRestoresWhatWasNotChanged(seed: UInt64) throws {
    var texts = RandomCorrection(seed)
    let old = try Article(bytes: Array(texts.old.utf8))
    let new = try Article(bytes: Array(texts.new.utf8))
    let set = AnnotationSet(parsing: texts.standoff(on: old), of: old)
    let there = Reanchoring(of: set, by: Correction(from: old, to: new))
    let back = Reanchoring(
      of: AnnotationSet(parsing: there.bytes, of: new), by: Correction(from: new, to: old))
    let restored = AnnotationSet(parsing: back.bytes, of: old)
    for fate in there.fates where fate.kind == .kept || fate.kind == .moved {
      #expect(restored[fate.id]?.ranges == fate.oldRanges, "seed \(seed): \(fate)")
    }
    // With what was parked all is there again, word for word.
    guard let parked = there.parked, back.parked == nil else { return }
    var file = ParkedFile()
    file.add(parked)
    let whole = ParkedReturn(of: ParkedFile(parsing: file.encoded()), into: restored)
    #expect(whole.rest.sections.isEmpty, "seed \(seed): \(whole.rest)")
    for fate in there.fates where fate.kind == .lost {
      #expect(whole.set[fate.id]?.ranges == fate.oldRanges, "seed \(seed): \(fate)")
    }
    let ids = Set(whole.set.records.map(\.id))
    #expect(set.records.allSatisfy { ids.contains($0.id) }, "seed \(seed)")
  }
}
