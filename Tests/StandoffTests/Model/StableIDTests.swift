import Testing

@testable import Standoff

/// Ids are compared between files and releases: these numbers never change.
@Suite struct StableIDTests {
  @Test(
    arguments: [
      ("", 0xEFD0_1F60_BA99_2926), ("a", 0x82A2_A958_A9BE_CE5B), ("foobar", 0x2C22_1949_22D1_672B),
      ("Réclame 0 5", 0x1F85_DC70_CCEE_E34B),
    ] as [(String, UInt64)])
  func hashes(text: String, hash: UInt64) { #expect(StableHash.hash(of: text.utf8) == hash) }

  @Test(arguments: [
    ("Claim 10 20;25 30", "T765321978"), ("Réclame 0 5", "T217982347"),
    ("stance T1000017", "T710909428"),
  ])
  func ids(content: String, id: String) {
    #expect(StableID.id("T", of: content) { _ in false }.description == id)
  }

  @Test func theNextFreeNumberOnACollision() {
    var taken: Set<PackedID> = []
    let ids = (0..<3).map { _ in
      let id = StableID.id("T", of: "Réclame 0 5") { taken.contains($0) }
      taken.insert(id)
      return id.description
    }
    #expect(ids == ["T217982347", "T217982348", "T217982349"])
  }

  @Test func numbersBeginAgainAtTheEnd() {
    let last: UInt64 = 1_000_000 + (1 << 30) - 1
    let id = StableID.id("A", of: "x") { $0.number > 1_000_002 && $0.number <= last }
    #expect((1_000_000...1_000_002).contains(id.number))
  }

  @Test(arguments: [
    ("T999999", false), ("T1000000", true), ("#1074741823", true), ("T1074741824", false),
    ("T01000000", false), ("T1000000a", false),
  ])
  func own(id: String, isOwn: Bool) { #expect(StableID.isOwn(AnnotationID(id)) == isOwn) }

  @Test(arguments: [
    "T1", "T0", "TX7", "#1", "#a1", "T10", "T99", "TX1000", "#1074741823", "A99999999999999",
  ])
  func usualIDsPack(id: String) throws {
    let bytes = Array(id.utf8)
    let found = PackedID(bytes.span, 0..<bytes.count)
    let packed = try #require(found)
    #expect(packed.description == id)
    #expect(Array(packed.utf8) == bytes)
    var written = Array("T7".utf8)
    packed.write(to: &written)
    #expect(written == Array("T7".utf8) + bytes)
  }

  @Test(arguments: [
    "T", "", "T01", "T00", "T1a", "ABC1", "#ab1", "T999999999999999", "1", "#", "##1", "Té1",
  ])
  func unusualIDsDoNot(id: String) {
    let bytes = Array(id.utf8)
    #expect(PackedID(bytes.span, 0..<bytes.count) == nil)
  }
}
