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

  @Test func aLabelKeepsItsNumber() {
    var met = MetLabels()
    let numbers = ["Claim", "Quote", "Claim"].map { met.number(of: $0) }
    #expect(numbers == [1, 2, 1])
    #expect(met.labels == ["Claim", "Quote"])
  }
}
