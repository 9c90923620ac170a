import Glibc

/// A program running in a terminal of its own, driven by a test as a person would drive it.
///
/// The child leads a new session whose controlling terminal is the pseudo-terminal. Nothing here
/// sleeps for a fixed time: `expect` and `wait` read until what they wait for has happened, and
/// their time limits are there for the case that it never does.
public final class PseudoTerminal {
  /// Columns and rows.
  public struct Size: Sendable {
    /// Characters in a row.
    public var columns: Int
    /// Rows.
    public var rows: Int

    /// A window of `columns` by `rows` characters.
    public init(columns: Int, rows: Int) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// The child's process id, which is its process group and session too.
  public let processID: Int32
  /// Everything the child has written so far, as bytes.
  public private(set) var bytes: [UInt8] = []

  private let master: Int32
  private var consumed = 0
  private var isOpen = true
  private var exit: ExitStatus?

  /// Starts `path` with `arguments` (the program's name is put before them).
  ///
  /// The environment is small and the same everywhere, so that a test does not depend on who runs
  /// it; `environment` adds to it, and an empty value takes a variable away.
  public init(
    spawning path: String, arguments: [String] = [], environment: [String: String] = [:],
    size: Size = Size(columns: 80, rows: 24)
  ) throws {
    var master: Int32 = -1
    var slave: Int32 = -1
    var name = [CChar](repeating: 0, count: 128)
    var window = winsize(size)
    guard openpty(&master, &slave, &name, nil, &window) == 0 else {
      throw PseudoTerminalError.system(call: "openpty", errno: errno)
    }
    // Another test's child must not inherit either end: it would hold this terminal open.
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
    _ = fcntl(master, F_SETFL, fcntl(master, F_GETFL) | O_NONBLOCK)
    defer { close(slave) }

    var variables = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": "/nonexistent",
      "PATH": "/usr/local/bin:/usr/bin:/bin",
    ]
    variables.merge(environment) { $1 }
    let assignments = variables.filter { !$0.value.isEmpty }.map { "\($0.key)=\($0.value)" }
    do throws(PseudoTerminalError) {
      processID = try Self.spawn(
        path, arguments: [path] + arguments, environment: assignments.sorted(), terminal: name)
    } catch {
      close(master)
      throw error
    }
    self.master = master
  }

  deinit {
    if exit == nil {
      Glibc.kill(processID, SIGKILL)
      var status: Int32 = 0
      waitpid(processID, &status, 0)
    }
    close(master)
  }

  /// Everything the child has written so far.
  public var output: String { String(decoding: bytes, as: UTF8.self) }

  /// What the child has written since the last `expect` that succeeded.
  public var unread: String { String(decoding: bytes[consumed...], as: UTF8.self) }

  /// Whether the terminal is in line mode, in which a program is not editing a line.
  public var isCooked: Bool {
    var modes = termios()
    return tcgetattr(master, &modes) == 0 && modes.c_lflag & tcflag_t(ICANON) != 0
  }

  /// Reads until `needle` has been written, and returns what came up to and including it.
  ///
  /// The next `expect` looks behind it. Throws when the time is over or the child closed the
  /// terminal first.
  @discardableResult
  public func expect(_ needle: String, timeout: Duration = .seconds(60)) throws -> String {
    let pattern = Array(needle.utf8)
    var searched = consumed
    let deadline = ContinuousClock.now + timeout
    while true {
      while searched + pattern.count <= bytes.count {
        if bytes[searched..<searched + pattern.count].elementsEqual(pattern) {
          let end = searched + pattern.count
          defer { consumed = end }
          return String(decoding: bytes[consumed..<end], as: UTF8.self)
        }
        searched += 1
      }
      guard isOpen else { throw PseudoTerminalError.closed(needle: needle, unread: unread) }
      guard ContinuousClock.now < deadline else {
        throw PseudoTerminalError.timedOut(needle: needle, unread: unread)
      }
      exchange([], waiting: 50)
    }
  }

  /// Reads until `condition` holds, which is asked at least every 20 milliseconds.
  public func poll(
    _ what: String, timeout: Duration = .seconds(60), until condition: (PseudoTerminal) -> Bool
  ) throws {
    let deadline = ContinuousClock.now + timeout
    while !condition(self) {
      guard ContinuousClock.now < deadline else {
        throw PseudoTerminalError.timedOut(needle: what, unread: unread)
      }
      if isOpen { exchange([], waiting: 20) } else { usleep(2000) }
    }
  }

  /// Types `text`.
  public func send(_ text: String) throws { try send(bytes: Array(text.utf8)) }

  /// Types bytes that need not be text.
  public func send(bytes: [UInt8]) throws {
    var rest = bytes[...]
    let deadline = ContinuousClock.now + .seconds(60)
    while !rest.isEmpty {
      // Read meanwhile: a child that cannot write its echo would stop reading what is typed.
      rest = rest.dropFirst(exchange(rest, waiting: 50))
      guard isOpen, ContinuousClock.now < deadline else {
        throw PseudoTerminalError.closed(needle: "room for keys", unread: unread)
      }
    }
  }

  /// Gives the window another size, and the child its SIGWINCH.
  public func resize(to size: Size) {
    var window = winsize(size)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  /// Sends a signal to the child.
  public func kill(_ signal: Int32) { Glibc.kill(processID, signal) }

  /// Waits until the child has ended, and returns how.
  @discardableResult
  public func wait(timeout: Duration = .seconds(60)) throws -> ExitStatus {
    try poll("the end of the program", timeout: timeout) { $0.hasEnded() }
    while isOpen, exchange([], waiting: 0) == 0, hasUnreadInput() {}
    return exit ?? .exited(-1)
  }

  private func hasEnded() -> Bool {
    guard exit == nil else { return true }
    var status: Int32 = 0
    guard waitpid(processID, &status, WNOHANG) == processID else { return false }
    exit = status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: status & 0x7F)
    return true
  }

  private func hasUnreadInput() -> Bool {
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    return Glibc.poll(&descriptor, 1, 0) == 1 && descriptor.revents & Int16(POLLIN) != 0
  }

  /// Reads what is there, writes what goes, and returns how many bytes were written.
  @discardableResult
  private func exchange(_ keys: ArraySlice<UInt8>, waiting milliseconds: Int32) -> Int {
    let wanted = Int16(POLLIN) | (keys.isEmpty ? 0 : Int16(POLLOUT))
    var descriptor = pollfd(fd: master, events: wanted, revents: 0)
    guard Glibc.poll(&descriptor, 1, milliseconds) > 0 else { return 0 }
    if descriptor.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 {
      var chunk = [UInt8](repeating: 0, count: 65536)
      let count = read(master, &chunk, chunk.count)
      if count > 0 {
        bytes += chunk[..<count]
      } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
        isOpen = false  // EIO: nobody has the other end open any more
      }
    }
    guard descriptor.revents & Int16(POLLOUT) != 0 else { return 0 }
    return max(0, keys.withUnsafeBytes { write(master, $0.baseAddress, $0.count) })
  }

  private static func spawn(
    _ path: String, arguments: [String], environment: [String], terminal: [CChar]
  ) throws(PseudoTerminalError) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a new session opens becomes its controlling terminal.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // POSIX_SPAWN_SETSID of glibc's <spawn.h>, which hides it from Swift's Glibc module.
    let newSession: Int32 = 0x80
    let flags = newSession | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)

    var argv = arguments.map { strdup($0) } + [nil]
    var envp = environment.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var processID: Int32 = 0
    let status = posix_spawn(&processID, path, &actions, &attributes, &argv, &envp)
    guard status == 0 else { throw .system(call: "posix_spawn \(path)", errno: status) }
    return processID
  }
}

/// How a program ended.
public enum ExitStatus: Equatable, Sendable {
  /// By itself, with this status.
  case exited(Int32)
  /// By this signal.
  case killed(signal: Int32)
}

/// Why a test could not go on.
public enum PseudoTerminalError: Error, CustomStringConvertible {
  case timedOut(needle: String, unread: String)
  case closed(needle: String, unread: String)
  case system(call: String, errno: Int32)

  /// What was waited for and what came instead, with its escapes made visible.
  public var description: String {
    switch self {
    case .timedOut(let needle, let unread):
      "time is over: waited for \(needle.debugDescription) and read \(unread.debugDescription)"
    case .closed(let needle, let unread):
      "terminal closed: waited for \(needle.debugDescription) and read \(unread.debugDescription)"
    case .system(let call, let errno): "\(call): \(String(cString: strerror(errno)))"
    }
  }
}

extension winsize {
  fileprivate init(_ size: PseudoTerminal.Size) {
    self.init(
      ws_row: UInt16(clamping: size.rows), ws_col: UInt16(clamping: size.columns), ws_xpixel: 0,
      ws_ypixel: 0)
  }
}
