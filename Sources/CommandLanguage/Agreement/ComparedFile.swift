import Adjudication
package import Standoff

/// A file that is compared with others, and what is worth knowing of it before its values are believed.
package struct ComparedFile {
  /// The path.
  package let path: String
  /// Whether it was named as the one who is right.
  package let isReference: Bool
  /// Whether it is the one that a shell has open.
  package let isOpen: Bool

  /// Takes a file.
  package init(_ path: String, isReference: Bool, isOpen: Bool = false) {
    (self.path, self.isReference, self.isOpen) = (path, isReference, isOpen)
  }

  /// The warning that conflicts are open in it; `nil` where none are.
  ///
  /// - Parameter lines: what the file holds.
  package func openConflicts(in lines: StandoffLines) -> Diagnostic? {
    guard lines.hasName(Note.conflictType) else { return nil }
    let set = lines.annotations
    let count = set.disputedGroups.count
    guard count > 0 else { return nil }
    let opening = StandoffLocation.shellCommand(opening: path, of: set.article.path)
    let remedy = (isOpen ? "" : "`\(opening)` and ") + "`review conflicts`"
    return Diagnostic(
      .openConflicts, severity: .warning,
      "\(counted(count, "conflict")) \(count == 1 ? "is" : "are") open in \(path), and every reading of \(count == 1 ? "it" : "them") counts as marked there; settle \(count == 1 ? "it" : "them") first: \(remedy)",
      at: Place(source: path))
  }

  /// The warning that it is a merge, though it stands beside those whom it was merged from; `nil` where
  /// it is none, or was named as the one who is right.
  ///
  /// - Parameters:
  ///   - lines: what the file holds.
  ///   - reference: what is typed to name it as the one who is right.
  package func mergeAmongAnnotators(in lines: StandoffLines, reference: String) -> Diagnostic? {
    guard !isReference, lines.hasName(Note.annotatorsType),
      lines.annotations.records.contains(where: {
        $0.kind == .note && $0.name == Note.annotatorsType
      })
    else { return nil }
    return Diagnostic(
      .mergeCompared, severity: .warning,
      "\(path) is a merge of annotators and is compared as one more of them, though it repeats what they say; \(isOpen ? "open an annotator’s file in its place" : "leave it out"), or name it as who is right: `\(reference)`",
      at: Place(source: path))
  }
}

extension DiagnosticName {
  /// A merged file was compared as one annotator's.
  package static let mergeCompared = DiagnosticName("merge-compared")
}
