import ArgumentParser
import CommandLanguage
import Glibc
import Standoff

/// `galley reanchor PATH…`: lets annotations follow the words of an article that was corrected.
struct ReanchorJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reanchor",
    abstract: "Lets annotations follow the words of an article that was corrected.",
    usage: """
      galley reanchor ARTICLE|FOLDER … [--from OLD.txt | --from-git REV] [--dry-run]
      """,
    discussion: """
      Rewrites the standoff files of an article as it is now: all of them, or none. With the old text \
      it compares the two; without it, it looks for the words that the files quote. What is lost is \
      parked in STEM.….ann.parked, with its attributes, relations and notes, and taken up again when \
      its words come back. Without the old text, words that stand several times and have not kept \
      their distance to others are told as doubtful. Of several articles only those are told of that \
      something became of. Exit status: 0 nothing was changed, lost or doubtful, 1 something was, 2 it \
      could not be done.
      """)

  @OptionGroup var files: CorpusPaths

  @Option(
    help: ArgumentHelp(
      "The article as it was, or a folder with articles of the same names.", valueName: "old.txt"),
    completion: .file())
  var from: String?

  @Option(
    help: ArgumentHelp(
      "The revision of the repository that has the article as it was.", valueName: "revision"))
  var fromGit: String?

  @Option(help: "The least score, from 0 to 1, at which a place is taken for found.")
  var threshold = Correction.usualThreshold

  @Flag(help: "Say what would become of the annotations, and write nothing.")
  var dryRun = false

  @Flag(help: "Exit with 0 also where something was changed or lost.")
  var accept = false

  @Option(help: "text, or json: an object a file that says what became of its annotations.")
  var report = Settings.Format.text

  @Option(help: "auto, always or never.")
  var color = Settings.Color.auto

  func validate() throws {
    if from != nil, fromGit != nil {
      throw ValidationError("--from and --from-git do not go together.")
    }
    if let from, from.hasSuffix(".ann") {
      throw ValidationError("--from takes the article as it was, and `\(from)` is a standoff file.")
    }
    if let fromGit, fromGit.hasPrefix("-") || fromGit.isEmpty {
      throw ValidationError("--from-git takes a revision, and not `\(fromGit)`.")
    }
    guard (0...1).contains(threshold) else {
      throw ValidationError("--threshold takes a number from 0 to 1.")
    }
  }

  func run() throws {
    let edition =
      from.map(OldEdition.path) ?? fromGit.map(OldEdition.revision) ?? OldEdition.none
    var corpus = CorpusFiles(at: files.paths, article: files.text, color: color)
    let articles = Self.articles(of: corpus.files)
    if case .path(let path) = edition, articles.count > 1, FileReading().isFile(path) {
      throw ValidationError(
        "--from names one text, and there are \(articles.count) articles; name a folder with their old texts."
      )
    }
    var needsLook = false
    for (path, standoffs) in articles {
      do throws(DiagnosticError) {
        let bytes = try FileReading().bytes(of: path, as: "article")
        let article = try Article(bytes: bytes, path: path)
        let act = try ArticleReanchoring(
          of: standoffs, to: article, from: edition.text(of: path, in: root(of: path)),
          threshold: threshold)
        if !dryRun {
          for diagnostic in try act.carryOut(pid: getpid()) { corpus.note(diagnostic) }
        }
        for file in act.files {
          let text = ReanchoringText(file, on: article)
          if report == .json || articles.count == 1 || !text.isQuiet { tell(text) }
        }
        needsLook = needsLook || act.needsLook
      } catch {
        corpus.report(error.diagnostic)
      }
    }
    let status = needsLook && !accept ? max(corpus.status, Status.findings) : corpus.status
    if status != Status.done { throw ExitCode(status) }
  }

  private func tell(_ text: ReanchoringText) {
    switch report {
    case .json: StandardStream.output.write(lines: [text.json.encoded()])
    case .text:
      var lines = text.lines
      if dryRun, let first = lines.first { lines[0] = first + " (nothing was written)" }
      StandardStream.output.write(lines: lines)
    }
  }

  /// The folder on the command line that an article was found in.
  private func root(of article: String) -> String? {
    let name = FilePath.simplified(article)
    return files.paths.first { path in
      FileReading().isFolder(path)
        && (FilePath.simplified(path).isEmpty
          || name.utf8.starts(with: (FilePath.simplified(path) + "/").utf8))
    }
  }

  /// The articles of standoff files, each with its files, in the order they were found.
  private static func articles(
    of files: [StandoffLocation]
  ) -> [(path: String, standoffs: [String])] {
    var articles: [(path: String, standoffs: [String])] = []
    var places: [[UInt8]: Int] = [:]
    for file in files {
      let path = file.article ?? ""
      let key = Array(FilePath.simplified(path).utf8)
      if let place = places[key] {
        articles[place].standoffs.append(file.standoff)
      } else {
        places[key] = articles.count
        articles.append((path, [file.standoff]))
      }
    }
    return articles
  }
}
