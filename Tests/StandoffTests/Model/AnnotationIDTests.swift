import Testing
import TestSupport

@testable import Standoff

@Suite struct AnnotationIDTests {
  @Test func theOrderOfFiles() {
    let ids: [AnnotationID] = ["#1", "A1", "A2", "A10", "R3", "T9", "T10", "TX1", "T100"]
    #expect(ids.shuffled().sorted() == ids)
  }

  @Test func idsAreTheirCodePoints() {
    #expect(AnnotationID("Té1") != AnnotationID("Te\u{301}1"))
    #expect(Set<AnnotationID>(["T1", "T01", "T1"]).count == 2)
  }

  /// Lines are sorted by their bytes, ids by `<`: the two have to agree.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func linesAreInTheOrderOfTheirIds(number: UInt64) throws {
    var seed = Seed(number)
    var ids: Set<AnnotationID> = []
    for _ in 0..<40 {
      let letters = ["T", "R", "TX", "A", "#", "#a", "abc"].randomElement(using: &seed) ?? "T"
      let tail = ["", "", "x", "é", "0"].randomElement(using: &seed) ?? ""
      ids.insert(AnnotationID("\(letters)\(Int.random(in: 0...300, using: &seed))\(tail)"))
    }
    // One place, so that the id alone decides.
    let spans = ids.filter { $0.description.hasPrefix("T") }
    let lines = spans.shuffled(using: &seed).map { "\($0)\tLabel 0 3\tone\n" }
    let article = try Article(bytes: Array("one".utf8))
    let set = AnnotationSet(parsing: Array(lines.joined().utf8), of: article)
    #expect(set.malformed == [], "seed \(number)")
    #expect(set.annotations.map(\.id) == spans.sorted(), "seed \(number)")
    #expect(set.ids(withPrefix: "T") == spans.sorted(), "seed \(number)")
  }
}
