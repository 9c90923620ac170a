import Glibc
import Standoff

/// What the process was started with.
enum Environment {
  /// The value of a variable; `nil` where it is unset or empty.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Whether output is to be without colour whatever the terminal can (no-color.org).
  static var forbidsColor: Bool { value("NO_COLOR") != nil || isDumb }

  /// Whether the terminal can do nothing but print.
  static var isDumb: Bool { (value("TERM") ?? "dumb") == "dumb" }

  /// Seconds since 1970.
  static var now: Int { time(nil) }

  /// The folder that relative paths count from.
  static var folder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  /// The program that is running, from the root: as it was typed or found on `PATH`, so that a link
  /// which leads to another edition later is followed then.
  static var executable: String {
    guard let running = resolved("/proc/self/exe") else { return "galley" }
    let typed = CommandLine.arguments.first ?? ""
    var candidates: [String] = []
    if typed.utf8.contains(UInt8(ascii: "/")) {
      candidates = [typed]
    } else if !typed.isEmpty {
      candidates = (value("PATH") ?? "").split(separator: ":", omittingEmptySubsequences: false)
        .map { FilePath.path(typed, in: String($0)) }
    }
    // What a process says of its own name need not be true.
    let own = candidates.first { resolved($0).map { FilePath.areSame($0, running) } ?? false }
    guard let own else { return running }
    if own.utf8.first == UInt8(ascii: "/") { return own }
    return FilePath.path(own.hasPrefix("./") ? String(own.dropFirst(2)) : own, in: folder)
  }

  /// A path from the root without links; `nil` where nothing stands there.
  private static func resolved(_ path: String) -> String? {
    guard let path = realpath(path, nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// The file at the head of the user's own settings.
  static var rcPath: String? {
    if let folder = value("XDG_CONFIG_HOME") { return folder + "/galley/rc" }
    return value("HOME").map { $0 + "/.config/galley/rc" }
  }

  /// The file that keeps what was typed, a file a project: named after the folder it was typed in.
  static func historyPath(of folder: String) -> String? {
    let base = value("XDG_STATE_HOME") ?? value("HOME").map { $0 + "/.local/state" }
    guard let base else { return nil }
    let name = folder.utf8.map { byte in
      let letter = Unicode.Scalar(byte)
      return letter.isASCII && (letter.properties.isAlphabetic || ("0"..."9").contains(letter))
        ? String(letter) : "%" + String(byte, radix: 16)
    }.joined()
    return base + "/galley/history/" + name.suffix(200)
  }

  /// Makes a folder and those above it, for this user alone; failure shows when it is used.
  static func makeFolders(_ path: String) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
      mkdir(made, 0o700)
    }
  }

  /// The columns of the terminal on standard output; `COLUMNS`, or 80, where there is none.
  static var columns: Int {
    StandardStream.output.columns
      ?? value("COLUMNS").flatMap { Int($0) }.flatMap { (20...1000).contains($0) ? $0 : nil } ?? 80
  }

  /// The rows of the terminal on standard output; 24 where there is none.
  static var rows: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 24 }
    return Int(size.ws_row)
  }
}
