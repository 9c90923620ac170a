import Standoff
import Testing

@Suite struct RepeatedAttributeTests {
  @Test func onOneAnnotationAlone() throws {
    let text = "[Claim|a] [Claim|b]"
    let two = "A1\tstance T1 favor\nA2\tstance T2 favor\nA3\tkind T1 fact\n"
    #expect(try Reviewed(text, two).names == [])
    #expect(try Reviewed(text, two + "A4\tstance T2 against\n").names == ["6 repeated-attribute"])
  }
}
