/// Reading whole files that people name.
package struct FileReading: Sendable {
  /// How large a file may be, in bytes: 2 GiB.
  package static let largest = 2 << 30

  let disk: any Disk

  /// Creates a reader of files on `disk`.
  package init(on disk: any Disk = SystemDisk()) { self.disk = disk }

  /// The bytes of the file at `path`.
  ///
  /// The file is read, not mapped: a mapped file that another program cuts short kills the process.
  /// Messages call it `what` it is to its reader, an article, say; `isListed` where its folder told that
  /// it is a regular file, see ``StandoffLocation/isListed``. Throws `no-such-file`, `is-a-folder`,
  /// `not-a-regular-file`, `no-permission`, `file-too-large` or `read-failed`.
  package func bytes(
    of path: String, as what: String, isListed: Bool = false
  ) throws(DiagnosticError) -> [UInt8] {
    try bytes(of: path, as: what, isListed: isListed, expecting: nil)
  }

  private func bytes(
    of path: String, as what: String, isListed: Bool, expecting count: Int?
  ) throws(DiagnosticError) -> [UInt8] {
    do throws(DiskFailure) {
      if isListed, let bytes = try bytes(ofShort: path, expecting: count) { return bytes }
      return try bytes(of: path, isListed: isListed)
    } catch {
      throw explained(error, path, what)
    }
  }

  private func bytes(
    of path: String, isListed: Bool, mayBePipe: Bool = false
  ) throws(DiskFailure) -> [UInt8] {
    // A look first, because to open a device may already do something.
    let kind = isListed ? .regular : try fit(disk.status(of: path), mayBePipe: mayBePipe).kind
    let file = try disk.open(path, for: kind == .pipe ? .waiting : .reading)
    defer { disk.close(file) }
    return try rest(
      of: file, expecting: fit(disk.status(of: file), mayBePipe: mayBePipe).size)
  }

  /// The bytes of a file, or all that comes out of a pipe, as a shell makes one of `<(…)`; throws as
  /// ``bytes(of:as:isListed:)``.
  package func bytes(
    ofFileOrPipe path: String, as what: String
  ) throws(DiagnosticError) -> [UInt8] {
    do throws(DiskFailure) {
      return try bytes(of: path, isListed: false, mayBePipe: true)
    } catch {
      throw explained(error, path, what)
    }
  }

  /// The bytes of a regular file that is thought to be short, or as long as another; `nil` where it is
  /// longer.
  ///
  /// A read that finds nothing more takes less time than a look at how long the file is.
  private func bytes(
    ofShort path: String, expecting count: Int?
  ) throws(DiskFailure) -> [UInt8]? {
    let file = try disk.open(path, for: .reading)
    defer { disk.close(file) }
    let most = count.map { $0 + 1 } ?? Self.shortSize
    let bytes = try disk.read(file, upTo: most)
    // As many as were expected, though one more was asked for: that was the end.
    if bytes.isEmpty || bytes.count == count { return bytes }
    guard bytes.count < most, try disk.read(file, upTo: 1).isEmpty else { return nil }
    return bytes
  }

  /// Files of so many bytes are no longer short.
  private static let shortSize = 1 << 14

  /// The bytes of the file at `path`, or `nil` where there is no such file.
  ///
  /// Throws as ``bytes(of:as:isListed:)``, but not `no-such-file`.
  package func bytes(
    ofPossible path: String, as what: String
  ) throws(DiagnosticError) -> [UInt8]? {
    do throws(DiskFailure) {
      return try bytes(of: path, isListed: false)
    } catch {
      // Looking for the names that are near it would read its folder, once for each file of many.
      if error.reason == .missing || error.reason == .notAFolder { return nil }
      throw explained(error, path, what)
    }
  }

  /// Whether the file at `path` holds these very bytes; throws as ``bytes(of:as:isListed:)``.
  package func holds(
    _ bytes: [UInt8], at path: String, as what: String, isListed: Bool = false
  ) throws(DiagnosticError) -> Bool {
    let found = try self.bytes(of: path, as: what, isListed: isListed, expecting: bytes.count)
    return Words64.areEqual(found.span, bytes.span)
  }

  /// Whether a regular file stands at `path`.
  package func isFile(_ path: String) -> Bool { (try? disk.status(of: path))?.kind == .regular }

  /// Whether nothing stands at `path`; `false` where that cannot be told.
  package func isMissing(_ path: String) -> Bool {
    do throws(DiskFailure) {
      _ = try disk.status(of: path)
      return false
    } catch {
      return error.reason == .missing
    }
  }

  /// Whether two paths lead to one file.
  package func isSame(_ path: String, _ other: String) -> Bool {
    guard let one = status(of: path), let two = status(of: other) else { return false }
    return one.identity == two.identity
  }

  /// What stands at `path`, behind links; `nil` where nothing does.
  package func status(of path: String) -> FileStatus? { try? disk.status(of: path) }

  /// Whether a folder stands at `path`.
  package func isFolder(_ path: String) -> Bool { status(of: path)?.kind == .folder }

  private func fit(_ status: FileStatus, mayBePipe: Bool = false) throws(DiskFailure) -> FileStatus
  {
    switch status.kind {
    case .folder: throw DiskFailure(.isAFolder)
    case .pipe where mayBePipe: return status
    case .pipe, .special: throw DiskFailure(.special)
    case .regular where status.size > Self.largest: throw DiskFailure(.tooLarge)
    case .regular: return status
    }
  }

  /// Reads to the end, which another program may be moving.
  private func rest(
    of file: Descriptor, expecting size: Int
  ) throws(DiskFailure) -> [UInt8] {
    var bytes = try disk.read(file, upTo: size + 1)
    // As many as there are, though one more was asked for: that was the end.
    if bytes.count == size { return bytes }
    while true {
      let more = try disk.read(file, upTo: max(4096, size + 1 - bytes.count))
      if more.isEmpty { return bytes }
      bytes += more
      if bytes.count > Self.largest { throw DiskFailure(.tooLarge) }
    }
  }

  private func explained(_ failure: DiskFailure, _ path: String, _ what: String) -> DiagnosticError
  {
    let place = Place(source: path)
    switch failure.reason {
    case .missing, .notAFolder:
      return missing(path, what)
    case .isAFolder:
      let particle = what.first.map("aeiou".contains) == true ? "an" : "a"
      return DiagnosticError(
        .isAFolder, "\(path) is a folder, not \(particle) \(what); name a file inside it", at: place
      )
    case .special:
      return DiagnosticError(
        .notARegularFile,
        "\(path) is a pipe or a device; copy what it holds into a file and name that", at: place)
    case .notPermitted:
      return DiagnosticError(
        .noPermission, "\(path) may not be read; ask its owner, or see `ls -l` and `chmod`",
        at: place)
    case .tooLarge:
      return DiagnosticError(
        .fileTooLarge, "\(path) is larger than 2 GiB; split it into smaller files", at: place)
    default:
      return DiagnosticError(
        .readFailed, "\(path) could not be read because \(failure.because)", at: place)
    }
  }

  private func missing(_ path: String, _ what: String) -> DiagnosticError {
    if let link = try? disk.destination(ofLink: path) {
      let end = (try? disk.endOfLinks(from: path)) ?? link
      return DiagnosticError(
        .noSuchFile,
        "\(path) is a symbolic link that leads nowhere, for there is no \(end); put the file there, or make the link anew",
        at: Place(source: path))
    }
    let folder = FilePath.folder(of: path)
    guard let names = try? disk.names(in: folder) else {
      return DiagnosticError(
        .noSuchFile, "there is no \(what) \(path): there is no folder \(folder)",
        at: Place(source: path))
    }
    let isArticle = FilePath.areSame(what, "article")
    if isArticle, let error = Self.missingArticle(path, in: folder, among: names) { return error }
    // An article is not looked for among annotations, which would only send back to it, nor they there.
    let other = isArticle ? ".ann" : FilePath.areSame(what, "standoff file") ? ".txt" : nil
    let candidates = names.filter { name in other.map { !name.hasSuffix($0) } ?? true }
    guard let name = nearest(to: FilePath.name(of: path), among: candidates.sorted()) else {
      return DiagnosticError(
        .noSuchFile, "there is no \(what) \(path)", at: Place(source: path))
    }
    let near = FilePath.path(name, in: folder)
    return DiagnosticError(
      .noSuchFile, "there is no \(what) \(path); did you mean \(near)", at: Place(source: path),
      fix: near)
  }

  /// What is said of an article whose annotations are there and whose text is not.
  private static func missingArticle(
    _ path: String, in folder: String, among names: [String]
  ) -> DiagnosticError? {
    guard let own = try? StandoffLocation(ofArticle: path).standoff,
      names.contains(where: { FilePath.areSame($0, FilePath.name(of: own)) })
    else { return nil }
    return DiagnosticError(
      .noSuchFile,
      "there is no article \(path), though its annotations are there; put the text beside them, or open them with the article that you have: `\(StandoffLocation.shellCommand(opening: own, of: nil))`",
      at: Place(source: path))
  }
}

extension DiagnosticName {
  /// Nothing stands at the path.
  public static let noSuchFile = DiagnosticName("no-such-file")
  /// A folder stands where a file was expected.
  public static let isAFolder = DiagnosticName("is-a-folder")
  /// A pipe, socket or device stands where a file was expected.
  public static let notARegularFile = DiagnosticName("not-a-regular-file")
  /// The file or folder may not be read or written by this user.
  public static let noPermission = DiagnosticName("no-permission")
  /// The file is larger than 2 GiB.
  public static let fileTooLarge = DiagnosticName("file-too-large")
  /// The system could not read the file to its end.
  public static let readFailed = DiagnosticName("read-failed")
}

extension FileReading {
  /// The names in a folder, sorted, those of folders with a `/` at their end; none where it cannot
  /// be read.
  package func names(in folder: String) -> [String] {
    guard let names = try? disk.names(in: folder) else { return [] }
    return names.filter { $0 != "." && $0 != ".." }.sorted().map { name in
      let isFolder = (try? disk.status(of: FilePath.path(name, in: folder)))?.kind == .folder
      return isFolder ? name + "/" : name
    }
  }

  /// The names in a folder, sorted by their bytes.
  ///
  /// Throws `no-permission`, `no-such-file` or `read-failed`.
  func sortedNames(in folder: String) throws(DiagnosticError) -> [String] {
    try sortedEntries(in: folder).map(\.name)
  }

  /// The same with what the names stand for, as far as the folder tells.
  func sortedEntries(in folder: String) throws(DiagnosticError) -> [FolderEntry] {
    do throws(DiskFailure) {
      let entries = try disk.entries(in: folder)
      let names = entries.map { SortedName($0.name) }
      // Moved by their places, for each move of a name counts its references.
      return entries.indices.sorted { names[$0] < names[$1] }.map { entries[$0] }
    } catch {
      let place = Place(source: folder)
      switch error.reason {
      case .notPermitted:
        throw DiagnosticError(
          .noPermission,
          "the folder \(folder) may not be read; ask its owner, or see `ls -ld` and `chmod`",
          at: place)
      case .missing, .notAFolder:
        throw DiagnosticError(.noSuchFile, "there is no folder \(folder) any more", at: place)
      default:
        throw DiagnosticError(
          .readFailed, "the folder \(folder) could not be read because \(error.because)", at: place)
      }
    }
  }
}
