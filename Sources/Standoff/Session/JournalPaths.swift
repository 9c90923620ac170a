/// Where the files that belong to a standoff file stand: in the folder `.galley` beside it.
package struct JournalPaths: Hashable, Sendable {
  /// The standoff file, symbolic links followed, so that all its names share one journal.
  package let standoff: String
  /// The folder `.galley`.
  package let folder: String
  /// The journal.
  package let journal: String
  /// The bytes of the standoff file when the journal was begun.
  package let base: String
  /// The file whose lock keeps a second shell away.
  package let lock: String
  /// The file of an adjudicator's decisions, beside the standoff file.
  package var decisions: String { Self.decisions(of: standoff) }

  /// Finds the files of the standoff file at `path`.
  package init(of path: String, on disk: any Disk) {
    standoff = (try? disk.endOfLinks(from: path)) ?? path
    folder = FilePath.path(".galley", in: FilePath.folder(of: standoff))
    let name = FilePath.name(of: standoff)
    journal = FilePath.path(name + ".journal", in: folder)
    base = FilePath.path(name + ".base", in: folder)
    lock = FilePath.path(name + ".lock", in: folder)
  }

  /// The file of decisions of the standoff file at `path`: `gold.decisions` of `gold.ann`.
  package static func decisions(of path: String) -> String {
    (path.hasSuffix(".ann") ? String(path.dropLast(4)) : path) + ".decisions"
  }

  /// The path of a further file in `.galley`.
  package func sibling(_ name: String) -> String { FilePath.path(name, in: folder) }

  /// A name in `.galley` under which a journal can be put aside: the journal's own and a number.
  package func freeName(on disk: any Disk) -> String {
    let name = FilePath.name(of: journal)
    var number = 1
    while number < Self.mostNumbers, exists(sibling("\(name).\(number)"), on: disk) { number += 1 }
    return "\(name).\(number)"
  }

  /// Where a state that cannot go into the standoff file is written: `NAME.unsaved` beside it, or
  /// with a number where another state stands there already.
  package func unsavedPath(for bytes: [UInt8], on disk: any Disk) -> String {
    var path = standoff + ".unsaved"
    var number = 1
    while number < Self.mostNumbers, exists(path, on: disk) {
      if let there = try? FileReading(on: disk).bytes(of: path, as: "file"), there == bytes {
        break
      }
      number += 1
      path = standoff + ".unsaved.\(number)"
    }
    return path
  }

  /// Whether something stands there, or may: what cannot be looked at must not be written over.
  private func exists(_ path: String, on disk: any Disk) -> Bool {
    do throws(DiskFailure) {
      _ = try disk.status(of: path)
      return true
    } catch {
      return error.reason != .missing
    }
  }

  /// Where looking for a free name ends, on a disk that answers no question.
  private static let mostNumbers = 10_000

  /// Makes the folder, where it is missing.
  package func makeFolder(on disk: any Disk) throws(DiskFailure) {
    do throws(DiskFailure) {
      try disk.makeFolder(folder)
    } catch {
      if error.reason != .exists { throw error }
    }
  }
}
