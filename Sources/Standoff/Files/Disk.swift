/// The system calls galley makes on files, and nothing else.
///
/// Everything that reads or writes goes through here, so that tests can let any one call fail, or
/// let the machine "die" after it, and look at what is left on the disk. ``SystemDisk`` is the real
/// one. Each function is one call and fails as that call does; what a failure means to a person is
/// said by those who know what was wanted.
package protocol Disk: Sendable {
  /// What stands at `path`, links followed.
  func status(of path: String) throws(DiskFailure) -> FileStatus
  /// What an open file is.
  func status(of file: Descriptor) throws(DiskFailure) -> FileStatus
  /// Where the symbolic link at `path` points, as it is written there; `nil` where it is no link.
  func destination(ofLink path: String) throws(DiskFailure) -> String?
  /// Whether this process may write to what stands at `path`.
  func mayWrite(to path: String) -> Bool
  /// What a folder holds, without `.` and `..`, in no order.
  func entries(in folder: String) throws(DiskFailure) -> [FolderEntry]

  /// Opens a file or folder; never waits for a writer at the other end of a pipe.
  func open(_ path: String, for purpose: OpenPurpose) throws(DiskFailure) -> Descriptor
  /// Closes; what mattered was synchronized before, so there is nothing to report.
  func close(_ file: Descriptor)
  /// At most `count` further bytes; none at the end.
  func read(_ file: Descriptor, upTo count: Int) throws(DiskFailure) -> [UInt8]
  /// Writes some of `bytes`, and says how many.
  func write(_ bytes: ArraySlice<UInt8>, to file: Descriptor) throws(DiskFailure) -> Int
  /// Returns once what was written is on the medium.
  func synchronize(_ file: Descriptor) throws(DiskFailure)
  /// Returns once all that was written to the file system of an open file is on the medium; fails too
  /// where something could not be written since the file was opened.
  func synchronizeFileSystem(of file: Descriptor) throws(DiskFailure)
  /// Cuts an open file to `length` bytes.
  func truncate(_ file: Descriptor, to length: Int) throws(DiskFailure)
  /// Sets the mode bits, whatever the process's mask.
  func setMode(_ mode: UInt32, of file: Descriptor) throws(DiskFailure)
  /// Takes the exclusive lock of an open file without waiting; `false` where another has it.
  func tryLock(_ file: Descriptor) throws(DiskFailure) -> Bool

  /// Puts the file at `path` in the place of `target`, at once.
  func rename(_ path: String, to target: String) throws(DiskFailure)
  /// Takes a file away.
  func remove(_ path: String) throws(DiskFailure)
  /// Makes a folder.
  func makeFolder(_ path: String) throws(DiskFailure)
  /// Takes an empty folder away.
  func removeFolder(_ path: String) throws(DiskFailure)
}

extension Disk {
  /// The names in a folder, without `.` and `..`, in no order.
  package func names(in folder: String) throws(DiskFailure) -> [String] {
    try entries(in: folder).map(\.name)
  }
}
