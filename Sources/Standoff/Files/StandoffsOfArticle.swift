extension StandoffLocation {
  /// The standoff files of an article, sorted by folder and name.
  ///
  /// They are looked for in its folder, in the folders there, and, where its folder is called `text`,
  /// in those beside it.
  static func standoffs(ofArticle article: String, on disk: any Disk) -> [String] {
    guard let identity = try? disk.status(of: article).identity else { return [] }
    let (folder, name) = (FilePath.folder(of: article), FilePath.name(of: article))
    let stem = name.hasSuffix(".txt") ? String(name.dropLast(4)) : name
    var folders = [folder] + visibleFolders(in: folder, on: disk)
    // What the current folder is called, its path does not tell.
    if ["text", ".", ".."].contains(FilePath.name(of: folder)) {
      let above = folder == "." ? ".." : FilePath.path("..", in: folder)
      folders += visibleFolders(in: above, on: disk)
    }
    let files = FileReading(on: disk)
    // From `.` the folder is seen a second time, among those beside it.
    var seen: Set<FileIdentity> = []
    return folders.flatMap { folder -> [String] in
      let names = (try? files.sortedNames(in: folder)) ?? []
      return names.filter { isName($0, ofStem: stem) }.map { FilePath.path($0, in: folder) }
        .filter { standoff in
          guard let found = StandoffLocation(ofStandoff: standoff, on: disk).article else {
            return false
          }
          guard (try? disk.status(of: found).identity) == identity else { return false }
          return (try? disk.status(of: standoff).identity).map { seen.insert($0).inserted } ?? true
        }
    }
  }

  private static func visibleFolders(in folder: String, on disk: any Disk) -> [String] {
    ((try? FileReading(on: disk).sortedNames(in: folder)) ?? []).compactMap { name in
      let path = FilePath.path(name, in: folder)
      guard !name.utf8.starts(with: ".".utf8) else { return nil }
      return (try? disk.status(of: path))?.kind == .folder ? path : nil
    }
  }

  /// Whether it is `STEM.ann`, `STEM.….ann` or `STEM_….ann`.
  private static func isName(_ name: String, ofStem stem: String) -> Bool {
    guard name.hasSuffix(".ann"), name.utf8.starts(with: stem.utf8) else { return false }
    let next = name.utf8.dropFirst(stem.utf8.count).first
    return next == UInt8(ascii: ".") || next == UInt8(ascii: "_")
  }
}
