import Standoff
import Testing
import TestSupport

@Suite struct HandlePrefixesTests {
  private func prefixes(_ labels: Label...) -> [String] {
    let schema = Schema(name: "s", labels: labels)
    return labels.map { schema.handlePrefix(of: $0.name) }
  }

  @Test func aKeyGoesFirst() {
    #expect(Schema.news.labels.map { Schema.news.handlePrefix(of: $0.name) }.joined() == "squctae")
  }

  @Test func withoutAKeyTheShortestPrefixThatNoOtherHas() {
    #expect(prefixes(Label("Person"), Label("Place"), Label("Org")) == ["pe", "pl", "o"])
    #expect(prefixes(Label("Person"), Label("Personage")) == ["person", "persona"])
    #expect(prefixes(Label("Person"), Label("Thing", key: "p")) == ["pe", "p"])
  }

  @Test func labelsOfTheSameLettersAreToldApart() {
    #expect(prefixes(Label("A_1"), Label("A_2"), Label("A_3")) == ["a", "ab", "ac"])
    #expect(prefixes(Label("A_1"), Label("A_2"), Label("Ab")) == ["a", "ac", "ab"])
  }

  @Test(arguments: ["人物", "1st", "", "Été", "___", "\u{0}", "P"])
  func anUnknownLabelHasOneToo(_ name: String) {
    let prefix = Schema.news.handlePrefix(of: name)
    #expect(!prefix.isEmpty)
    #expect(prefix.utf8.allSatisfy { (97...122).contains($0) })
    #expect(Schema.news.label(withKey: prefix.first ?? "?") == nil || prefix.count > 1)
  }

  @Test func namesWithoutEndAreCutShort() {
    let long = String(repeating: "ab", count: 500_000)
    #expect(Schema.news.handlePrefix(of: long).count <= 33)
    let schema = Schema(name: "s", labels: (0..<3000).map { Label("A_\($0)") })
    #expect(Set(schema.labels.map { schema.handlePrefix(of: $0.name) }).count == 3000)
  }

  @Test func aKeyThatNobodyCanTypeIsPassedOver() {
    #expect(prefixes(Label("Person", key: "é"), Label("Place", key: "P")) == ["pe", "pl"])
  }

  @Test(arguments: 0..<200)
  func everyLabelHasItsOwn(_ number: Int) {
    var seed = Seed(UInt64(number))
    let letters = ["a", "b", "A", "_", "1", "é", "c"]
    var names: Set<String> = []
    for _ in 0..<Int.random(in: 1...40, using: &seed) {
      let length = Int.random(in: 1...4, using: &seed)
      names.insert((0..<length).map { _ in letters.randomElement(using: &seed) ?? "a" }.joined())
    }
    let labels = names.sorted().map { name in
      Label(name, key: Bool.random(using: &seed) ? "abc".randomElement(using: &seed) : nil)
    }
    let schema = Schema(name: "s", labels: labels)
    let prefixes = labels.map { schema.handlePrefix(of: $0.name) }
    #expect(Set(prefixes).count == labels.count, "seed \(number): \(prefixes)")
    #expect(
      prefixes.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (97...122).contains($0) } },
      "seed \(number)")
  }
}
