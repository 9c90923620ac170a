/// The lock of a standoff file, which one process holds while it changes annotations.
///
/// It is the system's lock on the file `.lock`, so it ends with its process, however that ends; the
/// process id in the file is only for the message. The file goes when the lock is given back.
package final class Lock {
  private let paths: JournalPaths
  private let disk: any Disk
  private var file: Descriptor?

  /// Takes the lock without waiting.
  ///
  /// - Throws: `locked` where another process has it, `read-only-folder`, `no-such-folder` or
  ///   `lock-failed`.
  package init(_ paths: JournalPaths, pid: Int32, on disk: any Disk) throws(DiagnosticError) {
    self.paths = paths
    self.disk = disk
    do throws(DiskFailure) {
      file = try Self.take(paths, disk)
    } catch {
      throw Self.explained(error, paths, disk)
    }
    guard let file else {
      throw Self.locked(paths, disk)
    }
    // Whoever is refused reads the number; the lock holds without it.
    if (try? disk.truncate(file, to: 0)) != nil {
      try? disk.writeAll(Array("\(pid)\n".utf8), to: file)
    }
  }

  deinit { release() }

  /// Gives the lock back and takes its file away, and the folder where nothing else is in it.
  package func release() {
    guard let held = file else { return }
    file = nil
    try? disk.remove(paths.lock)
    disk.close(held)
    try? disk.removeFolder(paths.folder)
  }

  /// The file with its lock; `nil` where another process has the lock.
  private static func take(
    _ paths: JournalPaths, _ disk: any Disk
  ) throws(DiskFailure) -> Descriptor? {
    for _ in 0..<100 {
      try paths.makeFolder(on: disk)
      let file: Descriptor
      do throws(DiskFailure) {
        file = try disk.open(paths.lock, for: .locking)
      } catch {
        // Another process gave its lock back just now, and the folder went with it.
        if error.reason == .missing { continue }
        try? disk.removeFolder(paths.folder)
        throw error
      }
      do throws(DiskFailure) {
        guard try disk.tryLock(file) else {
          disk.close(file)
          return nil
        }
      } catch {
        disk.close(file)
        throw error
      }
      if stands(file, at: paths.lock, disk) { return file }
      // The file was taken away between opening and locking: this is the lock of nothing.
      disk.close(file)
    }
    // A link `.galley` that leads nowhere is there and is missing at once.
    throw DiskFailure(.notAFolder)
  }

  private static func stands(_ file: Descriptor, at path: String, _ disk: any Disk) -> Bool {
    guard let own = try? disk.status(of: file), let there = try? disk.status(of: path) else {
      return false
    }
    return own.identity == there.identity
  }

  private static func locked(_ paths: JournalPaths, _ disk: any Disk) -> DiagnosticError {
    let written = try? FileReading(on: disk).bytes(of: paths.lock, as: "lock")
    let pid = written.map { String(decoding: $0.prefix { $0 != 0x0A }, as: UTF8.self) } ?? ""
    let who = Int32(pid).map { "another galley (process \($0))" } ?? "another galley"
    return DiagnosticError(
      .locked,
      "\(paths.standoff) is being annotated in \(who); quit that one first, or look without changing anything: `validate`, `list`, `stats`",
      at: Place(source: paths.standoff))
  }

  private static func explained(
    _ failure: DiskFailure, _ paths: JournalPaths, _ disk: any Disk
  ) -> DiagnosticError {
    let folder = FilePath.folder(of: paths.folder)
    let place = Place(source: paths.standoff)
    switch failure.reason {
    case .missing:
      return DiagnosticError(
        .noSuchFolder, "there is no folder \(folder) to keep annotations in; make it first",
        at: place)
    case .notPermitted, .readOnly:
      return DiagnosticError(
        .readOnlyFolder,
        "the folder \(folder) may not be written to; copy the article to a folder of your own, or see `chmod`",
        at: place)
    default:
      return DiagnosticError(
        .lockFailed, "\(paths.lock) could not be locked because \(failure.because)", at: place)
    }
  }
}

extension DiagnosticName {
  /// Another process is changing the same standoff file.
  public static let locked = DiagnosticName("locked")
  /// The system could not lock the file that keeps others away.
  public static let lockFailed = DiagnosticName("lock-failed")
}
