import Adjudication
import Standoff

/// The articles in folders of annotators' files, each with the files on it.
///
/// Files belong together where their articles have one name in one folder, counted from the folders
/// that were named. `ana/2024/doc.ann` and `ben/2024/doc.ann` do, and so do `doc.ana.ann` and
/// `doc.ben.ann` in a single folder.
struct AnnotatorFolders {
  /// The files on one article.
  struct Work: Sendable {
    /// The path of the merged file, counted from the folder where merged files go.
    let name: String
    /// The files, with their annotators and articles.
    var files: [(annotator: String, location: StandoffLocation)] = []
    /// Which of the folders have one.
    var folders: Set<Int> = []
  }

  /// The articles that all folders have, in the order of their names.
  private(set) var works: [Work] = []
  /// What is worth knowing: articles that not all have.
  private(set) var notes: [Diagnostic] = []
  /// What cannot be worked on.
  private(set) var failures: [Diagnostic] = []

  /// Finds the files in folders.
  ///
  /// Those in `output`, where an earlier merge may have put some, are passed over; where `output` is one
  /// of the folders, those that a merge has made.
  ///
  /// - Parameter article: the article of all of them, where their names do not tell.
  init(_ folders: [String], article: String? = nil, output: String?) {
    var found: [String: Work] = [:]
    let own = output.map { FilePath.simplified($0) }
    for (number, folder) in folders.enumerated() {
      let isOutput = own.map { FilePath.simplified(folder).utf8.elementsEqual($0.utf8) } ?? false
      for item in Corpus(at: [folder], article: article).items {
        switch item {
        case .failure(let failure): failures.append(failure)
        case .finding(let finding) where finding.name == .noStandoffFile:
          failures.append(finding)
        case .finding: break
        case .file(let location):
          if isOutput ? Self.isMerge(location) : Self.isInside(location.standoff, own) { continue }
          let (name, annotator) = Self.place(of: location, in: folder)
          found[name, default: Work(name: name)].files.append((annotator, location))
          found[name]?.folders.insert(number)
        }
      }
    }
    for work in found.values.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
      if work.folders.count == folders.count, work.files.count > 1 {
        works.append(work)
      } else {
        notes.append(Self.notShared(work))
      }
    }
  }

  /// The articles in pieces to be worked on apart: to hand one over takes time, and few articles make
  /// many pieces.
  var pieces: [ArraySlice<Work>] {
    let size = max(1, min(8, works.count / 64))
    return stride(from: 0, to: works.count, by: size).map {
      works[$0..<min($0 + size, works.count)]
    }
  }

  /// Whether a file is in a folder; in the one galley is started in nothing is taken to be.
  private static func isInside(_ path: String, _ folder: String?) -> Bool {
    guard let folder, !folder.isEmpty else { return false }
    let path = FilePath.simplified(path).utf8
    return path.starts(with: folder.utf8)
      && path.dropFirst(folder.utf8.count).first == UInt8(ascii: "/")
  }

  /// Whether a file is called as a merged file is, and holds what a merge leaves.
  private static func isMerge(_ location: StandoffLocation) -> Bool {
    let article = stem(FilePath.name(of: location.article ?? ""), ".txt")
    guard stem(FilePath.name(of: location.standoff), ".ann").utf8.elementsEqual(article.utf8),
      let bytes = try? FileReading().bytes(of: location.standoff, as: "standoff file"),
      let nothing = try? Article(bytes: [])
    else { return false }
    return StandoffLines(AnnotationSet(parsing: bytes, of: nothing)).hasName(Note.annotatorsType)
  }

  /// Where the merged file of a standoff file goes, and whose the file is.
  private static func place(
    of location: StandoffLocation, in folder: String
  ) -> (name: String, annotator: String) {
    let prefix = FilePath.path("", in: folder)
    let inside = FilePath.folder(
      of: String(Substring(location.standoff.utf8.dropFirst(prefix.utf8.count))))
    let article = stem(FilePath.name(of: location.article ?? ""), ".txt")
    let own = stem(FilePath.name(of: location.standoff), ".ann")
    let isNamed = !own.utf8.elementsEqual(article.utf8)
    let outer = FilePath.name(of: FilePath.simplified(folder))
    let annotator = isNamed ? location.annotator : StandoffLocation.isAnnotator(outer) ? outer : nil
    return (
      FilePath.path(article + ".ann", in: inside), annotator ?? location.annotator ?? own
    )
  }

  private static func stem(_ name: String, _ ending: String) -> String {
    name.hasSuffix(ending) ? String(Substring(name.utf8.dropLast(ending.utf8.count))) : name
  }

  private static func notShared(_ work: Work) -> Diagnostic {
    let names = work.files.map(\.annotator).sorted().joined(separator: ", ")
    return Diagnostic(
      .notShared, severity: .warning,
      "\(work.name) was not merged, for only \(names) \(work.files.count == 1 ? "has" : "have") it",
      at: Place(source: work.files.first?.location.standoff))
  }
}

extension DiagnosticName {
  /// An article was not merged because not all of the folders have it.
  static let notShared = DiagnosticName("not-shared")
}
