/// A change of a schema's names over many standoff files, as one act: all files, or none.
///
/// Articles are not read: which lines have a name does not depend on them.
package struct SchemaMigration {
  /// A file that the change concerns.
  package struct Change {
    /// The file as its user named it.
    package let path: String
    /// What the change comes to in it.
    package let outcome: SchemaChange.Outcome
    /// How many lines cannot be used, and are left as they are.
    package let unusable: Int
    fileprivate let old: [UInt8]
    fileprivate let new: [UInt8]
  }

  /// The change.
  package let change: SchemaChange
  /// The files that have one of the names, in the order of the files given.
  package let changes: [Change]
  /// Where a name is left beside the files.
  package let left: [Diagnostic]

  /// Finds out what a change comes to; nothing is written.
  ///
  /// - Parameters:
  ///   - kind: what the names name; where it is left out, the files have to tell.
  ///   - mayMeet: whether the new name may stand in the files already, so that two become one.
  /// - Throws: where a file cannot be read; `schema-bad-name`, `name-not-used`, `name-in-use`,
  ///   `ambiguous-name` or `duplicate-id`.
  package init(
    of names: [String], into new: String?, kind: SchemaChange.Kind?, mayMeet: Bool,
    in files: [StandoffLocation], on disk: any Disk = SystemDisk()
  ) throws(DiagnosticError) {
    if let new, !SchemaNames.isName(new) {
      throw DiagnosticError(
        .schemaBadName,
        "“\(new)” cannot be a name: names are letters, digits, - and _, begin with a letter or _, and have at least two"
      )
    }
    let empty = try Article(bytes: [])
    var sets: [(path: String, set: AnnotationSet)] = []
    var uses: [Use: String] = [:]
    for file in files {
      let bytes = try FileReading(on: disk).bytes(of: file.standoff, as: "standoff file")
      let set = AnnotationSet(parsing: bytes, of: empty)
      for (kind, name) in set.names where uses[Use(kind, name)] == nil {
        uses[Use(kind, name)] = file.standoff
      }
      sets.append((file.standoff, set))
    }
    let kind = if let kind { kind } else { try Self.kind(of: names, in: uses) }
    for name in names + [new].compactMap(\.self) where kind != .label && SchemaNames.isOwn(name) {
      throw DiagnosticError(
        .schemaBadName, "“\(name)” is galley's own word for \(kind.phrase); it stays")
    }
    for name in names where uses[Use(kind, name)] == nil {
      // What was done before need not be done again.
      let isDone = mayMeet && new.map { uses[Use(kind, $0)] != nil } ?? false
      if !isDone { throw Self.notUsed(name, as: kind, in: uses) }
    }
    if let new, !mayMeet, let path = uses[Use(kind, new)] {
      throw DiagnosticError(
        .nameInUse,
        "\(kind.phrase) “\(new)” is in use already, in \(path); to make one of the two: schema merge \(names[0]) \(new) \(new)",
        at: Place(source: path))
    }
    let change = SchemaChange(kind, names, into: new)
    self.change = change
    var changes: [Change] = []
    for (path, set) in sets {
      if let change = try Self.change(path, set, change) { changes.append(change) }
    }
    self.changes = changes
    let search = NamesLeft(of: names, kind, on: disk)
    var left: [Diagnostic] = []
    for file in files { left += try search.notes(besideStandoff: file.standoff) }
    self.left = left
  }

  /// Rewrites the files.
  ///
  /// - Throws: as ``CorpusRewrite``; all files are then as they were, or the error says which are not.
  package func carryOut(pid: Int32, on disk: any Disk = SystemDisk()) throws(DiagnosticError) {
    var rewrite = CorpusRewrite(pid: pid, on: disk)
    do throws(DiagnosticError) {
      for change in changes { try rewrite.add(change.path, from: change.old, to: change.new) }
    } catch {
      rewrite.cancel()
      throw error
    }
    try rewrite.carryOut()
  }

  private static func change(
    _ path: String, _ set: AnnotationSet, _ change: SchemaChange
  ) throws(DiagnosticError) -> Change? {
    var draft = Draft(set)
    let outcome = change.apply(to: &draft)
    guard outcome.changed > 0 else { return nil }
    let new = draft.set.encoded()
    try checkNoneComesToLife(in: new, of: set, at: path)
    return Change(
      path: path, outcome: outcome, unusable: set.malformed.count, old: set.encoded(), new: new)
  }

  /// Makes sure that no line with an id that is taken gets it because the one that has it goes.
  private static func checkNoneComesToLife(
    in new: [UInt8], of set: AnnotationSet, at path: String
  ) throws(DiagnosticError) {
    guard set.takenIDCount > 0,
      var place = set.revivedLine(in: AnnotationSet(parsing: new, of: set.article))?.place
    else { return }
    place.source = path
    throw DiagnosticError(
      .duplicateID,
      "lines here have the id of one that would be removed, and would be used in its place; give them ids of their own first",
      at: place)
  }
}

extension SchemaMigration {
  /// A name with what it names.
  private struct Use: Hashable {
    let kind: SchemaChange.Kind
    let name: [UInt8]

    init(_ kind: SchemaChange.Kind, _ name: String) {
      self.kind = kind
      self.name = Array(name.utf8)
    }
  }

  private static func kind(
    of names: [String], in uses: [Use: String]
  ) throws(DiagnosticError) -> SchemaChange.Kind {
    let kinds = SchemaChange.Kind.allCases.filter { kind in
      names.contains { uses[Use(kind, $0)] != nil }
    }
    guard let kind = kinds.first else { throw notUsed(names.first ?? "", as: nil, in: uses) }
    if kinds.count > 1 {
      throw DiagnosticError(
        .ambiguousName,
        "“\(names.first ?? "")” is \(list(kinds.map(\.phrase), "and")) in these files; say which before the name",
        notes: kinds.map { "\($0.rawValue) \(names.first ?? "")" })
    }
    return kind
  }

  private static func notUsed(
    _ name: String, as kind: SchemaChange.Kind?, in uses: [Use: String]
  ) -> DiagnosticError {
    let names = uses.keys.filter { kind == nil || $0.kind == kind }
      .map { String(decoding: $0.name, as: UTF8.self) }.sorted()
    let what = kind?.rawValue ?? "label, attribute or relation"
    return DiagnosticError(
      .nameNotUsed, "no file has the \(what) “\(name)”; nothing was changed",
      fix: nearest(to: name, among: names))
  }
}

extension SchemaChange.Kind {
  /// The kind with its article: `a label`.
  fileprivate var phrase: String { self == .attribute ? "an attribute" : "a \(rawValue)" }
}

extension DiagnosticName {
  /// A name that is to be changed names several things.
  public static let ambiguousName = DiagnosticName("ambiguous-name")
  /// A name is to be given to something while something else has it.
  public static let nameInUse = DiagnosticName("name-in-use")
  /// A name is to be changed that stands in no file.
  public static let nameNotUsed = DiagnosticName("name-not-used")
}
