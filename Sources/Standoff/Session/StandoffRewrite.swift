/// The rewriting of a standoff file by something else than a session, which it keeps out meanwhile.
package final class StandoffRewrite {
  private let path: String
  private let disk: any Disk
  private let lock: Lock

  /// Takes the lock of the file at `path`.
  ///
  /// - Throws: `locked` where a shell is at work on it, `unsaved-acts` where its journal has acts that
  ///   the file does not; as the reading of any file, and as the taking of any lock.
  package init(
    of path: String, pid: Int32, on disk: any Disk = SystemDisk()
  ) throws(DiagnosticError) {
    self.path = path
    self.disk = disk
    let paths = JournalPaths(of: path, on: disk)
    lock = try Lock(paths, pid: pid, on: disk)
    let files = FileReading(on: disk)
    guard files.isFile(paths.journal) else { return }
    let text = JournalText(try files.bytes(of: paths.journal, as: "journal"))
    guard var journal = text.journal else { return }
    let bytes = try files.bytes(of: path, as: "standoff file")
    _ = journal.recognize(contentHash(of: bytes))
    if journal.hasUnsaved { throw Self.unsaved(path, on: disk) }
  }

  /// Puts `new` in place of `old`, at once; the mode bits stay, and a symbolic link does.
  ///
  /// - Throws: as ``require(_:)`` and ``AtomicFile/write(_:to:)``.
  package func replace(_ old: [UInt8], with new: [UInt8]) throws(DiagnosticError) {
    try require(old)
    try AtomicFile(on: disk).write(new, to: path)
  }

  /// Makes sure that the file holds what it held when it was read.
  ///
  /// - Throws: `changed-on-disk` where it holds something else than `old` by now.
  func require(_ old: [UInt8]) throws(DiagnosticError) {
    guard try FileReading(on: disk).bytes(of: path, as: "standoff file") == old else {
      throw Self.changed(path)
    }
  }

  /// The error of a file that another program changed between reading and writing.
  static func changed(_ path: String) -> DiagnosticError {
    DiagnosticError(
      .changedOnDisk,
      "\(path) was changed by another program meanwhile; nothing was written: run it again",
      at: Place(source: path))
  }

  private static func unsaved(_ path: String, on disk: any Disk) -> DiagnosticError {
    let opening = StandoffLocation.shellCommand(
      opening: path, of: StandoffLocation(ofStandoff: path, on: disk).article)
    return DiagnosticError(
      .unsavedActs,
      "\(path) was left alone because its journal has acts that are not saved; open it with `\(opening)`, then `save` or `quit --discard`",
      at: Place(source: path))
  }
}

extension DiagnosticName {
  /// A file was to be rewritten whose journal has acts that it does not hold yet.
  public static let unsavedActs = DiagnosticName("unsaved-acts")
}
