/// Which standoff file goes with which article, and whose it is, by their names.
public struct StandoffLocation: Hashable, Sendable {
  /// The path of the standoff file.
  public var standoff: String
  /// The path of the article; `nil` where none was found.
  public var article: String?
  /// Who annotated; `nil` where the names do not tell.
  public var annotator: String?
  /// Whether their folder told of both files that they are regular ones, and no links.
  package internal(set) var isListed = false

  /// Whether `name` can name an annotator: ASCII letters, digits, `_` and `-`, one at least.
  public static func isAnnotator(_ name: some StringProtocol) -> Bool {
    isAnnotator(String(name))
  }

  /// The same of a whole string.
  public static func isAnnotator(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      }
  }

  /// Where the annotations of an article are written: `STEM.ann`, `STEM.ANNOTATOR.ann`, or `into`.
  ///
  /// - Throws: `not-an-annotator`, `not-an-article`, `misnamed-standoff`.
  public init(
    ofArticle article: String, annotator: String? = nil, into: String? = nil
  ) throws(DiagnosticError) {
    if let annotator, !Self.isAnnotator(annotator) {
      throw DiagnosticError(
        .notAnAnnotator,
        "“\(annotator)” cannot name an annotator; use letters, digits, - and _ alone")
    }
    let (folder, name) = (FilePath.folder(of: article), FilePath.name(of: article))
    let stem = Self.split(name, atLast: UInt8(ascii: "."))
    if into == nil, let stem, stem.rest == "ann" { throw Self.annotations(article) }
    if let into {
      if into.utf8.elementsEqual(article.utf8) { throw Self.both(article) }
      guard into.hasSuffix(".ann") else {
        throw DiagnosticError(
          .misnamedStandoff,
          "\(into) is not called as standoff files are, so nothing is written to it; name a file that ends in .ann after --into",
          at: Place(source: into))
      }
    }
    let own = [stem?.start ?? name, annotator, "ann"].compactMap(\.self).joined(separator: ".")
    self.standoff = into ?? FilePath.path(own, in: folder)
    self.article = article
    self.annotator = annotator
  }

  /// Makes sure that the standoff file is not the article under another name, as a link may be.
  ///
  /// - Throws: `not-an-article`.
  func checkIsApart(on disk: any Disk) throws(DiagnosticError) {
    guard let article, let own = try? disk.status(of: standoff).identity,
      own == (try? disk.status(of: article))?.identity
    else { return }
    throw Self.both(article)
  }

  private static func both(_ article: String) -> DiagnosticError {
    DiagnosticError(
      .notAnArticle,
      "\(article) cannot be the article and hold its annotations too; name another file after --into",
      at: Place(source: article))
  }

  /// The error of a standoff file that was named in place of its article.
  private static func annotations(_ standoff: String) -> DiagnosticError {
    let place = Place(source: standoff)
    guard let article = StandoffLocation(ofStandoff: standoff).article else {
      return DiagnosticError(
        .notAnArticle,
        "\(standoff) is a standoff file, and no article of its name is there; name the article that it is on: `\(shellCommand(opening: standoff, of: nil))`",
        at: place)
    }
    return DiagnosticError(
      .notAnArticle,
      "\(standoff) is a standoff file; name its article, \(article), or open both: `\(shellCommand(opening: standoff, of: article))`",
      at: place, fix: article)
  }

  /// Finds the article that a standoff file belongs to, and whose file it is.
  ///
  /// It belongs to the longest dotted prefix of its name that has a `.txt` beside it, above it, or in
  /// a folder `text` beside its own; failing that, `STEM_ANNOTATOR` is tried. What is left of the
  /// name is the annotator, else its folder's name, else, where there is no article, all of its name.
  public init(ofStandoff standoff: String) { self.init(ofStandoff: standoff, on: SystemDisk()) }

  /// The same on a disk of one's own.
  package init(ofStandoff standoff: String, on disk: any Disk) {
    let files = FileReading(on: disk)
    self.init(FilePath.name(of: standoff), in: FilePath.folder(of: standoff), at: standoff) {
      files.isFile($0.path)
    }
  }

  /// Where an article may be.
  struct Candidate {
    /// Its name.
    let name: String
    /// Its path.
    let path: String
    /// Whether it would stand beside the standoff file.
    let isBeside: Bool
  }

  /// The same for the file of a name in a folder, where `isFile` tells whether an article stands where
  /// it may; the article is the last one that it is asked about.
  init(
    _ name: String, in folder: String, at standoff: String, isFile: (Candidate) -> Bool
  ) {
    self.standoff = standoff
    let whole = Self.stem(of: name)
    for (prefix, rest) in Self.prefixes(of: whole) {
      let name = prefix + ".txt"
      for site in Site.allCases {
        let path = FilePath.path(name, in: site.folder(from: folder))
        guard isFile(Candidate(name: name, path: path, isBeside: site == .beside)) else { continue }
        article = path
        annotator = Self.annotator(rest, in: folder)
        return
      }
    }
    article = nil
    annotator = Self.isAnnotator(whole) ? whole : nil
  }

  /// A file that is called as its article beside it is, both of which their folder told of.
  init(listed standoff: String, article: String, annotator: String?) {
    self.standoff = standoff
    self.article = article
    self.annotator = annotator
    isListed = true
  }

  /// Finds out whose a standoff file is where its article is known.
  ///
  /// What its name has beside that of the article is the annotator, else its folder's name; where it
  /// has not the article's name, all of its own.
  package init(ofStandoff standoff: String, article: String) {
    self.standoff = standoff
    self.article = article
    let (whole, name) = (Self.stem(of: standoff), FilePath.name(of: article))
    let stem = Self.split(name, atLast: UInt8(ascii: "."))?.start ?? name
    let own = Self.prefixes(of: whole).first { $0.start.utf8.elementsEqual(stem.utf8) }
    if let own {
      annotator = Self.annotator(own.rest, in: FilePath.folder(of: standoff))
    } else {
      annotator = Self.isAnnotator(whole) ? whole : nil
    }
  }

  /// Who annotated, as the names tell; where they do not, the file's own name.
  ///
  /// - Throws: `not-an-annotator` where that can name nobody.
  package var owner: String {
    get throws(DiagnosticError) {
      let owner = annotator ?? Self.stem(of: standoff)
      if Self.isAnnotator(owner) { return owner }
      throw DiagnosticError(
        .notAnAnnotator,
        "the name of \(standoff) does not tell whose it is; call it STEM.NAME.ann, or put it into a folder called after its annotator",
        at: Place(source: standoff))
    }
  }

  /// What opens a standoff file in a shell, as it is typed in the system's.
  ///
  /// - Parameter article: the path of its article; `nil` where that is not known.
  package static func shellCommand(opening standoff: String, of article: String?) -> String {
    "galley \(article?.asShellWord ?? "ARTICLE") --into \(standoff.asShellWord)"
  }

  /// Whose a file in a folder is, `rest` being what its name has beside that of its article.
  private static func annotator(_ rest: String, in folder: String) -> String? {
    isAnnotator(rest) ? rest : annotator(ofFolder: folder)
  }

  /// Whose the files in a folder are whose names do not tell.
  static func annotator(ofFolder folder: String) -> String? {
    let name = FilePath.name(of: FilePath.simplified(folder))
    return isAnnotator(name) ? name : nil
  }

  /// The name of a standoff file without its ending.
  private static func stem(of standoff: String) -> String {
    let name = FilePath.name(of: standoff)
    guard let parts = split(name, atLast: UInt8(ascii: ".")), parts.rest == "ann" else {
      return name
    }
    return parts.start
  }

  /// Where the article of a standoff file may be, as seen from it.
  private enum Site: CaseIterable {
    case beside, above, among

    func folder(from folder: String) -> String {
      if self == .beside { return folder }
      let above = FilePath.areSame(folder, ".") ? ".." : FilePath.path("..", in: folder)
      return self == .above ? above : FilePath.path("text", in: above)
    }
  }

  /// The starts of a name that may be an article's, likeliest first, with what is left of it.
  private static func prefixes(of name: String) -> [(start: String, rest: String)] {
    var prefixes = [(start: name, rest: "")]
    for separator in [UInt8(ascii: "."), UInt8(ascii: "_")] {
      var start = name
      while let parts = split(start, atLast: separator) {
        start = parts.start
        prefixes.append((start, String(Substring(name.utf8.dropFirst(start.utf8.count + 1)))))
      }
    }
    return prefixes
  }

  /// What stands before and behind the last `separator`, which is ASCII; `nil` where nothing stands
  /// before one.
  private static func split(
    _ name: String, atLast separator: UInt8
  ) -> (start: String, rest: String)? {
    let bytes = name.utf8
    guard let index = bytes.lastIndex(of: separator), index > bytes.startIndex else { return nil }
    return (
      String(Substring(bytes[..<index])), String(Substring(bytes[bytes.index(after: index)...]))
    )
  }
}

extension DiagnosticName {
  /// A word that cannot name an annotator.
  public static let notAnAnnotator = DiagnosticName("not-an-annotator")
  /// A file that cannot be annotated, because it is or will be a standoff file.
  public static let notAnArticle = DiagnosticName("not-an-article")
  /// A file that annotations were to be written to, and that is not called as a standoff file is.
  public static let misnamedStandoff = DiagnosticName("misnamed-standoff")
}
