import Standoff

/// Two standoff files to be compared, or one file and nothing.
struct StandoffPair {
  /// The files; `nil` where there is none.
  let old: String?, new: String?
  /// The path of both below the folders that were named; `nil` where files were.
  let inner: String?

  /// The pairs that two paths lead to: the files themselves, or, of two folders, the files that have
  /// the same path in both, and those that stand in one alone, sorted.
  ///
  /// - Throws: `is-a-folder` where a folder is to be compared with a file, `no-such-file` where nothing
  ///   stands beside a folder, `no-standoff-file` where neither folder holds one.
  static func pairs(of old: String, and new: String) throws(DiagnosticError) -> [StandoffPair] {
    let files = FileReading()
    switch (files.isFolder(old), files.isFolder(new)) {
    case (false, false): return [StandoffPair(old: old, new: new, inner: nil)]
    case (true, true):
      let before = Set(names(in: old))
      let after = Set(names(in: new))
      if before.isEmpty, after.isEmpty {
        for path in [old, new] { try explain(Corpus(at: [path])) }
      }
      return before.union(after).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { name in
        StandoffPair(
          old: before.contains(name) ? FilePath.path(name, in: old) : nil,
          new: after.contains(name) ? FilePath.path(name, in: new) : nil, inner: name)
      }
    case (let isOld, _):
      let (folder, file) = isOld ? (old, new) : (new, old)
      // Where nothing stands it is neither, and reading it says so.
      if files.isMissing(file) { _ = try files.bytes(of: file, as: "file or folder") }
      throw DiagnosticError(
        .isAFolder, "\(folder) is a folder and \(file) is not; name two files, or two folders",
        at: Place(source: folder))
    }
  }

  /// - Throws: why a corpus has no file.
  private static func explain(_ corpus: Corpus) throws(DiagnosticError) {
    for item in corpus.items {
      switch item {
      case .file: break
      case .finding(let diagnostic), .failure(let diagnostic): throw DiagnosticError(diagnostic)
      }
    }
  }

  /// The paths of the standoff files in a folder and below it, counted from it.
  private static func names(in folder: String) -> [String] {
    let prefix = FilePath.path("", in: folder)
    return Corpus(at: [folder]).standoffPaths.map { String($0.dropFirst(prefix.count)) }
  }
}
