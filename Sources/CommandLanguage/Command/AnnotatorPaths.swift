package import Standoff

/// The files, or the folders, of several annotators as somebody names them.
package struct AnnotatorPaths {
  private let files: FileReading
  private var known: [FileIdentity: String] = [:]

  /// Begins with none.
  package init(on files: FileReading = FileReading()) { self.files = files }

  /// Takes in a path; what is missing is for whoever reads it.
  ///
  /// - Throws: `same-file` where an earlier one leads to the same file or folder, by a link either: one
  ///   annotator under two names would agree in everything.
  package mutating func add(_ path: String) throws(DiagnosticError) {
    guard let status = files.status(of: path),
      let other = known.updateValue(path, forKey: status.identity)
    else { return }
    let kind = status.kind == .folder ? "folder" : "file"
    let isNamedTwice = FilePath.areSame(FilePath.simplified(path), FilePath.simplified(other))
    throw DiagnosticError(
      .sameFile,
      (isNamedTwice ? "\(path) is named twice" : "\(other) and \(path) are one \(kind)")
        + "; name the \(kind)s of two annotators",
      at: Place(source: path))
  }

  /// Takes in several.
  ///
  /// - Throws: `same-file`, as with one.
  package mutating func add(_ paths: [String]) throws(DiagnosticError) {
    for path in paths { try add(path) }
  }
}
