import ArgumentParser
import CommandLanguage
import Glibc
import Standoff

/// `galley format PATH…`: puts standoff files in the order and spelling of the clean profile.
struct FormatJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Puts the lines of standoff files in their order and spells them plainly.",
    discussion: """
      What the files say stays the same, ids included; lines that cannot be used keep their bytes \
      and stay behind the line they stand behind. Files that change are named. Exit status: 0 done, \
      1 with --check a file would change, 2 a file could not be read or written.
      """)

  @OptionGroup var files: CorpusPaths

  @Flag(help: "Name the files that would change, write nothing, and exit with 1 where one would.")
  var check = false

  @Flag(help: "Name the files that would change, and write nothing.")
  var dryRun = false

  @Option(help: "auto, always or never.")
  var color = Settings.Color.auto

  func run() throws {
    var corpus = CorpusFiles(at: files.paths, article: files.text, color: color)
    var changesAny = false
    for file in corpus.files {
      do throws(DiagnosticError) {
        if let outcome = try format(file) {
          StandardStream.output.write(lines: [outcome.visible])
          changesAny = true
        }
      } catch {
        corpus.report(error.diagnostic)
      }
    }
    let status = check && changesAny ? max(corpus.status, Status.findings) : corpus.status
    if status != Status.done { throw ExitCode(status) }
  }

  /// Formats a file and says so; `nil` where it is in form already.
  private func format(_ file: StandoffLocation) throws(DiagnosticError) -> String? {
    let files = FileReading()
    let path = file.article ?? ""
    let article = try Article(bytes: files.bytes(of: path, as: "article"), path: path)
    let old = try files.bytes(of: file.standoff, as: "standoff file")
    let set = AnnotationSet(parsing: old, of: article)
    let new = set.formatted()
    guard new != old else { return nil }
    if !check, !dryRun {
      try StandoffRewrite(of: file.standoff, pid: getpid()).replace(old, with: new)
    }
    let unusable = set.unusable.count
    let rest = unusable == 0 ? "" : ", but for \(counted(unusable, "line")) that cannot be used"
    return "\(file.standoff): \(check || dryRun ? "would be formatted" : "formatted")\(rest)"
  }
}
