/// The search for the files of a ``Corpus``, path after path.
struct CorpusSearch {
  /// What was found.
  private(set) var items: [Corpus.Item] = []

  private let article: String?
  private let disk: any Disk
  private let files: FileReading
  /// The folders that were entered, by device and inode, so that links may go in circles.
  private var entered: Set<FileIdentity> = []
  /// The standoff files that were found.
  private var found: [String] = []
  /// How many standoff files were met, those included that had been found before.
  private var metCount = 0
  /// Their simplified paths, once a file was named by itself: in folders each is met once.
  private var seen: Set<[UInt8]>?
  /// Whose file of which article stands where.
  private var owners: [Owner: String] = [:]

  private struct Owner: Hashable {
    let article: FileIdentity
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
      let count = items.count + metCount
      let isNew = !entered.contains(status.identity)
      enter(path, status)
      if isNew, items.count + metCount == count { items.append(.finding(Self.noFile(in: path))) }
    } else if path.hasSuffix(".txt") {
      // The folders beside the article's own are looked into, and it is one of them.
      var known: Set<FileIdentity> = []
      for standoff in StandoffLocation.standoffs(ofArticle: path, on: disk) {
        let identity = (try? disk.status(of: standoff))?.identity
        if identity.map({ known.insert($0).inserted }) ?? true { addNamed(standoff) }
      }
    } else {
      addNamed(path)
    }
  }

  /// Goes through a folder and those in it.
  private mutating func enter(_ folder: String, _ status: FileStatus) {
    guard entered.insert(status.identity).inserted else { return }
    do throws(DiagnosticError) {
      let listing = FolderListing(
        try files.sortedEntries(in: folder), device: status.identity.device)
      let owner = StandoffLocation.annotator(ofFolder: folder)
      for (place, entry) in listing.entries.enumerated()
      where entry.name.utf8.first != UInt8(ascii: ".") {
        if entry.kind == nil || entry.kind == .folder {
          let path = FilePath.path(entry.name, in: folder)
          if let status = try? disk.status(of: path), status.kind == .folder {
            enter(path, status)
            continue
          }
        }
        guard Self.isStandoff(entry.name) else { continue }
        metCount += 1
        let path = FilePath.path(entry.name, in: folder)
        guard seen == nil || isNew(path) else { continue }
        if article == nil, let neighbor = listing.neighbor(ofStandoffAt: place) {
          found.append(path)
          let location = StandoffLocation(
            listed: path, article: FilePath.path(neighbor.name, in: folder), annotator: owner)
          add(location, on: neighbor.identity)
        } else {
          add(entry.name, in: folder, at: path, listing)
        }
      }
    } catch {
      items.append(.failure(error.diagnostic))
    }
  }

  /// Adds a file that was named, or belongs to an article that was.
  private mutating func addNamed(_ standoff: String) {
    if seen == nil { seen = Set(found.map { Array(FilePath.simplified($0).utf8) }) }
    guard isNew(standoff) else { return }
    add(FilePath.name(of: standoff), in: FilePath.folder(of: standoff), at: standoff, nil)
  }

  /// Whether a file was not found yet; names that are the same as text, but not as bytes, are two.
  private mutating func isNew(_ standoff: String) -> Bool {
    seen?.insert(Array(FilePath.simplified(standoff).utf8)).inserted ?? true
  }

  /// Adds a file; `listing` is what its folder holds, where that is known.
  private mutating func add(
    _ name: String, in folder: String, at standoff: String, _ listing: FolderListing?
  ) {
    found.append(standoff)
    var identity: FileIdentity?
    var isListed = false
    var location = StandoffLocation(name, in: folder, at: standoff) { candidate in
      if candidate.isBeside, let file = listing?.regularFile(called: candidate.name) {
        identity = file
        isListed = listing?.regularFile(called: name) != nil
        return true
      }
      let status = try? disk.status(of: candidate.path)
      identity = status?.identity
      return status?.kind == .regular
    }
    location.isListed = isListed && article == nil
    if let article {
      if let own = try? disk.status(of: standoff).identity,
        own == (try? disk.status(of: article))?.identity
      {
        items.append(.failure(Self.namedAsArticle(standoff)))
        return
      }
      location.article = article
      items.append(.file(location))
    } else if location.article != nil {
      add(location, on: identity)
    } else {
      guard files.isFile(standoff) else { return fail(standoff, as: "standoff file") }
      items.append(.failure(Self.noArticle(of: standoff)))
    }
  }

  /// Adds a file on the article that it belongs to.
  private mutating func add(_ location: StandoffLocation, on article: FileIdentity?) {
    if let article, let other = claim(location, on: article) {
      items.append(.finding(Self.sameAnnotator(location, location.article ?? "", other)))
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
  private mutating func claim(_ location: StandoffLocation, on article: FileIdentity) -> String? {
    guard let annotator = location.annotator else { return nil }
    let owner = Owner(article: article, annotator: annotator)
    if let other = owners[owner] { return other }
    owners[owner] = location.standoff
    return nil
  }

  private static func isStandoff(_ name: String) -> Bool { name.hasSuffix(".ann") }

  // MARK: What it says

  private static func noArticle(of standoff: String) -> Diagnostic {
    Diagnostic(
      .missingArticle, "no article goes with \(standoff): there is no .txt of its name",
      at: Place(source: standoff), fix: "name the article with --text")
  }

  private static func namedAsArticle(_ standoff: String) -> Diagnostic {
    Diagnostic(
      .notAnArticle,
      "\(standoff) is the article itself, which no job reads as annotations; name the standoff files",
      at: Place(source: standoff))
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
