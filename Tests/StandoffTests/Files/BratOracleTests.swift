import Foundation
import TestSupport
import Testing

@testable import Standoff

/// Brat's own parser, asked once about 123 small files; see the corpora's README.
///
/// The lines it refuses are those that ``AnnotationSet/malformed`` lists, and those whose words or
/// offsets the article does not bear out, which is for validation to find and is done here in a
/// few lines.
@Suite struct BratOracleTests {
  struct Case: Decodable {
    let name: String
    let text: String
    let ann: String
    let failed_lines: [Int]?
    let roundtrip: String?
    let crash: String?
  }

  static let file = LosslessTests.corpora.appending(path: "brat-oracle-cases.json")
  static var cases: [Case] {
    (try? JSONDecoder().decode([Case].self, from: Data(contentsOf: file))) ?? []
  }

  /// Brat breaks lines where we do not, and loses what follows; we read one line.
  static let breaksElsewhere = [
    "CR-only ann", "note with U+2028", "note with U+0085", "note with VT/FF",
    "span containing U+2028",
  ]
  /// What brat refuses for its order alone.
  static let ordersPieces = ["disc touching reversed"]

  @Test(.enabled(if: LosslessTests.hasCorpora)) func theSameLinesAreRefused() throws {
    #expect(Self.cases.count == 123)
    for oracle in Self.cases where !(Self.breaksElsewhere + Self.ordersPieces).contains(oracle.name)
    {
      let set = try self.set(oracle)
      let refused = Set(set.malformed.compactMap { $0.place.line.map { $0 - 1 } })
        .union(Self.mismatches(in: set))
      if let failed = oracle.failed_lines {
        #expect(refused == Set(failed), "\(oracle.name)")
      }
    }
  }

  @Test(.enabled(if: LosslessTests.hasCorpora)) func noCrashOfTheWholeFile() throws {
    for oracle in Self.cases {
      let set = try self.set(oracle)
      #expect(set.encoded() == Array(oracle.ann.utf8), "\(oracle.name)")
      // These crash brat for what another line says, or does not; the rest for a malformed line.
      let elsewhere = [
        "EventWithoutTriggerError", "EventWithNonTriggerError", "TriggerReferenceError",
      ]
      let isOfOneLine = oracle.crash.map { !elsewhere.contains($0) } ?? false
      if isOfOneLine, oracle.name != "zero-width no tab" {
        #expect(set.malformed.count == 1, "\(oracle.name)")
      }
    }
  }

  /// Which exception of brat's a crash is.
  static let exceptions: [BratCrash: String] = [
    .noID: "InvalidIdError", .digitID: "InvalidIdError", .emptySpan: "IndexError",
    .relationEnd: "IndexError", .modifier: "ValueError", .eventArgument: "IndexError",
    .noTrigger: "EventWithoutTriggerError", .wrongTrigger: "EventWithNonTriggerError",
    .attributeOnTrigger: "TriggerReferenceError", .noteOnTrigger: "TriggerReferenceError",
  ]

  @Test(.enabled(if: LosslessTests.hasCorpora)) func bratsVerdictOnEveryLine() throws {
    for oracle in Self.cases {
      let article = try Article(bytes: Array(oracle.text.utf8))
      let reading = BratReading(of: Array(oracle.ann.utf8), on: article)
      #expect(reading.opens == (oracle.crash == nil), "\(oracle.name)")
      let refused = reading.lines.indices.filter {
        if case .refused = reading.lines[$0].verdict { true } else { false }
      }
      if let failed = oracle.failed_lines { #expect(refused == failed, "\(oracle.name)") }
      let saved = reading.encoded.map { String(decoding: $0, as: UTF8.self).unicodeScalars }
      #expect(
        saved.map(Array.init) == oracle.roundtrip.map { Array($0.unicodeScalars) },
        "\(oracle.name)")
    }
  }

  @Test(.enabled(if: LosslessTests.hasCorpora)) func everyCrashIsLocatedAndHidesNothing() throws {
    var names: Set<DiagnosticName> = []
    for oracle in Self.cases where oracle.crash != nil {
      let article = try Article(bytes: Array(oracle.text.utf8))
      let reading = BratReading(of: Array(oracle.ann.utf8), on: article)
      let crashes = reading.lines.filter(\.crashes)
      #expect(crashes.count == 1, "\(oracle.name)")
      guard case .crash(let crash)? = crashes.first?.verdict else { continue }
      #expect(Self.exceptions[crash] == oracle.crash, "\(oracle.name)")
      let findings = reading.findings().filter { $0.severity == .error }
      #expect(findings.map(\.name) == [crash.name], "\(oracle.name)")
      #expect(findings.allSatisfy { $0.place.line != nil && $0.place.column != nil })
      names.formUnion(findings.map(\.name))
    }
    #expect(names.count == 10)
  }

  private func set(_ oracle: Case) throws -> AnnotationSet {
    AnnotationSet(
      parsing: Array(oracle.ann.utf8), of: try Article(bytes: Array(oracle.text.utf8)))
  }

  /// The lines, counted from 0, whose words are not those of the article.
  static func mismatches(in set: AnnotationSet) -> Set<Int> {
    Set(set.store.order.enumerated().filter { isMismatch($1, in: set) }.map { $0.offset })
  }

  private static func isMismatch(_ row: UInt32, in set: AnnotationSet) -> Bool {
    let store = set.store
    guard store.isUsed(row), store.kind(of: row).isTextBound else { return false }
    let fragments = store.pieces(of: row).map { TextRange(Int($0.start), Int($0.end)) }
    if fragments.contains(where: { $0.upper.value > set.article.scalarCount }) { return true }
    guard let column = store.tail(of: row), !column.isEmpty else { return false }
    let texts = fragments.map { set.article.text(in: $0) }
    return ![" ", ""].contains { separator in
      let text = Array(texts.joined(separator: separator).utf8)
      let rest = column.dropFirst(text.count).first ?? .space
      return column.starts(with: text) && (rest == .space || rest == .tab)
    }
  }
}
