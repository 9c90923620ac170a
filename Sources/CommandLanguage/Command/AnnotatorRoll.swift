package import Adjudication
package import Standoff

/// Whose annotations the files that are to be merged hold.
///
/// A merge knows annotators and no files. What it would refuse of a file is found here first, and told
/// with the path.
package struct AnnotatorRoll {
  /// The file of each annotator, and whether it is a merged one.
  private var files: [String: (path: String, isMerged: Bool)] = [:]

  /// Begins with nobody.
  package init() {}

  /// Takes in a file.
  ///
  /// - Throws: `same-file` where it was taken in before, `same-annotator` where another has annotations
  ///   of the same person, `unusable-lines` where lines of it would be lost.
  package mutating func add(_ set: AnnotatorSet, at path: String) throws(DiagnosticError) {
    try Self.refuseUnusable(set.annotations, at: path)
    let named = Self.named(in: set.annotations)
    for annotator in named.isEmpty ? [set.annotator] : named {
      if let other = files.updateValue((path, !named.isEmpty), forKey: annotator) {
        throw Self.twice(annotator, other, (path, !named.isEmpty))
      }
    }
  }

  /// The annotators whom a merged file names, sorted; none where it is no merged file.
  private static func named(in set: AnnotationSet) -> [String] {
    guard StandoffLines(set).hasName(Note.annotatorsType) else { return [] }
    let names = set.records.filter { $0.kind == .note && $0.name == Note.annotatorsType }.flatMap {
      JSONValue(parsing: $0.value ?? "")?.array?.compactMap(\.string) ?? []
    }
    return Set(names).sorted()
  }

  private static func refuseUnusable(
    _ set: AnnotationSet, at path: String
  ) throws(DiagnosticError) {
    guard set.refusal == nil else { return }
    let unusable = set.unusable
    guard let first = unusable.first else { return }
    var place = first.place
    place.source = path
    throw DiagnosticError(
      .unusableLines,
      "\(path) has \(counted(unusable.count, "line")) that cannot be used, which a merge would lose; `galley validate \(path.asShellWord)` names \(unusable.count == 1 ? "it" : "them"): mend or delete \(unusable.count == 1 ? "it" : "them")",
      at: place, notes: ["the first is line \(first.place.line ?? 1): \(first.message)"])
  }

  private static func twice(
    _ annotator: String, _ one: (path: String, isMerged: Bool),
    _ other: (path: String, isMerged: Bool)
  ) -> DiagnosticError {
    let place = Place(source: other.path)
    if FilePath.areSame(FilePath.simplified(one.path), FilePath.simplified(other.path)) {
      return DiagnosticError(
        .sameFile, "\(other.path) is named twice; name the files of two annotators", at: place)
    }
    let remedy =
      one.isMerged || other.isMerged
      ? "a merged file stands for everybody it names: leave one of the two out"
      : "merge them into one with --base, or name the second after somebody else"
    return DiagnosticError(
      .sameAnnotator,
      "\(one.path) and \(other.path) both hold annotations of \(annotator); \(remedy)", at: place)
  }
}

extension DiagnosticName {
  /// One file was named in two roles that take two.
  package static let sameFile = DiagnosticName("same-file")
}
