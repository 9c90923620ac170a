import Testing

@testable import Standoff

/// Reading shows of usual lines that they quote the article, and never says so of others.
@Suite struct QuotesFitTests {
  private func fit(_ lines: String) throws -> Bool {
    let article = try Article(bytes: Array("The harbour master said\nso, and nobody asked.".utf8))
    return StandoffLines(AnnotationSet(parsing: Array(lines.utf8), of: article)).quotesFit
  }

  @Test func linesThatQuoteTheirWordsFit() throws {
    #expect(
      try fit(
        "T1\tClaim 4 11\tharbour\nT2\tQuote 12 18\tmaster\nA1\tStance T1 For\n#1\tNote T1\tx\n"))
    #expect(try fit(""))
  }

  /// What quotes nothing is not about another article, and a line end is quoted as a blank.
  @Test func linesThatSayNothingElseFit() throws {
    let rest = "T2\tQuote 12 18\tmaster\nA1\tStance T1 For\n"
    #expect(try fit("T1\tClaim 4 11\n" + rest))
    #expect(try fit("T1\tClaim 4 11;12 18\tharbour master\n" + rest))
    #expect(try fit("T1\tClaim 19 26\tsaid so\n" + rest))
    #expect(try fit("T1\tClaim 19 26\tsaid so as well\n" + rest))
  }

  @Test func otherLinesDoNot() throws {
    let rest = "T2\tQuote 12 18\tmaster\nA1\tStance T1 For\n"
    #expect(try !fit("T1\tClaim 4 11\tharbors\n" + rest))
    #expect(try !fit("T1\tClaim 4 11;12 18\tharbor master\n" + rest))
    #expect(try !fit("T1\tClaim 4 900\tharbour\n" + rest))
    #expect(try !fit("T1\tClaim 19 26\tsaid-so\n" + rest))
    #expect(try !fit("T1\tClaim 19 26\tsaid to\n" + rest))
    #expect(try !fit("T1\tClaim 19 26\tsaid soon\n" + rest))
    // The first of two lines with one id counts, and the other is not passed over.
    #expect(try !fit(rest + "T2\tQuote 4 11\tmasters\nA2\tStance T2 For\n"))
  }
}
