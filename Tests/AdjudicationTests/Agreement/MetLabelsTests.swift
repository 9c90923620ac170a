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

  /// However many there are, and wherever they were counted.
  @Test func whatManyLabelsMetIsAddedUp() {
    let labels = (0..<20).map { "Label\($0)" }
    var (all, one, other) = (MetLabels(), MetLabels(), MetLabels())
    for (place, label) in labels.enumerated() {
      // The second half of them is met in another order.
      let next = labels[(place + 7) % labels.count]
      let pair = (all.number(of: label), all.number(of: next))
      all.add(pair.0, pair.1)
      all.add(pair.0, pair.0)
      for _ in 0..<2 where place < 10 { one.add(one.number(of: label), one.number(of: next)) }
      let own = (other.number(of: next), other.number(of: label))
      other.add(own.1, own.0)
      other.add(own.1, own.1)
    }
    one.append(other)
    let table = ConfusionTable(one)
    for (place, label) in labels.enumerated() {
      let next = labels[(place + 7) % labels.count]
      #expect(ConfusionTable(all).count(label, next) == 1)
      #expect(table.count(label, next) == (place < 10 ? 3 : 1))
      #expect(table.count(label, label) == 1)
    }
    #expect(table.cells.count == 40)
  }
}
