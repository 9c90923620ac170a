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
    let article = try article(of: pair)
    let old = try Self.set(at: pair.old, of: article, &journals)
    let new = try Self.set(at: pair.new, of: article, &journals)
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
    for standoff in standoffs {
      _ = try FileReading().bytes(of: standoff, as: "standoff file")
    }
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

  private static func set(
    at path: String?, of article: Article, _ journals: inout JournalledArticles
  ) throws(DiagnosticError) -> AnnotationSet {
    guard let path else { return AnnotationSet(of: article) }
    let set = AnnotationSet(
      parsing: try FileReading().bytes(of: path, as: "standoff file"), of: article)
    try DifferentArticles.check(set, of: path, at: path, journals.hash(besideStandoff: path))
    return set
  }
}
