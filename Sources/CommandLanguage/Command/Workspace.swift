import Adjudication
package import Standoff

/// What the commands of one shell work on: the session that is open, and what is remembered between
/// commands.
package struct Workspace {
  /// Where commands come from.
  package enum Door: Sendable {
    /// A person at a prompt, who can be asked.
    case prompt
    /// A script, `-c` or a pipe: nothing is asked, verbs are spelled out.
    case script
  }

  /// What is open.
  package internal(set) var session: Session?
  /// Where commands come from.
  package var door: Door
  /// Who answers questions; nobody in a script.
  package var interlocutor: (any Interlocutor)?
  /// Who watches long work; nobody in a script.
  package var onlooker: (any Onlooker)?
  /// What `option` changes.
  package var settings = Settings()
  /// What the last `find` found.
  package var hits: [[TextRange]] = []
  /// The annotation last made or changed, `$`.
  package var last: AnnotationID?
  /// The last act, for `.`.
  package var lastAct: TagAct?
  /// What of the article was shown last; `next` and `back` go on from there.
  package var position: TextRange?
  /// The most annotations that are echoed so that each echo can be typed again.
  private static let fewEnoughToLeadBack = 4

  /// The names of the file that the schema lacks and an act took away.
  var formerNames: [Vocabulary.Name] = []

  let opener: Opener
  /// The path of what is open, as it was given.
  var path = ""
  /// What a person should know of savings that came with closing.
  var savingNotices: [Diagnostic] = []
  /// What a script had open before and is yet to be written.
  var waiting: [(path: String, session: Session)] = []

  /// Starts with a session, or with nothing open.
  package init(_ session: Session? = nil, door: Door, opener: Opener) {
    self.session = session
    self.door = door
    self.opener = opener
    session?.merging = Self.merging
  }

  // MARK: What is open

  /// The session.
  ///
  /// - Throws: `nothing-open`.
  package var current: Session {
    get throws(DiagnosticError) {
      if let session { return session }
      throw DiagnosticError(.nothingOpen, "no article is open", fix: "open ARTICLE")
    }
  }

  /// The article.
  package var article: Article { get throws(DiagnosticError) { try current.article } }
  /// The annotations as they are now.
  package var annotations: AnnotationSet {
    get throws(DiagnosticError) { try current.annotations }
  }
  /// The schema in force; the one for news while nothing is open.
  package var schema: Schema { session?.schema ?? .news }

  /// Reads a script as text.
  ///
  /// - Throws: as reading a file does; `invalid-utf-8`.
  package func readScript(_ path: String) throws(DiagnosticError) -> String {
    let bytes = try opener.script(path)
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    throw DiagnosticError(
      .invalidUTF8, "the script is not UTF-8 text", at: Place(source: path),
      fix: "save it as UTF-8")
  }

  /// Reads another standoff file on the article that is open, to be compared with what is open.
  ///
  /// - Throws: `nothing-open`; `different-articles` where it, or what is open, is on another article;
  ///   and as reading a file does.
  package func readStandoff(_ path: String) throws(DiagnosticError) -> AnnotationSet {
    let session = try current
    let set = AnnotationSet(parsing: try opener.standoff(path), of: session.article)
    try set.requireAnnotations(at: path)
    let open = FilePath.name(of: session.location.standoff)
    try QuotationCheck(of: open, in: session.annotations).check(
      madeOn: session.journalledArticleHash)
    try QuotationCheck(of: FilePath.name(of: path), in: set).check(madeOn: opener.articleHash(path))
    return set
  }

  /// The paths of files and folders that begin so.
  package func paths(beginning typed: String) -> [String] {
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let isHidden = typed.dropFirst(folder.count).hasPrefix(".")
    return opener.names(folder.isEmpty ? "." : folder)
      .filter { isHidden || !$0.hasPrefix(".") }.map { folder + $0 }
  }

  // MARK: Acts

  /// Carries out what a command has prepared and says what changed.
  package mutating func commit(_ changes: Changes) throws(DiagnosticError) -> Report {
    let edit = changes.draft.edit()
    try refuseRevival(to: changes.draft.set)
    let noted = changes.settlesConflicts ? [] : try conflicts(notedIn: edit)
    if !changes.settlesConflicts { try refuseChangedReadings(edit, to: changes.draft.set) }
    var names: [String: AnnotationID] = [:]
    for (name, id) in changes.names { names[name] = id }
    if !edit.isEmpty || !names.isEmpty {
      var commands = changes.commands
      if edit.isEmpty {
        commands = names.sorted { $0.key < $1.key }.map { "# \($0.value) as \($0.key)" }
      }
      noteNames(in: edit, from: try annotations)
      try current.perform(
        edit, as: commands.joined(separator: "; "), names: names, decisions: changes.decisions)
    }
    let touched = changes.touched
    if let latest = touched.last { last = latest }
    var report = Report()
    let leadsBack = touched.count <= Self.fewEnoughToLeadBack
    let reporter = try reporter
    report.changed = touched.compactMap { reporter.report(of: $0, leadsBack: leadsBack) }
    report.items = report.changed.map { .echo(AnnotationLine($0).text) }
    report.touched = try stretches(of: [edit])
    if let remark = try overlapRemark(on: edit) { report.remarks.append(remark) }
    if let remark = try remark(onConflictsGoneOf: noted) { report.remarks.append(remark) }
    return report
  }

  /// Takes acts back.
  package mutating func stepBack(_ count: Int) throws(DiagnosticError) -> Report {
    try told(try current.undo(count), "taken back")
  }

  /// Does acts again.
  package mutating func stepForward(_ count: Int) throws(DiagnosticError) -> Report {
    try told(try current.redo(count), "done again")
  }

  /// How far what is open had come at some time.
  package struct Progress {
    fileprivate var marks: [ObjectIdentifier: [Int]] = [:]
  }

  /// How far what is open has come.
  package var progress: Progress {
    var progress = Progress()
    for session in allSessions { progress.marks[ObjectIdentifier(session)] = session.mark }
    return progress
  }

  /// Takes back what was done since then, in articles opened since then as well.
  package func takeBack(to progress: Progress) throws(DiagnosticError) {
    for session in allSessions {
      try session.goBack(to: progress.marks[ObjectIdentifier(session)])
    }
  }

  private var allSessions: [Session] { waiting.map(\.session) + (session.map { [$0] } ?? []) }

  private func told(
    _ entries: [HistoryEntry], _ what: String
  ) throws(DiagnosticError) -> Report {
    var report = Report(
      entries.map {
        var line = StyledText(what + "  ", .faint)
        line.append($0.command.abridged)
        return .echo(line)
      })
    report.members = [("acts", .array(entries.map { .string($0.command) }))]
    report.touched = try stretches(of: entries.map(\.edit))
    return report
  }

  /// The stretches that edits changed; only a person is shown them.
  private func stretches(of edits: [Edit]) throws(DiagnosticError) -> [TextRange] {
    guard door == .prompt else { return [] }
    let set = try annotations
    return edits.flatMap { $0.stretches(in: set) }
  }

  /// Writes the standoff file; a script's is written when the script is over.
  package func save() throws(DiagnosticError) {
    let session = try current
    if door == .prompt || session.access == .script { try session.save() }
  }

  /// How what another program has made of the file meanwhile is merged with what was done here.
  static let merging: ForeignMerge.Merging = { base, ours, theirs throws(DiagnosticError) in
    let merge = try ThreeWayMerge(base: base, ours: ours, theirs: theirs)
    return (merge.merged, merge.conflicts.count)
  }

  /// Goes back to the standoff file as last saved.
  package mutating func revert() throws(DiagnosticError) {
    try current.revert()
  }

  /// What is wrong with the annotations.
  package func findings() throws(DiagnosticError) -> [Diagnostic] {
    let session = try current
    let validator = Validator(articleHash: session.journalledArticleHash)
    let (set, schema, source) = (session.annotations, session.schema, session.location.standoff)
    return try carryOut("validating") {
      validator.findings(in: set, schema: schema, source: source)
    }
  }
}

extension DiagnosticName {
  /// A command that needs an article, before one was opened.
  package static let nothingOpen = DiagnosticName("nothing-open")
}
