internal import Synchronization

/// The writing of many files, each of which is at every moment either the old one or the new one whole,
/// with one wait for the medium instead of two for each.
///
/// New bytes are put beside each file, and read back. ``commit()`` then synchronizes the file systems
/// that they are on, and only after that do they take their places, each at once; at last each folder is
/// synchronized once. A kill, a power cut or a full disk on the way leaves every file whole, the old one
/// or the new one. Several threads may add files.
package final class FileBatch: Sendable {
  private struct Entry {
    let ticket: Int
    let prepared: AtomicFile.Prepared
    let old: [UInt8]?
    let device: UInt64
  }

  private struct State {
    var entries: [Entry] = []
    /// By the bytes of its path, the device of a folder.
    var folders: [[UInt8]: UInt64] = [:]
    /// By device, a folder there, opened before anything is written and kept open: it is told of all
    /// that could not be written since.
    var devices: [UInt64: Descriptor] = [:]
    var tickets = 0
  }

  private let pid: Int32
  private let disk: any Disk
  private let state = Mutex(State())

  /// Begins with no files.
  package init(pid: Int32, on disk: any Disk = SystemDisk()) {
    self.pid = pid
    self.disk = disk
  }

  deinit {
    for folder in state.withLock({ $0.devices.values }) { disk.close(folder) }
  }

  /// How many files wait for ``commit()``.
  package var count: Int { state.withLock(\.entries.count) }

  /// Puts `bytes` beside the file at `path`, which holds `old`; `nil` where there is no such file.
  ///
  /// - Returns: the number under which ``commit()`` tells what is wrong with it.
  /// - Throws: as ``AtomicFile/prepare(_:for:)``; the file is then left alone.
  package func add(
    _ bytes: [UInt8], for path: String, inPlaceOf old: [UInt8]? = nil
  ) throws(DiagnosticError) -> Int {
    var device: UInt64 = 0
    let prepared = try AtomicFile(on: disk).draft(bytes, for: path) { folder throws(DiskFailure) in
      device = try self.device(of: folder)
    }
    return state.withLock { state in
      state.tickets += 1
      state.entries.append(
        Entry(ticket: state.tickets, prepared: prepared, old: old, device: device))
      return state.tickets
    }
  }

  /// Puts all files in their places that were added so far.
  ///
  /// - Returns: by its number, why one could not be, which is then as it was: as rewriting a standoff
  ///   file throws, and `changed-on-disk` for one that was not there and is. `not-synchronized` means
  ///   that it is in its place but might not survive a power cut.
  package func commit() -> [Int: DiagnosticError] {
    let entries = state.withLock { state in
      defer { state.entries = [] }
      return state.entries
    }
    let files = AtomicFile(on: disk)
    var failures: [Int: DiagnosticError] = [:]
    let unwritten = synchronize(entries, &failures)
    var folders: [[UInt8]: Result<Void, DiskFailure>] = [:]
    var written: [Entry] = []
    // The lock of the file before, so that their folder `.galley` is not made and taken away for each.
    var lock: StandoffRewrite?
    for entry in entries where failures[entry.ticket] == nil {
      if let failure = unwritten[entry.device] {
        failures[entry.ticket] = files.refused(entry.prepared, failure)
        continue
      }
      do throws(DiagnosticError) {
        try put(entry, &lock)
        written.append(entry)
      } catch {
        failures[entry.ticket] = error
      }
    }
    withExtendedLifetime(lock) {}
    lock = nil
    for entry in written {
      let folder = FilePath.folder(of: entry.prepared.target)
      let key = Array(folder.utf8)
      let result =
        folders[key]
        ?? Result { () throws(DiskFailure) in try disk.synchronizeFolder(folder) }
      folders[key] = result
      if case .failure(let failure) = result {
        failures[entry.ticket] = AtomicFile.notSynchronized(entry.prepared, failure)
      }
    }
    return failures
  }

  /// Waits for the medium; by device, why not all that was written there is on it.
  private func synchronize(
    _ entries: [Entry], _ failures: inout [Int: DiagnosticError]
  ) -> [UInt64: DiskFailure] {
    var unwritten: [UInt64: DiskFailure] = [:]
    let devices = state.withLock(\.devices)
    for device in Set(entries.map(\.device)).sorted() {
      guard let folder = devices[device] else { continue }
      do throws(DiskFailure) {
        try disk.synchronizeFileSystem(of: folder)
      } catch {
        guard error.reason == .unsupported else {
          unwritten[device] = error
          continue
        }
        for entry in entries where entry.device == device {
          do throws(DiskFailure) {
            let file = try disk.open(entry.prepared.temporary, for: .reading)
            defer { disk.close(file) }
            try disk.synchronize(file)
          } catch {
            failures[entry.ticket] = AtomicFile(on: disk).refused(entry.prepared, error)
          }
        }
      }
    }
    return unwritten
  }

  /// Puts a file in its place; one that was there under its own lock, which is held from then on.
  private func put(_ entry: Entry, _ lock: inout StandoffRewrite?) throws(DiagnosticError) {
    let files = AtomicFile(on: disk)
    guard let old = entry.old else {
      try requireNothing(entry.prepared)
      return try files.replace(entry.prepared)
    }
    do throws(DiagnosticError) {
      let own = try StandoffRewrite(of: entry.prepared.path, pid: pid, on: disk)
      try own.require(old)
      lock = own
    } catch {
      files.discard(entry.prepared)
      throw error
    }
    try files.replace(entry.prepared)
  }

  /// Makes sure that nothing stands where nothing stood.
  private func requireNothing(_ prepared: AtomicFile.Prepared) throws(DiagnosticError) {
    do throws(DiskFailure) {
      _ = try disk.status(of: prepared.target)
    } catch {
      if error.reason == .missing { return }
      throw AtomicFile(on: disk).refused(prepared, error)
    }
    AtomicFile(on: disk).discard(prepared)
    throw StandoffRewrite.changed(prepared.path)
  }

  /// The device of a folder, of which one folder is kept open.
  private func device(of folder: String) throws(DiskFailure) -> UInt64 {
    let key = Array(folder.utf8)
    if let known = state.withLock({ $0.folders[key] }) { return known }
    let file = try disk.open(folder, for: .folder)
    let device: UInt64
    do throws(DiskFailure) {
      device = try disk.status(of: file).identity.device
    } catch {
      disk.close(file)
      throw error
    }
    let isKept = state.withLock { state in
      state.folders[key] = device
      guard state.devices[device] == nil else { return false }
      state.devices[device] = file
      return true
    }
    if !isKept { disk.close(file) }
    return device
  }
}
