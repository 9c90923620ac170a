/// What a saving took in that another program had made of the standoff file meanwhile.
package struct ForeignMerge: Hashable, Sendable {
  /// Merges two sides that come from a base: what both changed otherwise stands in the set as conflicts,
  /// whose number is told.
  package typealias Merging =
    @Sendable (_ base: AnnotationSet, _ ours: AnnotationSet, _ theirs: AnnotationSet)
    throws(DiagnosticError) -> (set: AnnotationSet, conflicts: Int)

  /// How many conflicts it brought.
  package let conflicts: Int
  /// What a person should know of it.
  package let notice: Diagnostic

  init(_ path: String, conflicts: Int) {
    self.conflicts = conflicts
    let open =
      conflicts == 0
      ? "nothing is in conflict"
      : "\(counted(conflicts, "conflict")) \(conflicts == 1 ? "is" : "are") left, which `conflicts` lists"
    notice = Diagnostic(
      .mergedOnSaving, severity: conflicts == 0 ? .note : .warning,
      "\(path) was changed by another program meanwhile, and the two were merged: \(open); `undo` takes the merge back",
      at: Place(source: path))
  }
}

extension Session {
  /// Takes in what another program has made of the standoff file since it was read.
  ///
  /// - Parameter keepsOwn: whether what stands here is written beside the file where that cannot be
  ///   done; where not, only a change from before the session began is taken in.
  func takeInForeignChange(keepsOwn: Bool) throws(DiagnosticError) {
    foreignMerge = nil
    let found = try FileReading(on: disk).bytes(ofPossible: paths.standoff, as: "standoff file")
    let there = found ?? []
    let hash = contentHash(of: there)
    guard hash != standoffHash else { return }
    let own = annotations.encoded()
    // A file that is gone says nothing of what stood in it, and is made again.
    if found == nil {
      standoffHash = hash
      return
    }
    // Whoever moved what was kept beside the file over it has settled the matter.
    if there == own || journal.attempts.contains(where: { $0.hash == hash })
      || journal.hasTakenIn(hash)
    {
      standoffHash = hash
      return
    }
    guard keepsOwn || hash == settlement?.standoffHash else { throw changedWhileTheScriptRan() }
    guard let merged = try? merged(with: there) else {
      throw try changed(keeping: own)
    }
    let edit = Edit(from: annotations, to: merged.set)
    if !edit.isEmpty {
      let conflicts = merged.conflicts > 0 ? " (\(counted(merged.conflicts, "conflict")))" : ""
      let name = FilePath.name(of: location.standoff)
      try carryOut([
        .act(
          Act(
            "# merged with \(name) as another program had changed it\(conflicts)", edit,
            takenIn: hash))
      ])
    }
    standoffHash = hash
    foreignMerge = ForeignMerge(location.standoff, conflicts: merged.conflicts)
  }

  /// What stands here put together with other bytes of the standoff file; `nil` where nobody merges, or
  /// it is not known what both come from.
  private func merged(
    with there: [UInt8]
  ) throws(DiagnosticError) -> (set: AnnotationSet, conflicts: Int)? {
    guard let merging else { return nil }
    var base = annotations
    for edit in journal.edits(from: journal.done, to: journal.saved.acts) { try base.apply(edit) }
    guard contentHash(of: base.encoded()) == standoffHash else { return nil }
    let theirs = AnnotationSet(parsing: there, of: article)
    // New lines that mean nothing are not annotations: the marks of a merge by lines, or another file.
    guard theirs.unusable.count <= base.unusable.count else { return nil }
    return try merging(base, annotations, theirs)
  }

  private func changedWhileTheScriptRan() -> DiagnosticError {
    DiagnosticError(
      .changedOnDisk,
      "\(location.standoff) was changed by another program while the script ran; nothing was written: run it again",
      at: Place(source: location.standoff))
  }

  /// The error for a file that is left alone; what stands here is written beside it.
  private func changed(keeping bytes: [UInt8]) throws(DiagnosticError) -> DiagnosticError {
    let beside = paths.unsavedPath(for: bytes, on: disk)
    try AtomicFile(on: disk).write(bytes, to: beside)
    return DiagnosticError(
      .changedOnDisk,
      "\(location.standoff) was changed by another program meanwhile, and the two cannot be merged, so it was left as it is; what stands here is in \(beside): `quit --discard` and open the article again to go on from the changed file",
      at: Place(source: location.standoff))
  }
}

extension DiagnosticName {
  /// Another program wrote to the standoff file while it was open here, and the two cannot be merged.
  public static let changedOnDisk = DiagnosticName("changed-on-disk")
  /// Another program wrote to the standoff file while it was open here, and the two were merged.
  public static let mergedOnSaving = DiagnosticName("merged-on-saving")
}
