/// The lock of a standoff file, which one process holds while it changes annotations.
///
/// It is the system's lock on the file `.lock`, so it ends with its process, however that ends; the
/// process id in the file is only for the message, and the length of the journal that follows it is
/// for those who look on. The file goes when the lock is given back.
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

  /// What the file tells about the process that has the lock, or had it last.
  package struct Holder: Hashable, Sendable {
    /// The process.
    package var pid: Int32?
    /// How many bytes the journal had when the process took it up: what stands there then has its
    /// handles in the order of the text.
    package var journalLength: Int?
  }

  /// What the lock's file tells; `nil` where there is none.
  package static func holder(_ paths: JournalPaths, on disk: any Disk) -> Holder? {
    guard let written = try? FileReading(on: disk).bytes(of: paths.lock, as: "lock") else {
      return nil
    }
    let lines = String(decoding: written, as: UTF8.self).split(separator: "\n")
    return Holder(
      pid: lines.first.flatMap { Int32($0) },
      journalLength: lines.dropFirst().first.flatMap { Int($0) }.flatMap { $0 < 0 ? nil : $0 })
  }

  /// Tells those who look on how long the journal was when this process took it up.
  func tell(journalLength length: Int) {
    guard let file else { return }
    // Without it they number annotations as the next session will.
    try? disk.writeAll(Array("\(length)\n".utf8), to: file)
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
    let pid = holder(paths, on: disk)?.pid
    let who = pid.map { "another galley (process \($0))" } ?? "another galley"
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
