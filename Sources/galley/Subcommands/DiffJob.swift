import Adjudication
import ArgumentParser
import CommandLanguage
import Standoff

/// `galley diff A.ann B.ann`: tells how the annotations of two files differ.
struct DiffJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tells how the annotations of two files, or of two folders, differ.",
    discussion: """
      What was added, removed and changed, in the order of the text and in its words. Ids and the \
      order of lines make no difference. Exit status: 0 the same, 1 they differ, 2 a file could not \
      be read or the articles are not the same.
      """)

  @Argument(
    help: ArgumentHelp("The standoff file, or folder, that is compared with.", valueName: "a.ann"),
    completion: .file())
  var old: String

  @Argument(
    help: ArgumentHelp("The standoff file, or folder, that is compared.", valueName: "b.ann"),
    completion: .file())
  var new: String

  @Option(
    help: ArgumentHelp("The article, where the names do not tell.", valueName: "article.txt"),
    completion: .file())
  var text: String?

  @Option(help: "text, or json: an object a difference.")
  var format = Settings.Format.text

  @Option(help: "auto, always or never. NO_COLOR and TERM=dumb are obeyed.")
  var color = Settings.Color.auto

  func run() throws {
    var settings = Settings()
    settings.color = color
    let renderer = TextRenderer(
      schema: .news, usesColor: Printer().usesColor(on: .output, settings))
    var status = Status.done
    do throws(DiagnosticError) {
      let pairs = try StandoffPair.pairs(of: old, and: new)
      var journals = JournalledArticles()
      for pair in pairs {
        let lines: [String]
        do {
          lines = try self.lines(of: pair, renderer, &journals)
        } catch {
          status = Printer().failure(error.diagnostic, color: color)
          continue
        }
        guard !lines.isEmpty else { continue }
        status = max(status, Status.findings)
        let title = pairs.count > 1 && format == .text ? [(pair.new ?? pair.old ?? "").visible] : []
        StandardStream.output.write(lines: title + lines)
      }
    } catch {
      status = Printer().failure(error.diagnostic, color: color)
    }
    if status != Status.done { throw ExitCode(status) }
  }

  private func lines(
    of pair: StandoffPair, _ renderer: TextRenderer, _ journals: inout JournalledArticles
  ) throws(DiagnosticError) -> [String] {
    // A pipe can be read once.
    let (before, after) = (try Self.bytes(of: pair.old), try Self.bytes(of: pair.new))
    let article = try article(of: pair)
    let old = try Self.set(before, at: pair.old, of: article, &journals)
    let new = try Self.set(after, at: pair.new, of: article, &journals)
    let echo = SpanEcho(article)
    return AnnotationDiff(from: old, to: new).changes.map { change in
      let text = ChangeText(change, from: old, to: new, echo)
      guard format == .json else { return renderer.line(text.line) }
      return (pair.inner.map { text.json(of: $0) } ?? text.json).encoded()
    }
  }

  /// The article that both files are on.
  private func article(of pair: StandoffPair) throws(DiagnosticError) -> Article {
    let standoffs = [pair.old, pair.new].compactMap(\.self)
    let paths =
      text.map { [$0] } ?? standoffs.compactMap { StandoffLocation(ofStandoff: $0).article }
    guard let path = paths.first else { throw MissingArticle.error(of: standoffs) }
    var reading = ArticleReading()
    let article = try reading.article(at: path)
    for other in paths.dropFirst() where try reading.article(at: other).hash != article.hash {
      throw DifferentArticles.error(path, other, "compared")
    }
    return article
  }

  /// What stands in a file, or comes out of a pipe; nothing where there is none.
  private static func bytes(of path: String?) throws(DiagnosticError) -> [UInt8] {
    try path.map { path throws(DiagnosticError) in
      try FileReading().bytes(ofFileOrPipe: path, as: "standoff file")
    } ?? []
  }

  private static func set(
    _ bytes: [UInt8], at path: String?, of article: Article, _ journals: inout JournalledArticles
  ) throws(DiagnosticError) -> AnnotationSet {
    let set = AnnotationSet(parsing: bytes, of: article)
    guard let path else { return set }
    try set.requireAnnotations(at: path)
    try DifferentArticles.check(set, of: path, at: path, journals.hash(besideStandoff: path))
    return set
  }
}
