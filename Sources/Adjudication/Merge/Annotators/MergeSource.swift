public import Standoff

/// The lines that one annotator has in a merge.
///
/// A file that is itself a merge stands for the annotators it names: what an `Annotators` line gives
/// to somebody is his, and what has none is whoever's the file is.
struct MergeSource: Sendable {
  /// A group of annotations that the annotator takes for the same.
  struct Group: Sendable {
    var name: String
    var members: [UInt32]
  }

  /// How many lines are followed of which each names the next; a longer chain is most likely a ring.
  static let longestChain = 8

  /// The annotator's name.
  let annotator: String
  /// The file.
  let lines: StandoffLines
  /// What its lines say, by row.
  let columns: LineColumns
  /// The annotator's lines in it, galley's own records and groups left out.
  private(set) var rows: [UInt32] = []
  /// The annotator's groups.
  private(set) var groups: [Group] = []
  /// The lines that name something which no line is.
  private(set) var dangling: [UInt32] = []
  /// By the row of what others say of one thing, the row of what the annotator says of it: a relation of
  /// several stands once in a merged file, and names the reading of one of them.
  let ownReadings: [UInt32: UInt32]

  /// Takes over lines and groups.
  init(
    _ annotator: String, _ lines: StandoffLines, _ columns: LineColumns, rows: [UInt32],
    groups: [Group], ownReadings: [UInt32: UInt32] = [:]
  ) {
    self.ownReadings = ownReadings
    self.annotator = annotator
    self.lines = lines
    self.columns = columns
    self.groups = groups
    let broken = columns.broken
    if broken.isEmpty {
      self.rows = rows
    } else {
      self.rows = rows.filter { !broken.contains($0) }
      dangling = rows.filter { broken.contains($0) }
    }
  }

  /// The annotators of some files, in the order of their names.
  ///
  /// - Throws: `not-an-annotator` where somebody is called what no conflict or decision could name,
  ///   `unusable-lines` where lines of a file cannot be used, `open-conflicts` where it has
  ///   conflicts that are not between annotators, `same-annotator` where one is there twice,
  ///   `too-many-annotators` where so long files name so many, and why a file was not read.
  static func sources(of sets: [AnnotatorSet]) throws(DiagnosticError) -> [MergeSource] {
    var found: [MergeSource] = []
    for set in sets { found += try sources(of: set) }
    found.sort { $0.annotator.utf8.lexicographicallyPrecedes($1.annotator.utf8) }
    for (one, other) in zip(found, found.dropFirst())
    where one.annotator.utf8.elementsEqual(other.annotator.utf8) {
      throw DiagnosticError(
        .sameAnnotator,
        "two of the files hold annotations of \(one.annotator); merge these into one first, or name one after somebody else"
      )
    }
    // Each annotator has a place for every line of the file.
    let places = found.reduce(0) { $0 + $1.lines.count }
    guard places <= Self.mostPlaces else {
      throw DiagnosticError(
        .tooManyAnnotators,
        "there are \(found.count) annotators, and their files have \(found.map(\.lines.count).max() ?? 0) lines; merge fewer of them, or shorter articles"
      )
    }
    return found
  }

  /// How many lines all annotators together have in their files at most; of merged files each counts for
  /// everybody they name.
  private static var mostPlaces: Int { 1 << 27 }

  private static func sources(of set: AnnotatorSet) throws(DiagnosticError) -> [MergeSource] {
    guard StandoffLocation.isAnnotator(set.annotator) else {
      throw DiagnosticError(
        .notAnAnnotator,
        "“\(set.annotator)” cannot name an annotator in a merged file: names are ASCII letters, digits, _ and -"
      )
    }
    if let refusal = set.annotations.refusal { throw DiagnosticError(refusal) }
    let unusable = set.annotations.unusable
    if let first = unusable.first {
      throw DiagnosticError(
        .unusableLines,
        "\(set.annotator)’s file has \(counted(unusable.count, "line")) that cannot be used, which a merge would lose; `galley validate` names them: mend or delete them",
        at: first.place, notes: ["the first is line \(first.place.line ?? 1): \(first.message)"])
    }
    let lines = StandoffLines(set.annotations)
    if lines.hasName(Note.annotatorsType) || lines.hasName(Note.conflictType) {
      let reading = MergedFileReading(set)
      if reading.foreignConflicts > 0 {
        throw DiagnosticError(
          .openConflicts,
          "\(set.annotator)’s file has \(counted(reading.foreignConflicts, "conflict")) of a merge in git that nobody has settled; settle them first (`galley validate` names them)"
        )
      }
      return reading.sources
    }
    let (rows, columns) = (lines.rows, lines.columns())
    var groups: [UInt32] = []
    for row in rows {
      if case .group = columns.kinds[Int(row)] { groups.append(row) }
    }
    return [
      MergeSource(
        set.annotator, lines, columns,
        rows: groups.isEmpty ? rows : rows.filter { columns.kinds[Int($0)] != .group },
        groups: groups.map { row in
          Group(name: lines.name(of: row), members: lines.targets(of: row).compactMap(\.self))
        })
    ]
  }
}

extension DiagnosticName {
  /// More annotators than a merge of so many lines takes.
  public static let tooManyAnnotators = DiagnosticName("too-many-annotators")
  /// Lines of a file that was to be merged cannot be used.
  public static let unusableLines = DiagnosticName("unusable-lines")
  /// A file that was to be merged has conflicts that somebody has to settle first.
  public static let openConflicts = DiagnosticName("open-conflicts")
}
