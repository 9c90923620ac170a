/// The search for the files of a ``Corpus``, path after path.
struct CorpusSearch {
  /// What was found.
  private(set) var items: [Corpus.Item] = []

  private let article: String?
  private let disk: any Disk
  private let files: FileReading
  /// The folders that were entered, by device and inode, so that links may go in circles.
  private var entered: Set<[UInt64]> = []
  /// The standoff files that were found, by their simplified paths.
  private var seen: Set<[UInt8]> = []
  /// Whose file of which article stands where.
  private var owners: [Owner: String] = [:]

  private struct Owner: Hashable {
    let article: [UInt64]
    let annotator: String
  }

  /// Begins with nothing found.
  init(article: String?, on disk: any Disk) {
    self.article = article
    self.disk = disk
    files = FileReading(on: disk)
  }

  /// Finds what a path leads to.
  mutating func take(_ path: String) {
    guard let status = try? disk.status(of: path) else {
      return fail(path, as: Self.isStandoff(path) ? "standoff file" : "file or folder")
    }
    if status.kind == .folder {
      let count = items.count
      let isNew = !entered.contains(status.identity)
      enter(path, status)
      if isNew, items.count == count { items.append(.finding(Self.noFile(in: path))) }
    } else if article == nil, path.hasSuffix(".txt") {
      // The folders beside the article's own are looked into, and it is one of them.
      var known: Set<[UInt64]> = []
      for standoff in StandoffLocation.standoffs(ofArticle: path, on: disk) {
        let identity = (try? disk.status(of: standoff))?.identity ?? []
        if identity.isEmpty || known.insert(identity).inserted { add(standoff) }
      }
    } else {
      add(path)
    }
  }

  /// Goes through a folder and those in it.
  private mutating func enter(_ folder: String, _ status: FileStatus) {
    guard entered.insert(status.identity).inserted else { return }
    do throws(DiagnosticError) {
      for entry in try files.sortedEntries(in: folder)
      where !entry.name.utf8.starts(with: ".".utf8) {
        let path = FilePath.path(entry.name, in: folder)
        let mayBeFolder = entry.kind == nil || entry.kind == .folder
        if mayBeFolder, let status = try? disk.status(of: path), status.kind == .folder {
          enter(path, status)
        } else if Self.isStandoff(path) {
          add(path)
        }
      }
    } catch {
      items.append(.failure(error.diagnostic))
    }
  }

  private mutating func add(_ standoff: String) {
    // Names that are the same as text, but not as bytes, are two files.
    guard seen.insert(Array(FilePath.simplified(standoff).utf8)).inserted else { return }
    var found: FileStatus?
    var location = StandoffLocation(ofStandoff: standoff) { path in
      found = try? disk.status(of: path)
      return found?.kind == .regular
    }
    if let article {
      location.article = article
    } else if let own = location.article {
      if let identity = found?.identity, let other = claim(location, on: identity) {
        items.append(.finding(Self.sameAnnotator(location, own, other)))
      }
    } else {
      guard files.isFile(standoff) else { return fail(standoff, as: "standoff file") }
      return items.append(.failure(Self.noArticle(of: standoff)))
    }
    items.append(.file(location))
  }

  /// Says why what stands at a path cannot be read.
  private mutating func fail(_ path: String, as what: String) {
    do throws(DiagnosticError) {
      _ = try files.bytes(of: path, as: what)
    } catch {
      items.append(.failure(error.diagnostic))
    }
  }

  /// Notes whose file it is; the one that the same annotator has already, where there is one.
  ///
  /// `article` is its article, by device and inode.
  private mutating func claim(_ location: StandoffLocation, on article: [UInt64]) -> String? {
    guard let annotator = location.annotator else { return nil }
    let owner = Owner(article: article, annotator: annotator)
    if let other = owners[owner] { return other }
    owners[owner] = location.standoff
    return nil
  }

  private static func isStandoff(_ path: String) -> Bool { path.hasSuffix(".ann") }

  // MARK: What it says

  private static func noArticle(of standoff: String) -> Diagnostic {
    Diagnostic(
      .missingArticle, "no article goes with \(standoff): there is no .txt of its name",
      at: Place(source: standoff), fix: "name the article with --text")
  }

  private static func noFile(in folder: String) -> Diagnostic {
    Diagnostic(
      .noStandoffFile, severity: .warning,
      "\(folder) holds no standoff file, so there was nothing to do; name a folder with .ann files",
      at: Place(source: folder))
  }

  private static func sameAnnotator(
    _ location: StandoffLocation, _ article: String, _ other: String
  ) -> Diagnostic {
    let annotator = location.annotator ?? ""
    return Diagnostic(
      .sameAnnotator,
      "\(other) and \(location.standoff) are both \(annotator)’s annotations of \(FilePath.simplified(article)); merge them into one, or name the second after somebody else",
      at: Place(source: location.standoff))
  }
}

extension DiagnosticName {
  /// A standoff file whose article was not found.
  public static let missingArticle = DiagnosticName("missing-article")
  /// Two standoff files hold the annotations of one annotator on one article.
  public static let sameAnnotator = DiagnosticName("same-annotator")
  /// A folder that was to be worked on holds no standoff file.
  public static let noStandoffFile = DiagnosticName("no-standoff-file")
}
