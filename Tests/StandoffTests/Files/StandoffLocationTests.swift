import Standoff
import Testing

@Suite struct StandoffLocationTests {
  @Test(
    arguments: [
      ("a.txt", nil, nil, "a.ann"), ("x/a.b.txt", nil, nil, "x/a.b.ann"),
      ("x/a.txt", "alice", nil, "x/a.alice.ann"), ("x/a.txt", "alice", "y/b.ann", "y/b.ann"),
      ("/a", nil, nil, "/a.ann"), (".hidden", nil, nil, ".hidden.ann"),
      ("./a.md", nil, nil, "a.ann"),
    ] as [(String, String?, String?, String)])
  func annotationsGoBesideTheArticle(
    article: String, annotator: String?, into: String?, standoff: String
  ) throws {
    let location = try StandoffLocation(ofArticle: article, annotator: annotator, into: into)
    #expect(location.standoff == standoff)
    #expect(location.article == article)
    #expect(location.annotator == annotator)
  }

  @Test func whatCannotBeIsRefused() {
    #expect(
      failure { _ = try StandoffLocation(ofArticle: "a.txt", annotator: "al.ice") }
        == "not-an-annotator")
    #expect(
      failure { _ = try StandoffLocation(ofArticle: "a.txt", annotator: "") } == "not-an-annotator")
    #expect(failure { _ = try StandoffLocation(ofArticle: "x/a.ann") } == "not-an-article")
    #expect(
      failure { _ = try StandoffLocation(ofArticle: "a.txt", into: "a.txt") } == "not-an-article")
  }

  @Test func whoNamesAnnotationsIsToldTheirArticleWhereItIs() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "it is.txt")
    let (article, annotations) = (scratch("it is.txt"), scratch("it is.ana.ann"))
    func refusal(_ path: String) -> Diagnostic? {
      let error = #expect(throws: DiagnosticError.self) {
        _ = try StandoffLocation(ofArticle: path)
      }
      return error?.diagnostic
    }
    let told = try #require(refusal(annotations))
    #expect(told.fix == article)
    #expect(told.message.contains("`galley '\(article)' --into '\(annotations)'`"))
    // It may not be there, and then it is not named.
    let alone = try #require(refusal(scratch("gold.ann")))
    #expect(alone.fix == nil)
    #expect(alone.message.contains("`galley ARTICLE --into \(scratch("gold.ann"))`"))
  }

  /// Whose file it is and on what, with these files there.
  private func found(_ standoff: String, among files: String...) throws -> [String?] {
    let scratch = try Scratch()
    for folder in ["alice", "corpus", "text", "attributions"] { scratch.makeFolder(folder) }
    for file in files { try scratch.write("", to: file) }
    let location = StandoffLocation(ofStandoff: scratch(standoff))
    return [
      location.article.map { String($0.dropFirst(scratch.path.count + 1)) }, location.annotator,
    ]
  }

  @Test(
    arguments: [
      ("ferry.ben.ann", "x/ferry.txt", "ben", "ben"), ("ferry_ben.ann", "ferry.txt", "ben", "ben"),
      ("ana/ferry.ann", "ferry.txt", "ana", "ana"), ("ana/./ferry.ann", "ferry.txt", "ana", "ana"),
      ("ferry.ann", "ferry.txt", nil, "ferry"), ("other.ann", "ferry.txt", "other", "other"),
      ("a.b.ben.ann", "a.b.txt", "ben", "ben"), ("a.ben.ann", "a.md", "ben", "ben"),
      ("ana/ferry.Jörg.ann", "ferry.txt", "ana", "ana"),
      ("ferry.Jörg.ann", "ferry.txt", nil, "not-an-annotator"),
      ("ferry.b en.ann", "ferry.txt", nil, "not-an-annotator"),
    ] as [(String, String, String?, String)])
  func theNameBesideTheArticlesIsTheAnnotators(
    standoff: String, article: String, annotator: String?, owner: String
  ) {
    let location = StandoffLocation(ofStandoff: standoff, article: article)
    #expect(location.annotator == annotator)
    var found: String?
    let refusal = failure { found = try location.owner }
    #expect(found ?? refusal == owner)
  }

  @Test func theLongestPrefixThatHasAnArticleCounts() throws {
    #expect(try found("corpus/a.b.ann", among: "corpus/a.b.txt") == ["corpus/a.b.txt", "corpus"])
    #expect(try found("corpus/a.b.ann", among: "corpus/a.txt") == ["corpus/a.txt", "b"])
    #expect(
      try found("corpus/a.b.ann", among: "corpus/a.txt", "corpus/a.b.txt")
        == ["corpus/a.b.txt", "corpus"])
    #expect(
      try found("corpus/a.b.ann", among: "corpus/a.txt", "a.b.txt")
        == ["corpus/../a.b.txt", "corpus"])
  }

  @Test func aFolderCanBeAnAnnotators() throws {
    #expect(try found("alice/a.ann", among: "alice/a.txt") == ["alice/a.txt", "alice"])
    #expect(try found("alice/a.ann", among: "a.txt") == ["alice/../a.txt", "alice"])
    #expect(
      try found("alice/a.ann", among: "a.txt", "alice/a.txt") == ["alice/a.txt", "alice"])
  }

  @Test func otherLayoutsAreReadToo() throws {
    #expect(
      try found("attributions/a_carol.ann", among: "text/a.txt")
        == ["attributions/../text/a.txt", "carol"])
    #expect(try found("corpus/a_b.ann", among: "corpus/a_b.txt", "corpus/a.txt").last == "corpus")
  }

  @Test func withoutAnArticleTheNameIsTheAnnotators() throws {
    #expect(try found("alice.ann") == [nil, "alice"])
    #expect(try found("al ice.ann") == [nil, nil])
    #expect(StandoffLocation(ofStandoff: "").annotator == nil)
  }
}
