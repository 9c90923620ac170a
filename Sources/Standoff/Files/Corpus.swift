/// The standoff files that paths lead to, with their articles: files that are named, those of an
/// article, and those that stand in a folder and below it.
///
/// ```swift
/// for case .file(let location) in Corpus(at: ["corpus"]).items { print(location.standoff) }
/// ```
/// Nothing is read yet. Both layouts are found: `STEM.ANNOTATOR.ann` beside the article, and a folder
/// for each annotator; see ``StandoffLocation``.
public struct Corpus: Sendable {
  /// A standoff file, or what is wrong in its place.
  public enum Item: Hashable, Sendable {
    /// A file; its ``StandoffLocation/article`` is known.
    case file(StandoffLocation)
    /// Something about how the files stand to one another: `same-annotator` before the later file,
    /// `no-standoff-file` for a folder that holds none.
    case finding(Diagnostic)
    /// What cannot be worked on: a path that leads nowhere, a folder that may not be read, a standoff
    /// file without an article.
    case failure(Diagnostic)
  }

  /// The files in the order of the paths, those of a folder sorted by the names in it, each once.
  public let items: [Item]

  /// Finds the files.
  ///
  /// A path that ends in `.txt` stands for the standoff files of that article, which may be none; any
  /// other file is a standoff file. In folders, names that begin with a dot are passed over, symbolic
  /// links are followed, and no folder is entered twice.
  ///
  /// - Parameter article: the article of all of them, where their names do not tell.
  public init(at paths: [String], article: String? = nil) {
    self.init(at: paths, article: article, on: SystemDisk())
  }

  /// The same on a disk of one's own.
  package init(at paths: [String], article: String? = nil, on disk: any Disk) {
    var search = CorpusSearch(article: article, on: disk)
    for path in paths { search.take(path) }
    items = search.items
  }

  /// The files alone.
  public var files: [StandoffLocation] {
    items.compactMap { if case .file(let location) = $0 { location } else { nil } }
  }

  /// The paths of the files, those without an article as well.
  package var standoffPaths: [String] {
    items.compactMap { item in
      switch item {
      case .file(let location): location.standoff
      case .failure(let failure) where failure.name == .missingArticle: failure.place.source
      case .failure, .finding: nil
      }
    }
  }

  /// The items in pieces to be worked on apart: files on the same article that stand side by side are
  /// in one, so that it is read once, and few files make many pieces.
  package var pieces: [ArraySlice<Item>] {
    // To hand a piece over takes as long as to check a short file.
    let enough = min(Self.mostInPiece, items.count / Self.mostCores)
    var pieces: [ArraySlice<Item>] = []
    var start = items.startIndex
    var article: String?
    for (index, item) in items.enumerated() {
      guard case .file(let location) = item, let own = location.article else { continue }
      let isSame = article.map { FilePath.areSame($0, own) } ?? true
      if index - start >= (isSame ? Self.mostInPiece : max(1, enough)) {
        pieces.append(items[start..<index])
        start = index
      }
      article = own
    }
    if start < items.endIndex { pieces.append(items[start...]) }
    return pieces
  }

  /// Where even files on one article are parted, for there may be thousands.
  private static let mostInPiece = 16
  /// How many pieces there are at least, where there are as many files.
  private static let mostCores = 64
}
