import Glibc

/// A folder of its own for one test, that lasts as long as this value.
public final class ScratchFolder: Sendable {
  /// Where it is, without a slash at the end.
  public let path: String

  /// Makes an empty folder.
  public init() throws {
    var template = Array("/tmp/galley-tests-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(call: "mkdtemp", errno: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { remove("") }

  /// The path of what `name` names in it.
  public func callAsFunction(_ name: String) -> String { name.isEmpty ? path : path + "/" + name }

  /// Writes a file, and the folders it lies in.
  public func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    let folders = name.split(separator: "/").dropLast()
    for count in 0..<folders.count { makeFolder(folders[...count].joined(separator: "/")) }
    // Closed in programs that another test starts: an open script cannot be run.
    guard let file = fopen(self(name), "we") else { throw Failure(call: name, errno: errno) }
    defer { fclose(file) }
    let bytes = Array(bytes)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw Failure(call: name, errno: errno)
    }
  }

  /// Writes a file of text.
  public func write(_ text: String, to name: String) throws { try write(text.utf8, to: name) }

  /// The bytes of a file, `nil` where there is none.
  public func read(_ name: String) -> [UInt8]? {
    guard let file = fopen(self(name), "re") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// The text of a file, `nil` where there is none.
  public func text(_ name: String) -> String? {
    read(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Makes a folder.
  public func makeFolder(_ name: String) { mkdir(self(name), 0o777) }

  /// Makes a named pipe.
  public func makePipe(_ name: String) { mkfifo(self(name), 0o666) }

  /// Makes a symbolic link.
  public func link(_ name: String, to destination: String) throws {
    guard symlink(destination, self(name)) == 0 else { throw Failure(call: name, errno: errno) }
  }

  /// Sets the mode bits of a file or folder.
  public func setMode(_ mode: UInt32, of name: String) { chmod(self(name), mode) }

  /// The names in a folder of it, sorted.
  public func names(_ name: String = "") -> [String] {
    guard let folder = opendir(self(name)) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Every path below it, sorted, of files with their text: two listings are the same only where
  /// nothing at all was touched.
  public func listing(_ folder: String = "") -> [String] {
    names(folder).flatMap { name -> [String] in
      let path = folder.isEmpty ? name : folder + "/" + name
      return isFolder(path) ? [path + "/"] + listing(path) : ["\(path): \(text(path) ?? "")"]
    }
  }

  /// Takes a file away, or a folder with all that is in it.
  public func remove(_ name: String) {
    if isFolder(name) {
      for inner in names(name) { remove(name.isEmpty ? inner : name + "/" + inner) }
    }
    Glibc.remove(self(name))
  }

  private func isFolder(_ name: String) -> Bool {
    var found = stat()
    return lstat(self(name), &found) == 0 && found.st_mode & S_IFMT == S_IFDIR
  }

  /// A call of the system that failed.
  public struct Failure: Error {
    /// What was called, or the file.
    public let call: String
    /// Why it failed.
    public let errno: Int32
  }
}
