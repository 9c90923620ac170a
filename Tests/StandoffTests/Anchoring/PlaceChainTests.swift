import Testing

@testable import Standoff

/// Chains of places, told by hand.
@Suite struct PlaceChainTests {
  @Test func whatKeepsItsDistanceLeads() {
    // Two lines that say the same, and a letter put in between.
    let quotations = [
      PlaceChain.Quotation(old: 4..<7, places: [4, 56], worth: 8),
      PlaceChain.Quotation(old: 14..<19, places: [14, 66], worth: 8),
      PlaceChain.Quotation(old: 55..<58, places: [4, 56], worth: 8),
      PlaceChain.Quotation(old: 65..<70, places: [14, 66], worth: 8),
    ]
    let costs = ShiftCosts(in: 80)
    let choices = PlaceChain(quotations, costs).choices
    #expect(choices.map { $0?.place } == [4, 14, 56, 66])
    #expect(choices.allSatisfy { ($0?.lead ?? 0) > costs.far && $0?.isAlone == false })
  }

  @Test func whatMovedByItselfIsAlone() {
    let costs = ShiftCosts(in: 1000)
    let quotations = [
      PlaceChain.Quotation(old: 0..<5, places: [0], worth: 20),
      PlaceChain.Quotation(old: 10..<15, places: [300], worth: 40),
      PlaceChain.Quotation(old: 20..<25, places: [900], worth: 20),
    ]
    let choices = PlaceChain(quotations, costs).choices
    #expect(choices.map { $0?.isAlone } == [false, true, true])
    let light = [quotations[0], quotations[2]].map { quotation in
      PlaceChain.Quotation(old: quotation.old, places: quotation.places, worth: 5)
    }
    #expect(PlaceChain(light, costs).choices.map { $0?.place } == [0, nil])
  }
}
