import Standoff
import Testing

@Suite struct AttributeRuleTests {
  @Test func aBinaryAttributeTakesNoValue() {
    let rule = AttributeRule("nested", .binary)
    #expect(rule.isBinary && rule.values == [] && rule.pattern == nil)
    #expect(rule.allows(nil) && !rule.allows("yes") && !rule.allows(""))
    #expect(rule.value(for: "yes") == nil)
  }

  @Test func valuesAreComparedToTheLetterInFiles() {
    let rule = AttributeRule("drink", .oneOf(["café", "tea"]))
    #expect(rule.allows("café"))
    #expect(!rule.allows("cafe\u{301}"))
    #expect(!rule.allows("Tea") && !rule.allows(nil))
    #expect(rule.value(for: "TEA") == "tea")
    #expect(rule.value(for: "coffee") == nil)
  }

  @Test func valuesThatDifferInCaseAloneHaveToBeSpelled() {
    let rule = AttributeRule("mark", .oneOf(["a", "A"]))
    #expect(rule.value(for: "A") == "A")
    #expect(rule.value(for: "a") == "a")
    #expect(AttributeRule("mark", .oneOf(["aB", "Ab"])).value(for: "ab") == nil)
  }

  @Test func aTextMatchesItsPatternAsAWhole() throws {
    let rule = AttributeRule("age", .text(try ValuePattern("[0-9]+")))
    #expect(rule.allows("42") && !rule.allows("42 years") && !rule.allows(nil))
    #expect(rule.value(for: "x") == nil)
    #expect(AttributeRule("remark").allows("anything at all"))
  }
}
