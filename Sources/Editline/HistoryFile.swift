import CEditline
import Glibc

/// The lines that were entered, kept in a file that several shells may share.
///
/// UTF-8, one entry a line, the oldest first; `\n` and `\\` stand for a line end and a backslash.
/// An entry is appended by a single write as soon as it is entered, so it survives whatever
/// happens to the shell, and no shell overwrites what another one wrote. (libedit's own file is
/// rewritten whole by each shell that exits, and its loader writes past a buffer.)
package struct HistoryFile: Sendable {
  /// Why the history was not kept.
  package struct Failure: Error, Sendable, Equatable {
    /// What was tried.
    package let operation: String
    /// The file that it was tried on.
    package let path: String
    /// The system's reason.
    package let errno: Int32
  }

  /// Where the file is.
  package let path: String
  /// How many entries are kept; the file may hold up to twice as many for a while.
  package let limit: Int

  /// How long a lock that another shell holds is waited for.
  ///
  /// A shell that was stopped in the wrong moment must not hang all others.
  var patience = Duration.milliseconds(500)

  /// Longer entries, which can only have been pasted, are not kept.
  private static let longestEntry = 1 << 16
  /// Of a larger file, only the last part is read; entries fill a quarter of it at most.
  private static let longestFile = 1 << 23

  /// Names a file, which need not exist; a limit below 1 counts as 1.
  package init(path: String, limit: Int = 1000) {
    self.path = path
    self.limit = max(1, limit)
  }

  /// The entries, the oldest first, each once, where it stood last; empty when there is no file.
  package func load() -> [String] {
    guard let bytes = readAll() else { return [] }
    var room = Self.longestFile / 4
    let entries = Self.withoutRepetitions(Self.entries(of: bytes)).suffix(limit)
    let fitting = entries.reversed().prefix {
      room -= $0.utf8.count
      return room >= 0
    }
    return fitting.reversed()
  }

  /// Adds `entry` at the end, creating the file (mode 0600) and its folders (0700) if need be.
  package func append(_ entry: String) throws(Failure) {
    var line = Self.encoded(entry)
    guard line.utf8.count <= Self.longestEntry else { return }
    let descriptor = try openLocked()
    defer { close(descriptor) }
    if !endsWithLineEnd(descriptor) { line = "\n" + line }
    let bytes = Array((line + "\n").utf8)
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count != bytes.count { throw failure("write", count < 0 ? errno : ENOSPC) }
  }

  /// Rewrites the file with `load`'s entries when it holds more than twice `limit` lines.
  package func compact() throws(Failure) {
    if isTooLong() { try rewrite() }
  }

  /// Puts a file with `load`'s entries in the place of this one.
  func rewrite() throws(Failure) {
    let descriptor = try openLocked()
    defer { close(descriptor) }
    let text = load().map { Self.encoded($0) + "\n" }.joined()
    let target = resolvedPath()
    let temporary = "\(target).\(getpid())"
    let copy = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard copy >= 0 else { throw failure("create", errno) }
    defer { close(copy) }
    var information = stat()
    if fstat(descriptor, &information) == 0 { fchmod(copy, information.st_mode & 0o777) }
    let bytes = Array(text.utf8)
    let count = bytes.withUnsafeBytes { write(copy, $0.baseAddress, $0.count) }
    guard count == bytes.count, fsync(copy) == 0, rename(temporary, target) == 0 else {
      let code = errno
      unlink(temporary)
      throw failure("rewrite", code)
    }
  }

  // MARK: The format

  static func encoded(_ entry: String) -> String {
    var result = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A backslash before anything else stands for itself, so a line written by hand is read too.
  static func decoded(_ line: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    var scalars = line.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\\" else {
        result.append(scalar)
        continue
      }
      switch scalars.next() {
      case "n": result.append("\n")
      case "\\": result.append("\\")
      case let other?: result.append(contentsOf: ["\\", other])
      case nil: result.append("\\")
      }
    }
    return String(result)
  }

  private static func entries(of bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A).filter { $0.count <= longestEntry && !$0.contains(0) }
      .map { decoded(String(decoding: $0, as: UTF8.self)) }
  }

  /// Each entry once, where it stood last.
  ///
  /// Entries are compared to the letter.
  static func withoutRepetitions(_ entries: [String]) -> [String] {
    var seen: Set<[UInt8]> = []
    return entries.reversed().filter { seen.insert(Array($0.utf8)).inserted }.reversed()
  }

  // MARK: The disk

  private func readAll() -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    let isCut = information.st_size > Self.longestFile
    if isCut { lseek(descriptor, -off_t(Self.longestFile), SEEK_END) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65536)
    while bytes.count <= Self.longestFile {
      let count = read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    // The first line of a part is itself but a part.
    if isCut { bytes.removeFirst((bytes.firstIndex(of: 0x0A) ?? -1) + 1) }
    return bytes
  }

  private func isTooLong() -> Bool {
    guard let bytes = readAll() else { return false }
    return bytes.count > Self.longestFile / 2
      || bytes.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) } > 2 * limit
  }

  /// Opens the file for appending and locks it against a rewriting by another shell.
  ///
  /// A rewriting puts a new file in the place of the one that was locked, so the lock counts only
  /// if the path still leads to the same file afterwards. After `patience` the file serves without
  /// it.
  private func openLocked() throws(Failure) -> Int32 {
    makeFolders()
    for _ in 0..<5 {
      let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY, 0o600)
      guard descriptor >= 0 else { throw failure("open", errno) }
      let end = ContinuousClock.now + patience
      while flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK,
        ContinuousClock.now < end
      {
        usleep(10_000)
      }
      var locked = stat()
      var named = stat()
      if fstat(descriptor, &locked) == 0, stat(path, &named) == 0, locked.st_ino == named.st_ino,
        locked.st_dev == named.st_dev
      {
        return descriptor
      }
      close(descriptor)
    }
    throw failure("lock", EAGAIN)
  }

  /// Where the file really is: a symbolic link to it is not replaced.
  private func resolvedPath() -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private func makeFolders() {
    var parent = path[...]
    var missing: [String] = []
    while let slash = parent.lastIndex(of: "/"), slash > parent.startIndex {
      parent = parent[..<slash]
      if access(String(parent), F_OK) == 0 { break }
      missing.append(String(parent))
    }
    for folder in missing.reversed() { mkdir(folder, 0o700) }
  }

  private func endsWithLineEnd(_ descriptor: Int32) -> Bool {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size > 0 else { return true }
    var last: UInt8 = 0
    return pread(descriptor, &last, 1, size - 1) != 1 || last == 0x0A
  }

  private func failure(_ operation: String, _ code: Int32) -> Failure {
    Failure(operation: operation, path: path, errno: code)
  }
}
