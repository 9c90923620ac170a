import Glibc
import Standoff

/// A folder that lasts as long as this value.
final class Scratch {
  let path: String

  init() throws {
    var template = Array("/tmp/standoff-tests-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(errno: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { remove("") }

  func callAsFunction(_ name: String) -> String { name.isEmpty ? path : path + "/" + name }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    // Closed in programs that another test starts: an open script cannot be run.
    guard let file = fopen(self(name), "we") else { throw Failure(errno: errno) }
    defer { fclose(file) }
    let bytes = Array(bytes)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Failure(errno: errno) }
  }

  func write(_ text: String, to name: String) throws { try write(text.utf8, to: name) }

  /// The bytes of a file, `nil` where there is none.
  func read(_ name: String) -> [UInt8]? {
    guard let file = fopen(self(name), "re") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let next = getc(file), next != EOF { bytes.append(UInt8(truncatingIfNeeded: next)) }
    return bytes
  }

  func text(_ name: String) -> String? { read(name).map { String(decoding: $0, as: UTF8.self) } }

  /// Makes a file look as if it was last written to some hours ago.
  func age(_ name: String, byHours hours: Int) {
    let then = timeval(tv_sec: time(nil) - hours * 3600, tv_usec: 0)
    utimes(self(name), [then, then])
  }

  func makeFolder(_ name: String) { mkdir(self(name), 0o777) }

  func link(_ name: String, to destination: String) { symlink(destination, self(name)) }

  func setMode(_ mode: UInt32, of name: String) { chmod(self(name), mode) }

  func mode(of name: String) -> UInt32? {
    var found = stat()
    return stat(self(name), &found) == 0 ? found.st_mode & 0o7777 : nil
  }

  func isLink(_ name: String) -> Bool {
    var found = stat()
    return lstat(self(name), &found) == 0 && found.st_mode & S_IFMT == S_IFLNK
  }

  func makePipe(_ name: String) { mkfifo(self(name), 0o666) }

  /// Makes a file of `size` bytes that takes no room.
  func makeSparse(_ name: String, size: Int) throws {
    try write("", to: name)
    guard truncate(self(name), off_t(size)) == 0 else { throw Failure(errno: errno) }
  }

  /// Every path below the folder, sorted; of files with their content, so that two listings are
  /// the same only where nothing at all was touched.
  func listing(_ folder: String = "") -> [String] {
    names(folder).flatMap { name -> [String] in
      let path = folder.isEmpty ? name : folder + "/" + name
      return isFolder(path) ? [path + "/"] + listing(path) : ["\(path): \(text(path) ?? "")"]
    }
  }

  func names(_ folder: String = "") -> [String] {
    (try? SystemDisk().names(in: self(folder)).sorted()) ?? []
  }

  func remove(_ name: String) {
    if isFolder(name), !isLink(name) {
      for inner in names(name) { remove(name.isEmpty ? inner : name + "/" + inner) }
    }
    Glibc.remove(self(name))
  }

  private func isFolder(_ name: String) -> Bool {
    (try? SystemDisk().status(of: self(name)))?.kind == .folder
  }

  struct Failure: Error {
    let errno: Int32
  }
}
