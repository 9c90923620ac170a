import Testing

@testable import Standoff

/// Rules are made when they are first shown something; those that are shown nothing must have nothing
/// to say.
@Suite struct RulesAtWorkTests {
  @Test func aRuleIsAboutLinesOrSpansOrFiles() {
    let counted =
      RuleList.aboutLines.count + RuleList.aboutSpans.count + RuleList.aboutFiles.count
    #expect(counted == RuleList.all.count)
    for rule in RuleList.all { #expect(rule.aboutLines == nil || rule.aboutSpans == nil) }
  }

  /// In every sample of a fault.
  @Test(arguments: BrokenSamplesTests.samples)
  func aRuleThatWasShownNothingSaysNothing(sample: String) throws {
    let article = try BrokenSamplesTests.bytes("\(sample)/article.txt")
    guard let text = try? Article(bytes: article) else { return }
    let set = AnnotationSet(
      parsing: try BrokenSamplesTests.bytes("\(sample)/article.ann"), of: text)
    var review = Review(of: set, schema: .news, source: nil)
    for rule in RuleList.all where rule.aboutLines != nil || rule.aboutSpans != nil {
      var made = rule.init()
      made.finish(&review)
    }
    #expect(review.sortedFindings().isEmpty)
  }
}
