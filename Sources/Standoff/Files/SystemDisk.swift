// The one file of this module that calls the operating system. Its calls take C pointers, which is
// what every `unsafe` below marks: paths are passed as strings that live for the call, buffers with
// the very count of bytes they hold.
internal import CLinux
internal import Glibc

/// The disk of the machine.
package struct SystemDisk: Disk {
  /// Creates it; it has no state.
  package init() {}

  package func status(of path: String) throws(DiskFailure) -> FileStatus {
    try check(path)
    var found = stat()
    try succeed(unsafe stat(path, &found))
    return FileStatus(found)
  }

  package func status(of file: Descriptor) throws(DiskFailure) -> FileStatus {
    var found = stat()
    try succeed(unsafe fstat(file.number, &found))
    return FileStatus(found)
  }

  package func destination(ofLink path: String) throws(DiskFailure) -> String? {
    try check(path)
    // Most paths are no links, and for those no room is made.
    var least: CChar = 0
    if unsafe readlink(path, &least, 1) < 0 {
      if errno == EINVAL { return nil }
      throw DiskFailure(number: errno)
    }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink(path, &buffer, buffer.count)
    if count < 0, errno == EINVAL { return nil }
    try succeed(count)
    return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  package func mayWrite(to path: String) -> Bool {
    unsafe !Self.hasZero(path) && access(path, W_OK) == 0
  }

  package func entries(in folder: String) throws(DiskFailure) -> [FolderEntry] {
    try check(folder)
    guard let stream = unsafe opendir(folder) else { throw DiskFailure(number: errno) }
    defer { unsafe closedir(stream) }
    var entries: [FolderEntry] = []
    while let entry = unsafe readdir(stream) {
      // The name is at most 255 bytes and ends in a zero byte inside the entry.
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        let count = unsafe bytes.firstIndex(of: 0) ?? bytes.count
        return unsafe String(decoding: bytes[..<count], as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      let kind: FileStatus.Kind? =
        switch unsafe Int(entry.pointee.d_type) {
        case Int(DT_REG): .regular
        case Int(DT_DIR): .folder
        case Int(DT_FIFO): .pipe
        case Int(DT_SOCK), Int(DT_CHR), Int(DT_BLK): .special
        default: nil
        }
      entries.append(
        FolderEntry(name: name, kind: kind, inode: unsafe UInt64(entry.pointee.d_ino)))
    }
    return entries
  }

  package func open(_ path: String, for purpose: OpenPurpose) throws(DiskFailure) -> Descriptor {
    try check(path)
    // O_NONBLOCK: opening a pipe nobody writes to must not wait. Regular files do not care.
    let always = O_CLOEXEC | O_NOCTTY | O_NONBLOCK
    let number =
      switch purpose {
      case .waiting: try retrying { unsafe Glibc.open(path, always & ~O_NONBLOCK | O_RDONLY) }
      case .reading: try retrying { unsafe Glibc.open(path, always | O_RDONLY) }
      case .making(let mode):
        try retrying { unsafe Glibc.open(path, always | O_RDWR | O_CREAT | O_EXCL, mode) }
      case .appending: try retrying { unsafe Glibc.open(path, always | O_WRONLY | O_APPEND) }
      case .locking: try retrying { unsafe Glibc.open(path, always | O_RDWR | O_CREAT, 0o666) }
      case .folder: try retrying { unsafe Glibc.open(path, always | O_RDONLY | O_DIRECTORY) }
      }
    return Descriptor(number: number)
  }

  package func close(_ file: Descriptor) { _ = Glibc.close(file.number) }

  package func read(_ file: Descriptor, upTo count: Int) throws(DiskFailure) -> [UInt8] {
    // One byte is asked for to find the end, where there is none.
    if count == 1 {
      var byte: UInt8 = 0
      let found = try retrying { unsafe Glibc.read(file.number, &byte, 1) }
      return found > 0 ? [byte] : []
    }
    var failure: DiskFailure?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, filled in
      unsafe LargePages.ask(at: buffer.baseAddress, buffer.count)
      do throws(DiskFailure) {
        filled = try retrying { unsafe Glibc.read(file.number, buffer.baseAddress, buffer.count) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  package func write(_ bytes: ArraySlice<UInt8>, to file: Descriptor) throws(DiskFailure) -> Int {
    try retrying {
      unsafe bytes.withUnsafeBytes { unsafe Glibc.write(file.number, $0.baseAddress, $0.count) }
    }
  }

  package func synchronize(_ file: Descriptor) throws(DiskFailure) {
    _ = try retrying { fsync(file.number) }
  }

  package func synchronizeFileSystem(of file: Descriptor) throws(DiskFailure) {
    let isProgram = cl_is_program(file.number)
    try succeed(isProgram)
    if isProgram > 0 { throw DiskFailure(.unsupported) }
    _ = try retrying { syncfs(file.number) }
  }

  package func truncate(_ file: Descriptor, to length: Int) throws(DiskFailure) {
    _ = try retrying { ftruncate(file.number, off_t(length)) }
  }

  package func setMode(_ mode: UInt32, of file: Descriptor) throws(DiskFailure) {
    try succeed(fchmod(file.number, mode))
  }

  package func tryLock(_ file: Descriptor) throws(DiskFailure) -> Bool {
    do throws(DiskFailure) {
      _ = try retrying { flock(file.number, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      if error.reason == .other(EWOULDBLOCK) { return false }
      throw error
    }
  }

  package func rename(_ path: String, to target: String) throws(DiskFailure) {
    try check(path)
    try check(target)
    try succeed(unsafe Glibc.rename(path, target))
  }

  package func remove(_ path: String) throws(DiskFailure) {
    try check(path)
    try succeed(unsafe unlink(path))
  }

  package func makeFolder(_ path: String) throws(DiskFailure) {
    try check(path)
    try succeed(unsafe mkdir(path, 0o777))
  }

  package func removeFolder(_ path: String) throws(DiskFailure) {
    try check(path)
    try succeed(unsafe rmdir(path))
  }

  /// C would end the path at the zero byte and reach another file.
  private func check(_ path: String) throws(DiskFailure) {
    if Self.hasZero(path) { throw DiskFailure(.missing) }
  }

  private static func hasZero(_ path: String) -> Bool {
    ByteSearch.first(of: 0, in: path.utf8.span, from: 0) != nil
  }

  private func succeed(_ result: some BinaryInteger) throws(DiskFailure) {
    if result < 0 { throw DiskFailure(number: errno) }
  }

  /// Calls again for as long as a signal cuts in.
  private func retrying<Result: BinaryInteger>(
    _ call: () -> Result
  ) throws(DiskFailure) -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw DiskFailure(number: errno) }
    }
  }
}

extension DiskFailure {
  /// The failure that the system has a number for, as `errno` holds it.
  package init(number: Int32) {
    switch number {
    case ENOENT: self.init(.missing)
    case EEXIST: self.init(.exists)
    case ENOTDIR: self.init(.notAFolder)
    case EISDIR: self.init(.isAFolder)
    case EACCES, EPERM: self.init(.notPermitted)
    case EROFS: self.init(.readOnly)
    case ENOSPC, EDQUOT: self.init(.full)
    case EFBIG, EOVERFLOW: self.init(.tooLarge)
    case ELOOP: self.init(.linkCircle)
    case ENAMETOOLONG: self.init(.nameTooLong)
    case EMFILE, ENFILE: self.init(.tooManyOpen)
    case EINVAL, ENOTSUP: self.init(.unsupported)
    default: self.init(.other(number))
    }
  }
}

extension FileStatus {
  fileprivate init(_ found: stat) {
    let kind: Kind =
      switch found.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFIFO: .pipe
      default: .special
      }
    self.init(
      kind: kind, size: Int(found.st_size), mode: found.st_mode & 0o7777,
      identity: FileIdentity(device: UInt64(found.st_dev), inode: UInt64(found.st_ino)),
      modified: Int64(found.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(found.st_mtim.tv_nsec))
  }
}
