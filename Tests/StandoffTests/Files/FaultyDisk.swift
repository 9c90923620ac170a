import Glibc
import Standoff
import Synchronization

/// The real disk, on which one call can fail, or after which the machine stops.
///
/// Calls are counted from 1, closing not counted. Nothing is synchronized, which would only take
/// time; that everything is synchronized which has to be, is seen in ``log`` and ``risked``.
final class FaultyDisk: Disk {
  enum Fault: Sendable {
    /// The call fails, the next ones do not.
    case fails(call: Int, DiskFailure.Reason)
    /// The call and all after it fail, as they do for a process that is killed before it; locks are
    /// given back as the system does then.
    case stops(call: Int)
    /// Nothing may be made or changed in any folder.
    case isReadOnly
    /// Writes take no more than three bytes at once.
    case writesLittle
  }

  private struct State {
    var calls = 0
    var log: [String] = []
    var open: [Descriptor] = []
    /// The paths of files that were made, by what they are open as, and those with bytes that a power
    /// cut would take.
    var made: [Descriptor: String] = [:]
    var unsynchronized: Set<String> = []
    var risked: [String] = []
  }

  private let real = SystemDisk()
  private let fault: Fault?
  private let state = Mutex(State())

  init(_ fault: Fault? = nil) { self.fault = fault }

  /// The calls so far, as `rename a.ann`.
  var log: [String] { state.withLock(\.log) }

  /// The files that took their places with bytes that a power cut would have taken.
  var risked: [String] { state.withLock(\.risked) }

  /// Closes what a killed process would leave to the system.
  ///
  /// A process that another test begins just then has the file too for a moment, and with it the lock.
  func die() {
    for file in state.withLock({ $0.open }) {
      _ = flock(file.number, LOCK_UN)
      real.close(file)
    }
    state.withLock { $0.open = [] }
  }

  private func count(_ call: String, _ path: String = "") throws(DiskFailure) {
    let number = state.withLock { state in
      state.calls += 1
      state.log.append(path.isEmpty ? call : call + " " + FilePath.name(of: path))
      return state.calls
    }
    switch fault {
    case .fails(number, let reason): throw DiskFailure(reason)
    case .stops(let call) where number >= call: throw DiskFailure(.other(9999))
    case .isReadOnly where ["makeFolder", "rename", "remove", "make"].contains(call):
      throw DiskFailure(.notPermitted)
    default: break
    }
  }

  func status(of path: String) throws(DiskFailure) -> FileStatus {
    try count("status", path)
    return try real.status(of: path)
  }

  func status(of file: Descriptor) throws(DiskFailure) -> FileStatus {
    try count("status")
    return try real.status(of: file)
  }

  func destination(ofLink path: String) throws(DiskFailure) -> String? {
    try count("link", path)
    return try real.destination(ofLink: path)
  }

  func mayWrite(to path: String) -> Bool {
    if case .isReadOnly = fault { return false }
    return real.mayWrite(to: path)
  }

  func entries(in folder: String) throws(DiskFailure) -> [FolderEntry] {
    try count("names", folder)
    return try real.entries(in: folder)
  }

  func open(_ path: String, for purpose: OpenPurpose) throws(DiskFailure) -> Descriptor {
    switch purpose {
    case .making, .locking: try count("make", path)
    case .reading, .waiting, .appending, .folder: try count("open", path)
    }
    let file = try real.open(path, for: purpose)
    state.withLock { state in
      state.open.append(file)
      state.made[file] = path
    }
    return file
  }

  func close(_ file: Descriptor) {
    let isOpen = state.withLock { state in
      guard let index = state.open.firstIndex(of: file) else { return false }
      state.open.remove(at: index)
      return true
    }
    if isOpen { real.close(file) }
  }

  func read(_ file: Descriptor, upTo count: Int) throws(DiskFailure) -> [UInt8] {
    try self.count("read")
    return try real.read(file, upTo: count)
  }

  func write(_ bytes: ArraySlice<UInt8>, to file: Descriptor) throws(DiskFailure) -> Int {
    do throws(DiskFailure) {
      try count("write")
    } catch {
      // A write that does not come to its end may have come to its middle.
      _ = try? real.write(bytes.prefix(bytes.count / 2), to: file)
      throw error
    }
    state.withLock { state in
      if let path = state.made[file] { state.unsynchronized.insert(path) }
    }
    if case .writesLittle = fault { return try real.write(bytes.prefix(3), to: file) }
    return try real.write(bytes, to: file)
  }

  func synchronize(_ file: Descriptor) throws(DiskFailure) {
    try count("synchronize")
    state.withLock { state in
      if let path = state.made[file] { state.unsynchronized.remove(path) }
    }
  }

  func synchronizeFileSystem(of file: Descriptor) throws(DiskFailure) {
    try count("synchronizeFileSystem")
    state.withLock { $0.unsynchronized = [] }
  }

  func truncate(_ file: Descriptor, to length: Int) throws(DiskFailure) {
    try count("truncate")
    try real.truncate(file, to: length)
  }

  func setMode(_ mode: UInt32, of file: Descriptor) throws(DiskFailure) {
    try count("mode")
    try real.setMode(mode, of: file)
  }

  func tryLock(_ file: Descriptor) throws(DiskFailure) -> Bool {
    try count("lock")
    return try real.tryLock(file)
  }

  func rename(_ path: String, to target: String) throws(DiskFailure) {
    try count("rename", target)
    state.withLock { state in
      if state.unsynchronized.contains(path) { state.risked.append(FilePath.name(of: target)) }
    }
    try real.rename(path, to: target)
  }

  func remove(_ path: String) throws(DiskFailure) {
    try count("remove", path)
    try real.remove(path)
  }

  func makeFolder(_ path: String) throws(DiskFailure) {
    try count("makeFolder", path)
    try real.makeFolder(path)
  }

  func removeFolder(_ path: String) throws(DiskFailure) {
    try count("removeFolder", path)
    try real.removeFolder(path)
  }
}
