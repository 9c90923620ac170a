import ArgumentParser
import CommandLanguage
import Glibc
import Standoff

/// What the jobs that change a schema's names have in common.
struct SchemaChangeOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      """
      The names, and the standoff files, articles and folders they are changed in. Where a name is \
      a label and an attribute or a relation as well, the word label, attribute or relation stands \
      before it.
      """, valueName: "name and path"), completion: .file())
  var words: [String]

  @Flag(help: "Say what would change, and write nothing.")
  var dryRun = false

  @Option(help: "auto, always or never.")
  var color = Settings.Color.auto

  /// Carries a change out over all files or none, and says what it came to in each.
  ///
  /// - Parameters:
  ///   - count: how many names there are; the last takes the place of the others unless `removes`.
  func run(names count: Int, removes: Bool = false, mayMeet: Bool = false) throws {
    var words = words[...]
    var kind: SchemaChange.Kind?
    if words.count > count + 1, let named = words.first.flatMap(SchemaChange.Kind.init) {
      kind = named
      words = words.dropFirst()
    }
    guard words.count > count else {
      throw ValidationError("Name \(counted(count, "name")) and at least one file or folder.")
    }
    let names = Array(words.prefix(count))
    var corpus = CorpusFiles(at: Array(words.dropFirst(count)), color: color)
    guard corpus.status == Status.done else { throw ExitCode(corpus.status) }
    do throws(DiagnosticError) {
      let migration = try SchemaMigration(
        of: removes ? names : names.dropLast(), into: removes ? nil : names.last, kind: kind,
        mayMeet: mayMeet, in: corpus.files)
      if !dryRun { try migration.carryOut(pid: getpid()) }
      let text = SchemaChangeText(migration, isDryRun: dryRun)
      StandardStream.output.write(lines: text.lines.map(\.visible))
      for note in migration.left { corpus.note(note) }
      let first = corpus.files.first { $0.standoff == migration.changes.first?.path }
      if let article = first?.article,
        let schema = try? SchemaOpening(path: nil).schema(forArticle: article),
        let note = migration.change.note(on: schema)
      {
        corpus.note(note)
      }
    } catch {
      corpus.report(error.diagnostic)
      throw ExitCode(corpus.status)
    }
  }
}
