/// An article being annotated: its annotations, what was done to them, and the files they live in.
///
/// An interactive session has every change on the disk before ``perform(_:as:names:decisions:)`` returns, and
/// keeps the lock of its standoff file; a script's changes stay in memory until ``commit()``; a
/// reading session changes nothing. However a session ends, the next one finds all that was
/// answered for.
public final class Session {
  /// How the session treats the disk.
  ///
  /// A session opened as interactive turns out as reading where the folder may not be written to; a
  /// notice says so.
  public private(set) var access: SessionRequest.Access
  /// Whether everything is done but the writing.
  public let isDryRun: Bool
  /// The files.
  public let location: StandoffLocation
  /// The article.
  public let article: Article
  /// The schema.
  public let schema: Schema
  /// The annotations as they are now.
  public internal(set) var annotations: AnnotationSet
  /// What whoever opened the session should know: acts restored, changes by other programs.
  public private(set) var notices: [Diagnostic] = []

  /// The handles and names of the annotations.
  ///
  /// Handles are given on first use, in text order; before an act at the latest.
  public var handles: HandleTable {
    if let given = givenHandles { return given }
    let handles = startingHandles()
    givenHandles = handles
    return handles
  }

  /// The handles, once they have been given; an act changes them here, where they are not copied.
  var givenHandles: HandleTable?

  let paths: JournalPaths
  let disk: any Disk
  let now: () -> Timestamp
  let pid: Int32
  /// What happened, as the journal has or will have it.
  var journal: Journal
  /// What is to be done before the journal can be written, until it has been begun.
  var settlement: Settlement?
  /// The journal on the disk, once it is open for writing.
  var file: JournalFile?
  /// What the journal on the disk lacks as yet.
  var pending: [JournalRecord] = []
  /// What the standoff file holds, as far as this session knows.
  var standoffHash: UInt64
  /// What merges what stands here with what another program has made of the standoff file since;
  /// `nil` leaves such a file alone.
  package var merging: ForeignMerge.Merging?
  /// What the last saving took in from another program; `nil` where it took in nothing.
  package internal(set) var foreignMerge: ForeignMerge?
  /// Whether a script has asked for a save, so that what was not saved before it began is as well.
  var savesWhatWasFound = false
  private(set) var lock: Lock?
  /// The acts that counted when the session began.
  let opening: [Int]
  /// How many annotations stood on their words when the session began.
  let fit: ArticleFit
  /// The most unusable lines of the standoff file that are told one by one on opening.
  private static let mostLinesTold = 8

  /// Opens an article with its annotations.
  ///
  /// - Parameters:
  ///   - request: what to open, and what for.
  ///   - schema: the labels to annotate with.
  ///   - now: the clock.
  ///   - pid: the process's id, told to a second shell that is refused.
  /// - Returns: the session, with its notices.
  /// - Throws: where a file cannot be read; `locked` where an interactive session finds another one
  ///   at work; `journal-newer`.
  public static func open(
    _ request: SessionRequest, schema: Schema, now: @escaping () -> Timestamp, pid: Int32
  ) throws(DiagnosticError) -> Session {
    try open(request, schema: schema, now: now, pid: pid, on: SystemDisk())
  }

  package static func open(
    _ request: SessionRequest, schema: Schema, now: @escaping () -> Timestamp, pid: Int32,
    on disk: any Disk
  ) throws(DiagnosticError) -> Session {
    let location = try StandoffLocation(
      ofArticle: request.article, annotator: request.annotator, into: request.into)
    try location.checkIsApart(on: disk)
    let bytes = try FileReading(on: disk).bytes(of: request.article, as: "article")
    let article = try Article(bytes: bytes, path: request.article)
    return try Session(request, location, article, schema, now, pid, disk)
  }

  private init(
    _ request: SessionRequest, _ location: StandoffLocation, _ article: Article, _ schema: Schema,
    _ now: @escaping () -> Timestamp, _ pid: Int32, _ disk: any Disk
  ) throws(DiagnosticError) {
    self.location = location
    self.article = article
    self.schema = schema
    self.now = now
    self.pid = pid
    self.disk = disk
    isDryRun = request.isDryRun
    paths = JournalPaths(of: location.standoff, on: disk)
    var access = request.access
    if access == .interactive, !isDryRun {
      do {
        lock = try Lock(paths, pid: pid, on: disk)
      } catch {
        guard error.diagnostic.name == .readOnlyFolder else { throw error }
        access = .reading
        var notice = error.diagnostic
        notice.severity = .warning
        notice.message += ". Nothing can be changed until then"
        notices.append(notice)
      }
    }
    self.access = access
    let annotator = location.annotator
    let found = try Recovery.found(of: article, at: paths, on: disk, isLocked: lock != nil) {
      JournalRecord($0, at: now(), by: annotator)
    }
    annotations = found.annotations
    journal = found.journal
    opening = found.journal.done
    standoffHash = found.standoffHash
    settlement = found.settlement
    // Where there is a journal no annotation came with a fault: galley does not make such.
    fit = ArticleFit(
      of: found.annotations, articleHash: found.articleHash,
      fewest: found.settlement.journalHash == nil ? MisfitList.usualFewest : 1)
    notices += found.notices + unusableLines()
    if articleIsOther {
      notices.removeAll { $0.name == .articleChanged }
      notices.insert(noticeOfOtherArticle, at: 0)
    } else if fit.others > 0 {
      notices.append(noticeOfOtherWords)
    }
    if lock != nil { try settle() }
    lock?.tell(journalLength: file?.length ?? 0)
  }

  /// The lines of the standoff file that cannot be used: the first of them by themselves, and how
  /// many more there are.
  private func unusableLines() -> [Diagnostic] {
    let malformed = annotations.malformed.tellingConflictsOfGitOnce.filter { $0.severity == .error }
    var told = malformed.prefix(Self.mostLinesTold).map { finding in
      var finding = finding
      finding.severity = .warning
      finding.place.source = location.standoff
      return finding
    }
    guard let last = told.indices.last else { return [] }
    let more = malformed.count - told.count
    told[last].notes.append(
      (more > 0 ? "\(counted(more, "more line")) cannot be used either. " : "")
        + "Such lines are kept as they are, and nothing can be done with them here; `validate` tells them all"
    )
    return told
  }

  /// Goes on at the prompt after a script: from here on every change is on the disk before it is
  /// answered.
  ///
  /// - Throws: `locked`, `changed-on-disk`, `journal-failed`; the session is then what it was.
  public func becomeInteractive() throws(DiagnosticError) {
    guard access == .script, !isDryRun else { return }
    try takeLock()
    try write(pending)
    pending = []
    access = .interactive
    givenHandles?.endScript()
  }

  /// Ends the session's hold on its files, and writes nothing.
  ///
  /// What is journalled stays so.
  public func release() {
    file = nil
    lock?.release()
    lock = nil
  }

  // MARK: The lock

  /// Takes the lock for a script's first change, and makes sure that what the script has read is
  /// still what is there.
  func takeLock() throws(DiagnosticError) {
    guard lock == nil, !isDryRun else { return }
    let taken = try Lock(paths, pid: pid, on: disk)
    guard let settlement, try settlement.stands(at: paths, on: disk) else {
      throw DiagnosticError(
        .changedOnDisk,
        "\(paths.standoff) was changed by another process while the script ran; run it again",
        at: Place(source: paths.standoff))
    }
    taken.tell(journalLength: settlement.journalLength)
    lock = taken
  }

  /// Puts the journal in order for writing, once.
  func settle() throws(DiagnosticError) {
    if file == nil { file = try settlement?.settle(at: paths, on: disk) }
  }

  // MARK: What others see

  /// The ``Article/hash`` of the article as it was when the journal was begun; `nil` where that tells
  /// nothing, for the annotations were made on another text.
  package var journalledArticleHash: UInt64? {
    articleIsOther && journal.header.article == article.hash ? nil : journal.header.article
  }

  /// How many acts that count the standoff file lacks, and how many it has that do not.
  ///
  /// Costs a comparison of two lists of the acts.
  package var unsavedCounts: (added: Int, removed: Int) { journal.unsaved }

  /// Whether the standoff file lacks acts that count, or has acts that do not.
  public var hasUnsaved: Bool { journal.hasUnsaved }

  /// Whether acts of this session count now, or acts that counted when it began do not.
  public var hasChanged: Bool { !journal.counts(opening) }

  /// Every act of this session and of the earlier ones that its journal reaches back to, oldest
  /// first.
  public var history: [HistoryEntry] {
    let (done, saved) = (Set(journal.done), Set(journal.saved.acts))
    return journal.acts.enumerated().map { index, entry in
      HistoryEntry(
        number: index + 1, command: entry.act.command, time: entry.time,
        annotator: entry.annotator, isUndone: !done.contains(index),
        isSaved: saved.contains(index), edit: entry.act.edit)
    }
  }

  /// The commands that, carried out on the standoff file as it was when the journal was begun, make
  /// the annotations as they are now.
  public var script: [String] { journal.done.map { journal.acts[$0].act.command } }

  private func startingHandles() -> HandleTable {
    var table = HandleTable(prefix: { [schema] in schema.handlePrefix(of: $0) })
    table.reserve(annotations.annotations.count)
    for annotation in annotations.annotations { table.add(annotation.id, label: annotation.label) }
    table.setNames(journal.names, acts: journal.acts.count)
    if access == .script { table.beginScript() }
    return table
  }
}
