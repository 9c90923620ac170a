import Standoff

/// Where a job finds the text that an article had before it was corrected.
enum OldEdition: Equatable {
  /// Nowhere: the words that the standoff file quotes have to tell.
  case none
  /// In a file, or in a folder under the article's own name.
  case path(String)
  /// In a revision of the repository that the article is in.
  case revision(String)

  /// The old text of an article; `nil` where none is asked for.
  ///
  /// - Parameter root: the folder that was named on the command line, where the article was found in
  ///   one.
  /// - Throws: where it cannot be read; `no-repository`; `no-such-edition` where git has none.
  func text(of article: String, in root: String?) throws(DiagnosticError) -> Article? {
    switch self {
    case .none: return nil
    case .path(let path):
      let file =
        FileReading().isFolder(path) ? FilePath.path(Self.name(article, in: root), in: path) : path
      return try Article(bytes: FileReading().bytes(of: file, as: "article"), path: file)
    case .revision(let revision):
      let name = "\(revision):./\(FilePath.name(of: article))"
      guard let bytes = Git.bytes("-C", FilePath.folder(of: article), "show", name) else {
        throw Self.missing(article, at: revision)
      }
      return try Article(bytes: bytes, path: name)
    }
  }

  /// Why git does not have an article at a revision.
  private static func missing(_ article: String, at revision: String) -> DiagnosticError {
    let folder = FilePath.folder(of: article)
    guard Git.output("-C", folder, "rev-parse", "--git-dir") != nil else {
      return DiagnosticError(
        .noRepository,
        "\(article) is in no repository that git knows; name its old text with --from OLD.txt, or leave it out to go by the quoted words",
        at: Place(source: article))
    }
    let commit = revision + "^{commit}"
    guard Git.output("-C", folder, "rev-parse", "--verify", "--quiet", commit) != nil else {
      return DiagnosticError(
        .noSuchEdition,
        "git knows no revision “\(revision)” here; see what `git log --oneline` lists",
        at: Place(source: article))
    }
    return DiagnosticError(
      .noSuchEdition,
      "git has no \(article) at “\(revision)”; see what `git log --oneline -- \(FilePath.name(of: article).asShellWord)` lists",
      at: Place(source: article))
  }

  /// What an article is called below a folder, or by itself.
  private static func name(_ article: String, in root: String?) -> String {
    let name = FilePath.simplified(article)
    guard let root else { return FilePath.name(of: article) }
    let start = FilePath.simplified(root) + "/"
    if name.utf8.starts(with: start.utf8) { return String(name.dropFirst(start.count)) }
    return FilePath.simplified(root).isEmpty ? name : FilePath.name(of: article)
  }
}

extension DiagnosticName {
  /// A repository has no such revision, or no such article in it.
  static let noSuchEdition = DiagnosticName("no-such-edition")
}
