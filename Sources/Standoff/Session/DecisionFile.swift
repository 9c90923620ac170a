/// The file of an adjudicator's decisions beside a standoff file: `gold.decisions` beside `gold.ann`.
///
/// What a line says is not asked here; lines that others wrote stay as they are.
package struct DecisionFile {
  private let path: String
  private let disk: any Disk

  /// Finds the file that belongs to a standoff file.
  package init(of paths: JournalPaths, on disk: any Disk = SystemDisk()) {
    path = paths.decisions
    self.disk = disk
  }

  /// Takes lines out, the last of each, and puts others at the end, but for those that are there as often.
  ///
  /// A file that is left without lines goes; where nothing changes none is touched or made.
  ///
  /// - Returns: what the file held before, for ``restore(_:)``.
  /// - Throws: as reading and writing a file do.
  package func withdraw(
    _ withdrawn: [String], adding added: [String]
  ) throws(DiagnosticError) -> Former {
    guard !withdrawn.isEmpty || !added.isEmpty else { return .same }
    let old = try FileReading(on: disk).bytes(ofPossible: path, as: "file of decisions")
    var lines = (old ?? []).split(separator: .lineFeed, omittingEmptySubsequences: false)
      .map(Array.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in withdrawn {
      if let index = lines.lastIndex(of: Array(line.utf8)) { lines.remove(at: index) }
    }
    // Two decisions on things that read alike are two lines alike.
    var there: [[UInt8]: Int] = [:]
    for line in lines { there[line, default: 0] += 1 }
    for line in added.map({ Array($0.utf8) }) {
      let count = there[line] ?? 0
      there[line] = count - 1
      if count <= 0 { lines.append(line) }
    }
    let new = lines.flatMap { $0 + [.lineFeed] }
    guard new != old ?? [] else { return .same }
    try put(new.isEmpty ? nil : new)
    return .other(old)
  }

  /// Puts back what the file held.
  package func restore(_ former: Former) throws(DiagnosticError) {
    if case .other(let bytes) = former { try put(bytes) }
  }

  /// What a file of decisions held before it was changed.
  package enum Former {
    /// It was not changed.
    case same
    /// Other bytes, or it was not there.
    case other([UInt8]?)
  }

  private func put(_ bytes: [UInt8]?) throws(DiagnosticError) {
    guard let bytes else {
      do throws(DiskFailure) {
        try disk.remove(path)
      } catch {
        if error.reason != .missing { try write([]) }
      }
      return
    }
    try write(bytes)
  }

  /// Writes the file; that it might not survive a power cut is no reason to leave the standoff file
  /// unwritten, which has what was decided.
  private func write(_ bytes: [UInt8]) throws(DiagnosticError) {
    do throws(DiagnosticError) {
      try AtomicFile(on: disk).write(bytes, to: path)
    } catch {
      guard error.diagnostic.name == .notSynchronized else { throw error }
    }
  }
}
