internal import Synchronization

/// The schemas that hold in many folders, each file of a schema read once.
///
/// What ``SchemaLookup`` finds, kept: a corpus of ten thousand articles has one schema, or a few. May
/// be asked by several threads at once.
package final class SchemaShelf: Sendable {
  private let disk: any Disk
  /// A file that counts for none.
  private let output: FileIdentity?
  private let state = Mutex(State())

  /// Creates an empty shelf.
  ///
  /// - Parameter output: a file that what is found is to be written to, and that is no schema yet.
  package init(on disk: any Disk = SystemDisk(), butNot output: FileIdentity? = nil) {
    self.disk = disk
    self.output = output
  }

  private struct State {
    /// The nearest file of each name of ``SchemaLookup/names`` in or above a folder, by the bytes of
    /// the folder's path.
    var nearest: [[UInt8]: [String?]] = [:]
    /// The schema of each folder that was asked about, by the folder's path.
    var ofFolders: [[UInt8]: SchemaLookup.Located] = [:]
    /// The schemas that such files make.
    var located: [[[UInt8]?]: SchemaLookup.Located] = [:]
  }

  /// The schema that holds for the articles in a folder, as ``SchemaLookup`` finds it; one whose file
  /// cannot be read is `nil`, and the reason is among the findings.
  package func schema(forArticlesIn folder: String) -> SchemaLookup.Located {
    let name = Array(folder.utf8)
    return state.withLock { state in
      if let located = state.ofFolders[name] { return located }
      let paths = nearest(to: SchemaLookup.ancestors(of: folder)[...], &state)
      let key = paths.map { $0.map { Array($0.utf8) } }
      let located = state.located[key] ?? read(paths, forArticlesIn: folder)
      state.located[key] = located
      state.ofFolders[name] = located
      return located
    }
  }

  /// What is worth knowing about the schemas that were asked for and can be relied on, by their paths.
  package var warnings: [Diagnostic] {
    state.withLock { state in
      state.located.values.filter { $0.schema != nil }.flatMap(\.findings).filter {
        $0.severity == .warning
      }.sorted { one, other in
        let (a, b) = (one.place, other.place)
        let (left, right) = (a.source ?? "", b.source ?? "")
        return left != right
          ? left < right : (a.line ?? 0, a.column ?? 0) < (b.line ?? 0, b.column ?? 0)
      }
    }
  }

  private func nearest(to folders: ArraySlice<String>, _ state: inout State) -> [String?] {
    guard let folder = folders.first else { return SchemaLookup.names.map { _ in nil } }
    let key = Array(folder.utf8)
    if let known = state.nearest[key] { return known }
    let above = nearest(to: folders.dropFirst(), &state)
    let paths = zip(SchemaLookup.names, above).map { name, above in
      let path = SchemaLookup.path(of: name, in: folder)
      return isThere(path) && !isOutput(path) ? path : above
    }
    state.nearest[key] = paths
    return paths
  }

  /// Whether a file is there, or a link that leads nowhere, which is told rather than passed over.
  private func isThere(_ path: String) -> Bool {
    if FileReading(on: disk).isFile(path) { return true }
    guard let end = try? disk.destination(ofLink: path), !end.isEmpty else { return false }
    return (try? disk.status(of: path)) == nil
  }

  private func isOutput(_ path: String) -> Bool {
    output.map { output in (try? disk.status(of: path))?.identity == output } ?? false
  }

  private func read(
    _ paths: [String?], forArticlesIn folder: String
  ) -> SchemaLookup.Located {
    let files = FileReading(on: disk)
    var bytes: [[UInt8]: [UInt8]] = [:]
    // Of the file that the schema is in it is said why it cannot be read; colours may be missing.
    let own = paths[0] ?? paths[1]
    for path in paths.compactMap(\.self) {
      do throws(DiagnosticError) {
        bytes[Array(path.utf8)] = try files.bytes(of: path, as: "schema")
      } catch {
        guard path == own else { continue }
        return SchemaLookup.Located(schema: nil, path: path, findings: [error.diagnostic])
      }
    }
    return SchemaLookup.schema(forArticlesIn: folder) { bytes[Array($0.utf8)] }
  }
}
