/// The re-anchoring of all standoff files of one article, as one act: all of them, or none.
package struct ArticleReanchoring: Sendable {
  /// One of the files.
  package struct File: Sendable {
    /// The standoff file as its user named it.
    package let path: String
    /// What became of each annotation, in the order of the old text.
    package let fates: [SpanFate]
    /// What had been parked and came back.
    package let restored: [Annotation]
    /// How many annotations are parked now.
    package let parkedCount: Int
    /// How many lines cannot be used, and are left as they are.
    package let unusable: Int
    /// Whether anything has to be written: the file, what is parked, or a new journal.
    package let needsWork: Bool
    fileprivate let old: [UInt8]
    fileprivate let new: [UInt8]
    fileprivate let parking: Parking

    /// How many annotations came to a kind of fate.
    package func count(_ kind: SpanFate.Kind) -> Int { fates.count { $0.kind == kind } }

    /// Where what is lost is kept.
    package var parkedPath: String { ParkedFile.path(ofStandoff: path) }
  }

  /// The bytes of a parked file before the act, while it lasts, and after it.
  fileprivate struct Parking: Sendable {
    let before: [UInt8]?
    let meanwhile: [UInt8]
    let after: [UInt8]
  }

  /// The article as it is now.
  package let article: Article
  /// The files, in the order given.
  package let files: [File]

  /// Finds out what re-anchoring comes to; nothing is written.
  ///
  /// - Parameters:
  ///   - standoffs: the standoff files of the article.
  ///   - article: the article as it is now.
  ///   - old: the article as it was; without it, the quoted words have to tell.
  ///   - threshold: the least score at which a place is taken.
  /// - Throws: where a file cannot be read; `duplicate-id` where a line would be used that is not because
  ///   an earlier one has its id.
  package init(
    of standoffs: [String], to article: Article, from old: Article?,
    threshold: Double = Correction.usualThreshold, on disk: any Disk = SystemDisk()
  ) throws(DiagnosticError) {
    self.article = article
    let correction = old.map { Correction(from: $0, to: article, threshold: threshold) }
    let reading = FileReading(on: disk)
    var journals = JournalledArticles(on: disk)
    var files: [File] = []
    for path in standoffs {
      let bytes = try reading.bytes(of: path, as: "standoff file")
      let set = AnnotationSet(parsing: bytes, of: old ?? article)
      let outcome =
        correction.map { Reanchoring(of: set, by: $0) }
        ?? Reanchoring(of: set, to: article, threshold: threshold)
      let before = try reading.bytes(
        ofPossible: ParkedFile.path(ofStandoff: path), as: "file of parked annotations")
      var meanwhile = ParkedFile(parsing: before ?? [])
      let back = ParkedReturn(
        of: meanwhile, into: AnnotationSet(parsing: outcome.bytes, of: article),
        threshold: threshold)
      var after = back.rest
      if let section = outcome.parked {
        meanwhile.add(section)
        after.add(section)
      }
      let parking = Parking(
        before: before, meanwhile: meanwhile.encoded(), after: after.encoded())
      let new = back.set.encoded()
      if var place = set.revivedLine(in: back.set)?.place {
        place.source = path
        throw DiagnosticError(
          .duplicateID,
          "the annotation whose id this line has as well would go elsewhere, and this one would be used in its place; give it an id of its own first",
          at: place)
      }
      let journalled = journals.hash(besideStandoff: path)
      let isOnOther = journalled.map { $0 != article.hash } ?? false
      files.append(
        File(
          path: path, fates: outcome.fates, restored: back.restored,
          parkedCount: after.spanCount, unusable: set.unusable.count,
          needsWork: new != bytes || parking.after != before ?? [] || isOnOther,
          old: bytes, new: new, parking: parking))
    }
    self.files = files
  }

  /// Whether something was changed or lost, or is doubtful, so that a person should look.
  package var needsLook: Bool {
    files.contains { file in
      file.count(.changed) + file.count(.lost) > 0 || file.fates.contains(where: \.isDoubtful)
    }
  }

  /// Rewrites the files.
  ///
  /// All of them are locked until the end. What is lost is parked before it is taken out, and what
  /// came back leaves the parked file after it was put in, so that at no moment anything is in neither
  /// file. Journals begin anew, see ``JournalRenewal``.
  ///
  /// - Returns: what could not be tidied up afterwards; the files are rewritten.
  /// - Throws: `changed-on-disk` where a file or what is parked beside it holds something else by now;
  ///   as ``CorpusRewrite``. All files are then as they were, or the error says which are not.
  package func carryOut(
    pid: Int32, on disk: any Disk = SystemDisk()
  ) throws(DiagnosticError) -> [Diagnostic] {
    let work = files.filter(\.needsWork)
    var locks: [StandoffRewrite] = []
    defer { withExtendedLifetime(locks) {} }
    for file in work { locks.append(try StandoffRewrite(of: file.path, pid: pid, on: disk)) }
    for (file, lock) in zip(work, locks) {
      try lock.require(file.old)
      try Self.require(file.parking.before, file.parkedPath, disk)
    }
    var rewrite = CorpusRewrite(pid: pid, on: disk)
    var parked: [File] = []
    do throws(DiagnosticError) {
      for (file, lock) in zip(work, locks) where file.new != file.old {
        try rewrite.add(file.path, from: file.old, to: file.new, under: lock)
      }
      for file in work {
        try Self.write(file.parking.meanwhile, over: file.parking.before, file.parkedPath, disk)
        parked.append(file)
      }
    } catch {
      rewrite.cancel()
      Self.takeBack(parked, on: disk)
      throw error
    }
    do throws(DiagnosticError) {
      try rewrite.carryOut()
    } catch {
      if error.diagnostic.name != .partlyRewritten, error.diagnostic.name != .notSynchronized {
        Self.takeBack(parked, on: disk)
      }
      throw error
    }
    return tidyUp(work, on: disk)
  }

  private func tidyUp(_ work: [File], on disk: any Disk) -> [Diagnostic] {
    var journals = JournalledArticles(on: disk)
    var left: [Diagnostic] = []
    for file in work {
      do throws(DiagnosticError) {
        let parking = file.parking
        try Self.write(parking.after, over: parking.meanwhile, file.parkedPath, disk)
        guard journals.hash(besideStandoff: file.path) != article.hash else { continue }
        try JournalRenewal.begin(
          for: file.path, holding: file.new, on: article.hash, on: disk)
      } catch {
        var diagnostic = error.diagnostic
        diagnostic.severity = .warning
        left.append(diagnostic)
      }
    }
    return left
  }

  /// Makes sure that a parked file holds what it held when it was read.
  private static func require(
    _ old: [UInt8]?, _ path: String, _ disk: any Disk
  ) throws(DiagnosticError) {
    let now = try FileReading(on: disk).bytes(ofPossible: path, as: "file of parked annotations")
    guard now ?? [] == old ?? [] else { throw StandoffRewrite.changed(path) }
  }

  /// Puts bytes in a parked file, which goes where nothing is parked.
  private static func write(
    _ new: [UInt8], over old: [UInt8]?, _ path: String, _ disk: any Disk
  ) throws(DiagnosticError) {
    guard new != old ?? [] else { return }
    if new.isEmpty {
      try? disk.remove(path)
    } else {
      try AtomicFile(on: disk).write(new, to: path)
    }
  }

  private static func takeBack(_ files: [File], on disk: any Disk) {
    for file in files {
      try? write(
        file.parking.before ?? [], over: file.parking.meanwhile, file.parkedPath, disk)
    }
  }
}
