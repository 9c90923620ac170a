import Foundation

/// The files of the repository that tests read.
enum Repository {
  /// The folder that holds `Package.swift`.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file by its path from the root.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The paths, from the root, of the files below a folder whose names end so, sorted.
  static func files(below folder: String, ending: String) -> [String] {
    let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path())
    return (paths?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(ending) }.map { folder + "/" + $0 }.sorted()
  }
}

/// A folder that lasts as long as this value.
final class WorkingFolder {
  /// Its place.
  let url: URL

  /// Makes an empty folder.
  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "galley-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Copies a file of the repository into it, under the same name or another path.
  func copy(_ path: String, to name: String? = nil) throws {
    let target = url.appending(path: name ?? (path as NSString).lastPathComponent)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Repository.root.appending(path: path), to: target)
  }

  /// Its path, without a slash at the end.
  var path: String { String(url.path().reversed().drop { $0 == "/" }.reversed()) }

  /// Every path below it, sorted, of files with their bytes: two listings are the same only where
  /// nothing at all was touched.
  func listing() throws -> [String] {
    let paths = FileManager.default.enumerator(atPath: path)
    return (paths?.compactMap { $0 as? String } ?? []).sorted().map { name in
      let bytes = FileManager.default.contents(atPath: path + "/" + name)
      return name + ": " + (bytes.map { String(decoding: $0, as: UTF8.self) } ?? "")
    }
  }

  /// The text of a file in it, `nil` where there is none.
  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + name)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a file in it.
  func bytes(_ name: String) throws -> Data { try Data(contentsOf: url.appending(path: name)) }

  /// Writes a file in it, and makes the folders it lies in.
  func write(_ text: String, to name: String) throws {
    let target = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: target)
  }
}
