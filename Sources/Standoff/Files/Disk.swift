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

/// A name in a folder.
package struct FolderEntry: Hashable, Sendable {
  /// The name.
  package let name: String
  /// What stands there; `nil` for a symbolic link, and where the folder does not tell.
  package let kind: FileStatus.Kind?
  /// The inode, on the folder's device unless another file is mounted in its place.
  package let inode: UInt64
}

/// An open file of the process.
package struct Descriptor: Hashable, Sendable {
  /// The number the system knows it by.
  package let number: Int32
}

/// What a file is opened for.
package enum OpenPurpose: Hashable, Sendable {
  /// To be read.
  case reading
  /// To be made and written; it must not exist. The process's mask is taken off the mode bits.
  case making(mode: UInt32)
  /// To be written at its end, and at its end alone.
  case appending
  /// To be locked and rewritten; made where it is missing.
  case locking
  /// A folder, to be synchronized.
  case folder
}

/// What stands at a path.
package struct FileStatus: Hashable, Sendable {
  /// Kinds of things that have a path.
  package enum Kind: Hashable, Sendable {
    /// A file of bytes.
    case regular
    /// A folder.
    case folder
    /// A pipe, a socket, a device.
    case special
  }

  /// What kind of thing it is.
  package var kind: Kind
  /// How many bytes it has.
  package var size: Int
  /// Its mode bits, without those that tell the kind.
  package var mode: UInt32
  /// What tells two files with one name apart.
  package var identity: FileIdentity
  /// When it was last written to, in nanoseconds since 1970.
  package var modified: Int64
}

/// A file whatever its name.
package struct FileIdentity: Hashable, Sendable {
  /// The device it is on.
  package let device: UInt64
  /// Its number there.
  package let inode: UInt64
}

/// Why a system call failed.
package struct DiskFailure: Error, Hashable, Sendable {
  /// The reasons that a message or a decision depends on.
  package enum Reason: Hashable, Sendable {
    case missing, exists, notAFolder, isAFolder, special, notPermitted, readOnly, full, tooLarge
    case linkCircle, nameTooLong, tooManyOpen, unsupported, differs
    /// Any other, by its number.
    case other(Int32)
  }

  /// Why.
  package var reason: Reason

  /// Creates a failure.
  package init(_ reason: Reason) { self.reason = reason }

  /// The end of a sentence that says why: “… because the disk is full”.
  package var because: String {
    switch reason {
    case .missing: "it is not there"
    case .exists: "it exists already"
    case .notAFolder: "a part of its path is not a folder"
    case .isAFolder: "it is a folder"
    case .special: "it is a pipe or a device"
    case .notPermitted: "permission is denied"
    case .readOnly: "the file system is read-only"
    case .full: "the disk is full"
    case .tooLarge: "it is too large"
    case .linkCircle: "its symbolic links go in a circle"
    case .nameTooLong: "its name is too long"
    case .tooManyOpen: "too many files are open"
    case .unsupported: "the file system does not support it"
    case .differs: "what was read back is not what was written"
    case .other(let number): "of system error \(number)"
    }
  }
}
