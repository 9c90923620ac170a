import Testing

@testable import Adjudication

/// Counts of labels that met are the same whether articles are counted together or apart.
@Suite struct MetLabelsTests {
  @Test func countsAreAddedByLabelAndNotByNumber() {
    var one = MetLabels()
    let (claim, quote) = (one.number(of: "Claim"), one.number(of: "Quote"))
    one.add(claim, quote)
    one.add(claim, MetLabels.none)
    var other = MetLabels()
    let (topic, late) = (other.number(of: "Topic"), other.number(of: "Claim"))
    other.add(late, MetLabels.none)
    other.add(MetLabels.none, topic)
    one.append(other)
    let table = ConfusionTable(one)
    #expect(table.count("Claim", "Quote") == 1)
    #expect(table.count("Claim", nil) == 2)
    #expect(table.count(nil, "Topic") == 1)
    #expect(table.count("Topic", nil) == 0)
    #expect(table.labels == ["Claim", "Quote", "Topic"])
  }

  /// However many there are.
  @Test func aLabelKeepsItsNumber() {
    var met = MetLabels()
    let labels = (0..<40).map { "Label\($0)" }
    let numbers = labels.map { met.number(of: $0) }
    #expect(numbers == Array(1...40))
    #expect((labels + labels).map { met.number(of: $0) } == numbers + numbers)
    #expect(met.labels == labels)
  }
}
