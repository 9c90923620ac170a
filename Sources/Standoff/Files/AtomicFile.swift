/// Writing a file so that there is, at every moment, either the old one or the new one whole.
///
/// The bytes go to a new file beside the target, are synchronized and read back; then that file
/// takes the target's place at once, and the folder is synchronized. A kill, a power cut or a full
/// disk on the way leaves the old file as it was.
package struct AtomicFile: Sendable {
  private let disk: any Disk

  /// Creates a writer of files on `disk`.
  package init(on disk: any Disk = SystemDisk()) { self.disk = disk }

  /// Puts `bytes` in the file at `path`, which need not exist.
  ///
  /// A symbolic link is followed and stays; the mode bits stay as they are.
  ///
  /// - Throws: `write-failed`, `disk-full`, `read-only-folder`, `no-such-folder`, `no-permission`,
  ///   `is-a-folder` or `not-a-regular-file`; the old file is then whole. `not-synchronized` alone
  ///   means that the new file stands but might not survive a power cut.
  package func write(_ bytes: [UInt8], to path: String) throws(DiagnosticError) {
    try put(prepare(bytes, for: path))
  }

  /// Bytes that stand beside the file whose place they are to take.
  package struct Prepared: Sendable {
    /// The file as its user named it.
    package let path: String
    /// The file itself, links followed.
    let target: String
    /// Where the bytes are meanwhile.
    let temporary: String
  }

  /// Puts `bytes` beside the file at `path`, synchronized and read back.
  ///
  /// ``put(_:)`` or ``discard(_:)`` has to follow. Throws as ``write(_:to:)``, and leaves nothing then.
  package func prepare(
    _ bytes: [UInt8], for path: String
  ) throws(DiagnosticError) -> Prepared {
    try make(bytes, for: path) { _ in
    } synchronize: { file throws(DiskFailure) in
      try disk.synchronize(file)
    }
  }

  /// The same without waiting for the medium, which somebody has to do before ``replace(_:)``.
  ///
  /// - Parameter open: is called with the folder before anything is made there.
  func draft(
    _ bytes: [UInt8], for path: String, in open: (String) throws(DiskFailure) -> Void
  ) throws(DiagnosticError) -> Prepared {
    try make(bytes, for: path, in: open) { _ in }
  }

  private func make(
    _ bytes: [UInt8], for path: String, in open: (String) throws(DiskFailure) -> Void,
    synchronize: (Descriptor) throws(DiskFailure) -> Void
  ) throws(DiagnosticError) -> Prepared {
    var target = path
    do throws(DiskFailure) {
      target = try disk.endOfLinks(from: path)
      let mode = try modeBits(of: target)
      try open(FilePath.folder(of: target))
      let (file, temporary) = try makeTemporary(beside: target, mode: mode ?? 0o666)
      do throws(DiskFailure) {
        defer { disk.close(file) }
        if let mode { try disk.setMode(mode, of: file) }
        try disk.writeAll(bytes, to: file)
        try synchronize(file)
        try confirm(bytes, at: temporary)
      } catch {
        try? disk.remove(temporary)
        throw error
      }
      return Prepared(path: path, target: target, temporary: temporary)
    } catch {
      throw explained(error, path, target)
    }
  }

  /// Puts what was prepared in its place, at once.
  ///
  /// Throws as ``write(_:to:)``; what was prepared is gone then.
  package func put(_ prepared: Prepared) throws(DiagnosticError) {
    try replace(prepared)
    do throws(DiskFailure) {
      try disk.synchronizeFolder(FilePath.folder(of: prepared.target))
    } catch {
      throw Self.notSynchronized(prepared, error)
    }
  }

  /// The same without waiting until the folder is on the medium.
  func replace(_ prepared: Prepared) throws(DiagnosticError) {
    do throws(DiskFailure) {
      try disk.rename(prepared.temporary, to: prepared.target)
    } catch {
      throw refused(prepared, error)
    }
  }

  /// Takes away what was prepared, and says why it could not take its place.
  func refused(_ prepared: Prepared, _ failure: DiskFailure) -> DiagnosticError {
    discard(prepared)
    return explained(failure, prepared.path, prepared.target)
  }

  /// Says that a file is in its place, but might not survive a power cut.
  static func notSynchronized(_ prepared: Prepared, _ failure: DiskFailure) -> DiagnosticError {
    DiagnosticError(
      .notSynchronized,
      "\(prepared.path) is written, but its folder could not be synchronized because \(failure.because); save again",
      at: Place(source: prepared.path))
  }

  /// Takes away what was prepared.
  package func discard(_ prepared: Prepared) { try? disk.remove(prepared.temporary) }

  /// The mode bits the new file takes over; `nil` where there is no old one.
  private func modeBits(of target: String) throws(DiskFailure) -> UInt32? {
    let status: FileStatus
    do throws(DiskFailure) {
      status = try disk.status(of: target)
    } catch {
      if error.reason == .missing { return nil }
      throw error
    }
    switch status.kind {
    case .folder: throw DiskFailure(.isAFolder)
    case .pipe, .special: throw DiskFailure(.special)
    case .regular: break
    }
    // A rename would pass over the file's own protection, which somebody may have meant.
    if !disk.mayWrite(to: target) { throw DiskFailure(.notPermitted) }
    return status.mode
  }

  private func makeTemporary(
    beside target: String, mode: UInt32
  ) throws(DiskFailure) -> (Descriptor, String) {
    let folder = FilePath.folder(of: target)
    var others: [String] = []
    while true {
      let name = FilePath.path(
        ".\(FilePath.name(of: target)).\(others.count + 1).tmp", in: folder)
      do throws(DiskFailure) {
        let made = (try disk.open(name, for: .making(mode: mode)), name)
        removeForgotten(others, since: name)
        return made
      } catch {
        // One that somebody writes, or a killed process left; more than a few are no accident.
        guard error.reason == .exists, others.count < 1000 else { throw error }
        others.append(name)
      }
    }
  }

  /// How long after its last byte a file beside its target is nobody's any more, in nanoseconds: an hour.
  private static let forgotten: Int64 = 3_600_000_000_000

  /// Takes away what killed processes left, as the clock of the file system tells it.
  private func removeForgotten(_ others: [String], since name: String) {
    guard !others.isEmpty, let now = try? disk.status(of: name).modified else { return }
    for other in others {
      guard let status = try? disk.status(of: other), status.kind == .regular,
        now - status.modified > Self.forgotten
      else { continue }
      try? disk.remove(other)
    }
  }

  private func confirm(_ bytes: [UInt8], at path: String) throws(DiskFailure) {
    let file = try disk.open(path, for: .reading)
    defer { disk.close(file) }
    var rest = bytes[...]
    while true {
      // One more than there should be: as many as there should be are then the end.
      let count = min(rest.count + 1, 1 << 20)
      let read = try disk.read(file, upTo: count)
      let expected = rest.prefix(read.count)
      guard Words64.areEqual(expected.span, read.span) else { throw DiskFailure(.differs) }
      rest = rest.dropFirst(read.count)
      if rest.isEmpty, read.count < count { return }
      if read.isEmpty { throw DiskFailure(.differs) }
    }
  }

  /// The first part of a path that is there and is no folder; the path where that cannot be told.
  private func file(among path: String) -> String {
    var part = path
    while (try? disk.status(of: part)) == nil {
      let above = FilePath.folder(of: part)
      if FilePath.areSame(above, part) || FilePath.areSame(above, ".") { return path }
      part = above
    }
    return part
  }

  private func explained(
    _ failure: DiskFailure, _ path: String, _ target: String
  ) -> DiagnosticError {
    let folder = FilePath.folder(of: target)
    let place = Place(source: path)
    switch failure.reason {
    case .full:
      return DiagnosticError(
        .diskFull,
        "\(path) was not written because the disk is full; what stood there is whole: make room and save again",
        at: place)
    case .readOnly:
      return DiagnosticError(
        .readOnlyFolder,
        "\(path) was not written because the file system of \(folder) is read-only",
        at: place)
    case .notPermitted where !disk.mayWrite(to: folder):
      return DiagnosticError(
        .readOnlyFolder,
        "\(path) was not written because the folder \(folder) may not be written to; see `ls -ld` and `chmod`",
        at: place)
    case .notPermitted:
      return DiagnosticError(
        .noPermission, "\(path) was not written because it is write-protected; see `chmod`",
        at: place)
    case .notAFolder:
      return DiagnosticError(
        .noSuchFolder,
        "\(path) was not written because \(file(among: folder)) is a file and no folder; give another path",
        at: place)
    case .missing:
      return DiagnosticError(
        .noSuchFolder,
        "\(path) was not written because there is no folder \(folder); make it first",
        at: place)
    case .isAFolder:
      return DiagnosticError(
        .isAFolder, "\(path) is a folder; name a file inside it", at: place)
    case .special:
      return DiagnosticError(
        .notARegularFile, "\(path) is a pipe or a device; name a file", at: place)
    default:
      return DiagnosticError(
        .writeFailed,
        "\(path) was not written because \(failure.because); what stood there is whole", at: place)
    }
  }
}

extension DiagnosticName {
  /// A file was not written because the disk is full.
  public static let diskFull = DiagnosticName("disk-full")
  /// A file was not written because its folder is read-only.
  public static let readOnlyFolder = DiagnosticName("read-only-folder")
  /// A file was not written because its folder is missing.
  public static let noSuchFolder = DiagnosticName("no-such-folder")
  /// A file was not written for another reason.
  public static let writeFailed = DiagnosticName("write-failed")
  /// A file was written but its folder could not be synchronized.
  public static let notSynchronized = DiagnosticName("not-synchronized")
}
