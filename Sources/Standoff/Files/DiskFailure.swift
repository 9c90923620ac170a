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
