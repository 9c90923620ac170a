import Standoff

/// Which standoff files of several annotators are on one article, as far as their names tell.
///
/// Where all paths are folders, each with one file at most for an article, each folder is an annotator
/// and files belong together that have the same place and the same article's name in their folders.
/// Else files belong together that are on one article, and their names, or those of the annotators'
/// folders, tell whose they are.
struct AnnotatedDocuments {
  /// An article, or the copies of it, and a file of each annotator.
  struct Document: Sendable {
    /// The name by which it is told from others.
    let name: String
    /// The paths of the article; they should hold the same text.
    fileprivate(set) var articles: [String] = []
    /// The files, by annotator; `nil` for who has none.
    fileprivate(set) var standoffs: [String?]
    /// Whether folders told that all of them are regular files.
    fileprivate(set) var isListed = true
  }

  /// The names of the annotators, sorted, but in the order of the paths where these name them.
  private(set) var annotators: [String] = []
  /// The articles, in the order of the paths.
  private(set) var documents: [Document] = []
  /// What cannot be worked on.
  private(set) var failures: [Diagnostic] = []

  private struct Sheet {
    let annotator: String
    let key: String
    let file: StandoffLocation
  }

  /// Finds the files.
  init(_ paths: [String], article: String?) {
    let folders = paths.filter { FileReading().isFolder($0) }
    var sheets: [Sheet] = []
    if folders.count == paths.count, paths.count > 1 {
      sheets = Self.sheets(inFolders: paths, &failures) ?? []
      annotators = sheets.map(\.annotator).reduce(into: []) { names, name in
        if !names.contains(name) { names.append(name) }
      }
    }
    if sheets.isEmpty {
      failures = []
      let isListed = folders.isEmpty
      sheets = Self.sheets(
        Corpus(at: paths, article: article), article: article, areNamed: isListed, &failures)
      let names = sheets.map(\.annotator)
      annotators =
        isListed
        ? names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } : Set(names).sorted()
    }
    gather(sheets)
  }

  private mutating func gather(_ sheets: [Sheet]) {
    let places = Dictionary(uniqueKeysWithValues: annotators.enumerated().map { ($1, $0) })
    var numbers: [String: Int] = [:]
    numbers.reserveCapacity(sheets.count / max(1, annotators.count))
    for sheet in sheets {
      guard let place = places[sheet.annotator] else { continue }
      let number = numbers[sheet.key] ?? documents.count
      if number == documents.count {
        numbers[sheet.key] = number
        documents.append(
          Document(name: sheet.key, standoffs: Array(repeating: nil, count: annotators.count)))
      }
      if let other = documents[number].standoffs[place] {
        failures.append(Self.sameAnnotator(sheet, other))
        continue
      }
      documents[number].standoffs[place] = sheet.file.standoff
      if !sheet.file.isListed { documents[number].isListed = false }
      if let path = sheet.file.article, !documents[number].articles.contains(path) {
        documents[number].articles.append(path)
      }
    }
    shortenNames()
  }

  /// Names articles by their stems, where these tell them apart.
  private mutating func shortenNames() {
    let stems = documents.map { FilePath.name(of: $0.name) }
    guard Set(stems).count == stems.count else { return }
    documents = zip(documents, stems).map { document, stem in
      Document(
        name: stem, articles: document.articles, standoffs: document.standoffs,
        isListed: document.isListed)
    }
  }

  // MARK: Whose file on which article

  /// A folder for each annotator; `nil` where one holds two files on an article.
  private static func sheets(
    inFolders paths: [String], _ failures: inout [Diagnostic]
  ) -> [Sheet]? {
    let simple = paths.map { FilePath.simplified($0) }
    let short = simple.map { FilePath.name(of: $0) }
    let names = Set(short).count == short.count ? short : simple
    guard Set(names).count == names.count else { return nil }
    var sheets: [Sheet] = []
    for (path, name) in zip(paths, names) {
      var keys: Set<String> = []
      let prefix = FilePath.path("", in: path)
      for item in Corpus(at: [path]).items {
        guard case .file(let file) = item else {
          note(item, &failures)
          continue
        }
        let inside = file.standoff.utf8.dropFirst(prefix.utf8.count)
        let folder = FilePath.folder(of: String(Substring(inside)))
        let key = FilePath.path(stem(of: file.article ?? file.standoff), in: folder)
        guard keys.insert(key).inserted else { return nil }
        sheets.append(Sheet(annotator: name, key: key, file: file))
      }
    }
    return sheets
  }

  /// Files of several annotators on an article, each beside a copy of it; `nil` where somebody has two
  /// files on articles of one name.
  private static func sheets(
    onOneName files: [StandoffLocation], _ names: [String]
  ) -> [Sheet]? {
    let sheets = zip(files, names).map { file, name in
      Sheet(annotator: name, key: stem(of: file.article ?? file.standoff), file: file)
    }
    let keys = Set(sheets.map { [$0.key, $0.annotator] })
    return keys.count == sheets.count ? sheets : nil
  }

  /// Files on one article, or on copies of it in folders that bear the annotators' names, or anywhere
  /// where all are named.
  private static func sheets(
    _ corpus: Corpus, article: String?, areNamed: Bool, _ failures: inout [Diagnostic]
  ) -> [Sheet] {
    for item in corpus.items { note(item, &failures) }
    let files = corpus.files
    let names = files.map { $0.annotator ?? FilePath.name(of: $0.standoff) }
    // Under one article, two files of one name are told apart by their paths.
    let areTold = article == nil || Set(names).count == names.count
    if areNamed, article == nil, let sheets = sheets(onOneName: files, names) { return sheets }
    return zip(files, names).map { file, name in
      let path = FilePath.simplified(file.article ?? file.standoff)
      var folder = FilePath.folder(of: path)
      if folder == FilePath.folder(of: FilePath.simplified(file.standoff)),
        FilePath.name(of: folder) == name
      {
        folder = FilePath.folder(of: folder)
      }
      return Sheet(
        annotator: areTold ? name : file.standoff,
        key: FilePath.path(stem(of: path), in: folder), file: file)
    }
  }

  private static func note(_ item: Corpus.Item, _ failures: inout [Diagnostic]) {
    switch item {
    case .file: break
    case .failure(let failure): failures.append(failure)
    // It is said where the second file is met.
    case .finding(let finding) where finding.name == .sameAnnotator: break
    case .finding(let finding): failures.append(finding)
    }
  }

  private static func stem(of path: String) -> String {
    let name = FilePath.name(of: path)
    return name.hasSuffix(".txt") ? String(Substring(name.utf8.dropLast(4))) : name
  }

  private static func sameAnnotator(_ sheet: Sheet, _ other: String) -> Diagnostic {
    Diagnostic(
      .sameAnnotator,
      "\(other) and \(sheet.file.standoff) are both \(sheet.annotator)’s annotations of \(sheet.key); name one of them, or the second after somebody else",
      at: Place(source: sheet.file.standoff))
  }
}
