import Adjudication
import ArgumentParser
import CommandLanguage
import Glibc
import Standoff

/// `galley merge --base BASE.ann OURS.ann THEIRS.ann -o OUT.ann`: merges what two sides did.
struct MergeJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merges what two sides did to the annotations of an article since they parted.",
    usage:
      "galley merge --base BASE.ann OURS.ann THEIRS.ann -o OUT.ann [--report json] [--dry-run]",
    discussion: """
      What one side changed is taken. What both changed otherwise is a conflict: both readings stand \
      in the file, with a line that says so, and `galley validate` finds it. What was decided before \
      for the output, in the file of decisions beside it, is carried out again. `galley git setup` lets \
      git merge so. Exit status: 0 merged, 1 conflicts are left, 2 the files could not be merged.
      """)

  @Argument(
    help: ArgumentHelp("The two sides.", valueName: "file.ann"),
    completion: .file(extensions: ["ann"]))
  var sides: [String]

  @Option(
    help: ArgumentHelp("What both sides come from.", valueName: "base.ann"),
    completion: .file(extensions: ["ann"]))
  var base: String

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Where the merged file goes; it may be one of the sides.", valueName: "out.ann"),
    completion: .file(extensions: ["ann"]))
  var output: String?

  @Option(
    help: ArgumentHelp("The article, where no name tells.", valueName: "article.txt"),
    completion: .file())
  var text: String?

  @Option(help: "text, or json: an object that says all that came of it.")
  var report = Settings.Format.text

  @Flag(help: "Say what would come of it, and write nothing.")
  var dryRun = false

  @Option(help: "auto, always or never.")
  var color = Settings.Color.auto

  func validate() throws {
    guard sides.count == 2 else { throw ValidationError("Name two files, ours and theirs.") }
    guard output != nil || dryRun else {
      throw ValidationError("Say with -o where the merged file goes, or try it with --dry-run.")
    }
  }

  func run() throws {
    var status = Status.done
    do throws(DiagnosticError) {
      let files = MergeFiles(base: base, ours: sides[0], theirs: sides[1])
      let merge = try files.merge(article: article())
      let decided = try DecidedMerge(merge.merged, onto: output)
      if let output, !dryRun { try Self.write(decided.set.encoded(), to: output) }
      tell(MergeText(merge), decided)
      if decided.isOpen { status = Status.findings }
    } catch {
      status = Printer().failure(error.diagnostic, color: color)
    }
    if status != Status.done { throw ExitCode(status) }
  }

  private func tell(_ text: MergeText, _ decided: DecidedMerge) {
    switch report {
    case .json:
      StandardStream.output.write(lines: [text.json.adding(decided.members).encoded()])
    case .text:
      StandardStream.output.write(lines: text.lines + [decided.line].compactMap(\.self))
    }
  }

  private func article() throws(DiagnosticError) -> Article {
    let standoffs = sides + [base]
    let named = text ?? standoffs.lazy.compactMap { StandoffLocation(ofStandoff: $0).article }.first
    guard let path = named else { throw MissingArticle.error(of: standoffs) }
    return try Article(bytes: FileReading().bytes(of: path, as: "article"), path: path)
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(DiagnosticError) {
    guard let old = try FileReading().bytes(ofPossible: path, as: "standoff file") else {
      return try AtomicFile().write(bytes, to: path)
    }
    try StandoffRewrite(of: path, pid: getpid()).replace(old, with: bytes)
  }
}

extension JSONValue {
  /// The object with further members at its end.
  fileprivate func adding(_ members: [(key: String, value: JSONValue)]) -> JSONValue {
    guard case .object(let own) = self else { return self }
    return .object(own + members)
  }
}

/// The three files of a merge.
struct MergeFiles {
  /// What both sides come from, and the sides.
  let base: String, ours: String, theirs: String

  /// Reads the files and merges them.
  ///
  /// - Throws: where a file cannot be read, or the sides cannot be merged.
  func merge(article: Article) throws(DiagnosticError) -> ThreeWayMerge {
    let sets = try [base, ours, theirs].map { path throws(DiagnosticError) in
      AnnotationSet(
        parsing: try FileReading().bytes(of: path, as: "standoff file"), of: article)
    }
    return try ThreeWayMerge(base: sets[0], ours: sets[1], theirs: sets[2])
  }
}
