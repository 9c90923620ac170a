/// The journal on the disk, open for writing; whoever has it holds the lock.
///
/// A block is written, synchronized, and only then answered for. Where that fails, the file is cut
/// back to where it was, so that no half line comes to stand before a whole one.
package final class JournalFile {
  private let paths: JournalPaths
  private let disk: any Disk
  private let file: Descriptor
  private var line: JournalLine
  /// How many bytes it has.
  package private(set) var length: Int
  /// Set where the file could not be cut back: what is written after that could not be read.
  private var isBroken = false

  /// Where a journal can be cut back to.
  package struct Mark: Sendable {
    fileprivate let line: JournalLine
    fileprivate let length: Int
  }

  /// The file's end as it is now.
  package var mark: Mark { Mark(line: line, length: length) }

  /// Goes on writing a journal behind what of it was read; what follows that is cut off.
  package init(
    continuing text: JournalText, at paths: JournalPaths, on disk: any Disk
  ) throws(DiagnosticError) {
    self.paths = paths
    self.disk = disk
    line = text.line
    length = text.length
    do throws(DiskFailure) {
      file = try disk.open(paths.journal, for: .appending)
    } catch {
      throw Self.explained(error, paths)
    }
    do throws(DiskFailure) {
      if text.ending != .whole { try disk.truncate(file, to: length) }
    } catch {
      throw Self.explained(error, paths)
    }
  }

  /// Begins a journal with its first block, and keeps the bytes it is relative to.
  package convenience init(
    beginning header: JournalHeader, base: [UInt8], with block: [JournalRecord],
    at paths: JournalPaths, on disk: any Disk
  ) throws(DiagnosticError) {
    var line = JournalLine()
    var bytes = line.encoded(header)
    for record in block { bytes += line.encoded(record) }
    do throws(DiagnosticError) {
      try Self.synchronizeNewFolder(paths, on: disk)
      try AtomicFile(on: disk).write(base, to: paths.base)
      try AtomicFile(on: disk).write(bytes, to: paths.journal)
      try self.init(continuing: JournalText(bytes), at: paths, on: disk)
    } catch {
      Self.remove(paths, on: disk)
      throw error
    }
  }

  /// The folder was made with the lock; from here on it has to last.
  private static func synchronizeNewFolder(
    _ paths: JournalPaths, on disk: any Disk
  ) throws(DiagnosticError) {
    do throws(DiskFailure) {
      try disk.synchronizeFolder(FilePath.folder(of: paths.folder))
    } catch {
      throw explained(error, paths)
    }
  }

  /// Takes a journal away that has just been begun, the base last: none stands without its base.
  static func remove(_ paths: JournalPaths, on disk: any Disk) {
    try? disk.remove(paths.journal)
    try? disk.remove(paths.base)
  }

  deinit { disk.close(file) }

  /// Puts a block at the end, `synchronized` on the medium when this returns.
  ///
  /// Throws `journal-failed`; the journal is then as it was before.
  package func append(
    _ block: [JournalRecord], synchronized: Bool = true
  ) throws(DiagnosticError) {
    guard !isBroken else { throw Self.explained(DiskFailure(.differs), paths) }
    let start = mark
    var bytes: [UInt8] = []
    for record in block { bytes += line.encoded(record) }
    do throws(DiskFailure) {
      try disk.writeAll(bytes, to: file)
      if synchronized { try disk.synchronize(file) }
      length += bytes.count
    } catch {
      retract(to: start)
      throw Self.explained(error, paths)
    }
  }

  /// Takes back what was put at the end since `mark`.
  package func retract(to mark: Mark) {
    line = mark.line
    length = mark.length
    do throws(DiskFailure) {
      try disk.truncate(file, to: length)
    } catch {
      isBroken = true
    }
  }

  private static func explained(_ failure: DiskFailure, _ paths: JournalPaths) -> DiagnosticError {
    DiagnosticError(
      .journalFailed,
      "nothing was changed: the journal \(paths.journal) could not be written because \(failure.because); what was done before is safe",
      at: Place(source: paths.journal))
  }
}

extension DiagnosticName {
  /// A change could not be written to the journal and was therefore not made.
  public static let journalFailed = DiagnosticName("journal-failed")
}
