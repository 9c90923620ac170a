import Standoff
import TestSupport
import Testing

@Suite struct CorpusTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// What these paths lead to: `STANDOFF < ARTICLE by ANNOTATOR`, or the name of what is wrong.
  private func found(_ paths: String..., article: String? = nil) -> [String] {
    Corpus(at: paths.map { folder($0) }, article: article).items.map { item in
      switch item {
      case .file(let location):
        let article = location.article.map { FilePath.simplified($0) } ?? "nothing"
        return
          "\(relative(location.standoff)) < \(relative(article)) by \(location.annotator ?? "nobody")"
      case .finding(let finding):
        return "\(relative(finding.place.source ?? "")): \(finding.severity) \(finding.name)"
      case .failure(let failure): return "\(relative(failure.place.source ?? "")): \(failure.name)"
      }
    }
  }

  private func relative(_ path: String) -> String {
    path.hasPrefix(folder.path + "/") ? String(path.dropFirst(folder.path.count + 1)) : path
  }

  private func write(_ names: String...) throws {
    for name in names { try folder.write("", to: name) }
  }

  @Test func bothLayoutsAreFoundInOrder() throws {
    try write(
      "flat/b.ann", "flat/b.txt", "flat/a.txt", "flat/a.ines.ann", "flat/a.oskar.ann",
      "folders/a.txt", "folders/oskar/a.ann", "folders/ines/a.ann", "pairs/ines/a.ann",
      "pairs/ines/a.txt", "pairs/oskar/a.ann", "pairs/oskar/a.txt", "polnear/text/a.txt",
      "polnear/attributions/a_ines.ann", "flat/readme.md", "flat/galley.yaml")
    #expect(
      found("") == [
        "flat/a.ines.ann < flat/a.txt by ines", "flat/a.oskar.ann < flat/a.txt by oskar",
        "flat/b.ann < flat/b.txt by flat", "folders/ines/a.ann < folders/a.txt by ines",
        "folders/oskar/a.ann < folders/a.txt by oskar",
        "pairs/ines/a.ann < pairs/ines/a.txt by ines",
        "pairs/oskar/a.ann < pairs/oskar/a.txt by oskar",
        "polnear/attributions/a_ines.ann < polnear/text/a.txt by ines",
      ])
  }

  @Test func anArticleStandsForItsStandoffFiles() throws {
    try write(
      "a.txt", "a.ann", "a.ines.ann", "ab.txt", "ab.ann", "a.b.txt", "a.b.ann", "oskar/a.ann",
      "oskar/b.ann", ".galley/a.ann", "text/c.txt", "attributions/c_ines.ann", "lonely.txt")
    #expect(
      found("a.txt").map { $0.split(separator: " ")[0] } == ["a.ann", "a.ines.ann", "oskar/a.ann"])
    #expect(
      found("text/c.txt") == ["text/../attributions/c_ines.ann < text/c.txt by ines"])
    #expect(found("lonely.txt") == [])
  }

  @Test func hiddenNamesArePassedOverUnlessTheyAreNamed() throws {
    try write("a.txt", "a.ann", ".galley/a.ann", ".a.ann", ".git/x/b.ann", ".git/x/b.txt")
    #expect(found("").map { $0.split(separator: " ")[0] } == ["a.ann"])
    #expect(found(".git") == [".git/x/b.ann < .git/x/b.txt by x"])
  }

  @Test func linksMayGoInCircles() throws {
    try write("in/a.txt", "in/a.ann", "other/b.txt", "other/b.ann")
    for (link, destination) in [
      ("in/again", "."), ("in/up", ".."), ("in/to", "../other"), ("other/back", "../in"),
      ("in/itself", "itself"),
    ] {
      try folder.link(link, to: destination)
    }
    #expect(
      found("in") == ["in/a.ann < in/a.txt by in", "in/to/b.ann < in/to/b.txt by to"])
  }

  @Test func whatIsNamedTwiceIsFoundOnce() throws {
    try write("in/a.txt", "in/a.ann", "in/b.txt", "in/b.ann")
    #expect(
      found("in/b.ann", "in", "in/./a.ann", "in/a.txt").map { $0.split(separator: " ")[0] }
        == ["in/b.ann", "in/a.ann"])
  }

  /// To the system they are two files, though they are equal as text.
  @Test func composedAndDecomposedNamesAreTwoFiles() throws {
    try write("caf\u{E9}.txt", "caf\u{E9}.ann", "cafe\u{301}.txt", "cafe\u{301}.ann")
    #expect(found("").count == 2)
  }

  @Test func aStandoffFileWithoutItsArticleIsNamed() throws {
    try write("in/a.ann", "in/b.ann", "in/b.txt")
    #expect(found("in") == ["in/a.ann: missing-article", "in/b.ann < in/b.txt by in"])
    let failures = Corpus(at: [folder("in/a.ann")]).items
    guard case .failure(let failure) = failures.first else { return #expect(Bool(false)) }
    #expect(failure.message.contains(folder("in/a.ann")))
    #expect(failure.fix == "name the article with --text")
    #expect(
      found("in/a.ann", article: folder("in/b.txt")) == ["in/a.ann < in/b.txt by a"])
  }

  @Test func twoFilesOfOneAnnotatorAreNamedBoth() throws {
    try write(
      "a.txt", "a.ines.ann", "a_ines.ann", "ines/a.ann", "oskar/a.ann", "b.txt", "b.ines.ann")
    #expect(
      found("") == [
        "a.ines.ann < a.txt by ines", "a_ines.ann: error same-annotator",
        "a_ines.ann < a.txt by ines", "b.ines.ann < b.txt by ines",
        "ines/a.ann: error same-annotator", "ines/a.ann < a.txt by ines",
        "oskar/a.ann < a.txt by oskar",
      ])
    for case .finding(let finding) in Corpus(at: [folder("")]).items {
      #expect(finding.message.contains(folder("a.ines.ann")))
    }
  }

  @Test func whatCannotBeReadIsNamed() throws {
    try write("in/a.txt", "in/a.ann", "in/locked/b.ann")
    try folder.link("in/nowhere.ann", to: "gone")
    folder.setMode(0, of: "in/locked")
    defer { folder.setMode(0o755, of: "in/locked") }
    let isRoot = SystemDisk().mayWrite(to: "/")
    let all = found("in", "missing", "in/missing.ann")
    #expect(all.first == "in/a.ann < in/a.txt by in")
    #expect(all.contains(isRoot ? "in/locked/b.ann: missing-article" : "in/locked: no-permission"))
    #expect(all.contains("in/nowhere.ann: no-such-file"))
    #expect(all.suffix(2) == ["missing: no-such-file", "in/missing.ann: no-such-file"])
  }

  @Test func aFolderThatHoldsNoneSaysSo() throws {
    try write("in/a.txt", "full/a.txt", "full/a.ann")
    #expect(found("in") == ["in: warning no-standoff-file"])
    // The second time there is nothing new to say.
    #expect(found("full", "full").count == 1)
    #expect(found("in", "in").count == 1)
  }

  @Test func filesOnOneArticleAreOnePiece() throws {
    try write("a.txt", "a.ann", "a.ines.ann", "b.txt", "b.ann", "lost.ann", "z.txt")
    for number in 10..<50 { try write("z.\(number).ann") }
    let corpus = Corpus(at: [folder("")])
    #expect(corpus.pieces.map(\.count) == [2, 2, 16, 16, 8])
    #expect(corpus.pieces.flatMap { $0 } == corpus.items)
    #expect(Corpus(at: []).pieces.isEmpty)
    // What is wrong alone is a piece as well.
    #expect(Corpus(at: [folder("lost.ann")]).pieces.count == 1)
  }

  @Test func manyShortFilesMakePiecesOfSeveral() throws {
    for number in 1000..<1200 { try write("a\(number).txt", "a\(number).ann") }
    let corpus = Corpus(at: [folder("")])
    #expect(corpus.pieces.count == 67)
    #expect(corpus.pieces.allSatisfy { $0.count <= 3 })
    #expect(corpus.pieces.flatMap { $0 } == corpus.items)
  }
}
