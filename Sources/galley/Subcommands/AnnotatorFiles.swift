import Adjudication
import CommandLanguage
import Standoff

/// The files of several annotators on one article.
struct AnnotatorFiles {
  /// The files, with the annotators after whom they are called.
  private(set) var files: [(annotator: String, path: String)] = []

  private let article: String?
  private let locations: [StandoffLocation]

  /// Finds out whose the files are.
  ///
  /// - Parameter article: the article of all of them, where names do not tell.
  /// - Throws: `too-few-annotators`, `same-file`, `same-annotator`, `not-an-annotator`.
  init(_ paths: [String], article: String? = nil) throws(DiagnosticError) {
    self.article = article
    locations = paths.map { StandoffLocation(ofStandoff: $0) }
    if let path = paths.first(where: { $0.hasSuffix(".txt") }) {
      throw DiagnosticError(
        .noStandoffFile,
        "\(path) is an article; name its annotators’ files, as \(path.dropLast(4)).ana.ann",
        at: Place(source: path))
    }
    guard paths.count > 1 else {
      throw DiagnosticError(
        .tooFewAnnotators,
        "there is one file; name those of two annotators at least, or what two sides come from with --base",
        at: Place(source: paths.first))
    }
    var named = AnnotatorPaths()
    try named.add(paths)
    for location in locations { try add(location) }
  }

  /// The files of a folder's article.
  ///
  /// - Throws: `same-annotator`, `not-an-annotator`.
  init(_ work: AnnotatorFolders.Work) throws(DiagnosticError) {
    article = nil
    locations = work.files.map { file in
      var location = file.location
      location.annotator = file.annotator
      return location
    }
    for location in locations { try add(location) }
  }

  private mutating func add(_ location: StandoffLocation) throws(DiagnosticError) {
    let path = location.standoff
    let annotator = try location.owner
    if let other = files.first(where: { $0.annotator.utf8.elementsEqual(annotator.utf8) }) {
      throw DiagnosticError(
        .sameAnnotator,
        "\(other.path) and \(path) are both \(annotator)’s; merge them into one with --base, or name the second after somebody else",
        at: Place(source: path))
    }
    files.append((annotator, path))
  }

  /// Reads the files.
  ///
  /// - Throws: `missing-article`, `different-articles`, `same-annotator`, `unusable-lines`, and as
  ///   reading files does.
  func sets() throws(DiagnosticError) -> [AnnotatorSet] {
    var journals = JournalledArticles()
    return try sets(&journals)
  }

  /// The same with what is known of the journals in their folders.
  func sets(_ journals: inout JournalledArticles) throws(DiagnosticError) -> [AnnotatorSet] {
    var reading = ArticleReading()
    var bytes: [[UInt8]] = []
    for (file, location) in zip(files, locations) {
      bytes.append(
        try FileReading().bytes(
          of: file.path, as: "standoff file", isListed: location.isListed))
    }
    let article = try commonArticle(&reading)
    var sets: [AnnotatorSet] = []
    var roll = AnnotatorRoll()
    for (place, bytes) in bytes.enumerated() {
      let (annotator, path) = files[place]
      let set = AnnotationSet(parsing: bytes, of: article)
      let hash = journals.hash(besideStandoff: path, isListed: locations[place].isListed)
      try DifferentArticles.check(set, of: annotator, at: path, hash)
      sets.append(AnnotatorSet(annotator, set))
      try roll.add(sets[place], at: path)
    }
    return sets
  }

  private func commonArticle(_ reading: inout ArticleReading) throws(DiagnosticError) -> Article {
    let paths = article.map { [$0] } ?? locations.compactMap(\.article)
    guard let path = paths.first else { throw MissingArticle.error(of: files.map(\.path)) }
    let isListed = self.article == nil && locations.allSatisfy(\.isListed)
    let article = try reading.article(at: path, isListed: isListed)
    for other in paths.dropFirst() where !FilePath.areSame(other, path) {
      let files = FileReading()
      if try files.holds(article.bytes, at: other, as: "article", isListed: isListed) { continue }
      // What is wrong with it by itself goes first.
      _ = try reading.article(at: other)
      throw DifferentArticles.error(path, other, "merged")
    }
    return article
  }
}
