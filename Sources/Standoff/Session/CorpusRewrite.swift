/// The rewriting of several standoff files as one act: all of them, or none.
///
/// The new bytes are put beside every file first, synchronized and read back; only then do they take
/// their places, one after the other. Where one cannot, those before it get their old bytes back. A
/// process that is killed meanwhile leaves every file whole, the old one or the new one.
package struct CorpusRewrite {
  private struct File {
    let old: [UInt8]
    let new: [UInt8]
    let prepared: AtomicFile.Prepared
    let lock: StandoffRewrite?
  }

  private let pid: Int32
  private let disk: any Disk
  private var files: [File] = []

  /// Begins with no files.
  package init(pid: Int32, on disk: any Disk = SystemDisk()) {
    self.pid = pid
    self.disk = disk
  }

  /// How many files are to be rewritten.
  package var count: Int { files.count }

  /// Adds the file at `path`, which holds `old` and is to hold `new`.
  ///
  /// - Parameter lock: the file's lock, where the caller has it; otherwise it is tried now and taken
  ///   when the file is rewritten, since there may be more files than a process can have open.
  /// - Throws: as ``StandoffRewrite`` and ``AtomicFile/prepare(_:for:)``; ``cancel()`` has to follow.
  package mutating func add(
    _ path: String, from old: [UInt8], to new: [UInt8], under lock: StandoffRewrite? = nil
  ) throws(DiagnosticError) {
    if lock == nil { _ = try StandoffRewrite(of: path, pid: pid, on: disk) }
    let prepared = try AtomicFile(on: disk).prepare(new, for: path)
    files.append(File(old: old, new: new, prepared: prepared, lock: lock))
  }

  /// Takes away what was prepared; no file is rewritten.
  package mutating func cancel() {
    for file in files { AtomicFile(on: disk).discard(file.prepared) }
    files = []
  }

  /// Rewrites the files.
  ///
  /// - Throws: why one of them could not be rewritten; all are then as they were.
  ///   `partly-rewritten` where some could not be put back, which it names; `not-synchronized` where
  ///   all are rewritten but might not survive a power cut.
  package mutating func carryOut() throws(DiagnosticError) {
    var doubt: DiagnosticError?
    for index in files.indices {
      do throws(DiagnosticError) {
        try rewrite(files[index])
      } catch {
        guard error.diagnostic.name != .notSynchronized else {
          doubt = error
          continue
        }
        let left = restore(files[..<index])
        files.removeFirst(index)
        cancel()
        throw left.isEmpty ? error : Self.partly(error, left)
      }
    }
    files = []
    if let doubt { throw doubt }
  }

  private func rewrite(_ file: File) throws(DiagnosticError) {
    let lock: StandoffRewrite
    if let held = file.lock {
      lock = held
    } else {
      lock = try StandoffRewrite(of: file.prepared.path, pid: pid, on: disk)
    }
    defer { withExtendedLifetime(lock) {} }
    try lock.require(file.old)
    try AtomicFile(on: disk).put(file.prepared)
  }

  /// Gives files their old bytes back, the last first, and tells those that it could not.
  private func restore(_ files: ArraySlice<File>) -> [String] {
    files.reversed().compactMap { file in
      let path = file.prepared.path
      do throws(DiagnosticError) {
        guard try holds(file.new, path) else { return path }
        try AtomicFile(on: disk).write(file.old, to: path)
        return nil
      } catch {
        return error.diagnostic.name == .notSynchronized ? nil : path
      }
    }
  }

  private func holds(_ bytes: [UInt8], _ path: String) throws(DiagnosticError) -> Bool {
    try FileReading(on: disk).bytes(of: path, as: "standoff file") == bytes
  }

  private static func partly(_ error: DiagnosticError, _ paths: [String]) -> DiagnosticError {
    DiagnosticError(
      .partlyRewritten,
      "\(error.diagnostic.message); \(counted(paths.count, "file")) before it could not be put back: mend what stands in the way and run it again",
      at: error.diagnostic.place, notes: paths.map { "\($0) is rewritten" })
  }
}

extension DiagnosticName {
  /// Of several files that were to be rewritten as one act, some are and some are not.
  public static let partlyRewritten = DiagnosticName("partly-rewritten")
}
