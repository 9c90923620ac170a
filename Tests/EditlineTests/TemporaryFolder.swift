import Glibc

/// A folder that lasts as long as this value.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/editline-tests-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(errno: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { remove(path) }

  private func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { remove(path + "/" + name) }
      }
      closedir(folder)
    }
    Glibc.remove(path)
  }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    // Closed in programs that another test starts: an open script cannot be run.
    guard let file = fopen(file(name), "we") else { throw Failure(errno: errno) }
    defer { fclose(file) }
    let bytes = Array(bytes)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Failure(errno: errno) }
  }

  func read(_ name: String) throws -> String {
    guard let file = fopen(file(name), "re") else { throw Failure(errno: errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let next = getc(file), next != EOF { bytes.append(UInt8(truncatingIfNeeded: next)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  struct Failure: Error {
    let errno: Int32
  }
}
