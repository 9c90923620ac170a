/// Where a name that was changed in standoff files is left beside them: in what is parked, and in what
/// was decided.
///
/// What is parked stands as it stood, and decisions are known by what was said; neither is rewritten.
struct NamesLeft {
  private let kind: SchemaChange.Kind
  private let names: [String]
  private let disk: any Disk

  /// Prepares to look for names of a kind.
  init(of names: [String], _ kind: SchemaChange.Kind, on disk: any Disk) {
    self.names = names
    self.kind = kind
    self.disk = disk
  }

  /// What is worth knowing about the files beside a standoff file.
  ///
  /// - Throws: as reading a file does.
  func notes(besideStandoff path: String) throws(DiagnosticError) -> [Diagnostic] {
    let files = FileReading(on: disk)
    var notes: [Diagnostic] = []
    let parked = ParkedFile.path(ofStandoff: path)
    if let bytes = try files.bytes(ofPossible: parked, as: "file of what is parked"),
      let name = try name(parkedIn: bytes)
    {
      notes.append(
        note(
          parked, name,
          "annotations that wait there come back under it when their words do; change it there too")
      )
    }
    let decisions = JournalPaths(of: path, on: disk).decisions
    if let bytes = try files.bytes(ofPossible: decisions, as: "file of decisions"),
      let name = names.first(where: { Self.has($0, in: bytes) })
    {
      notes.append(
        note(
          decisions, name,
          "what was decided of it is asked again by the next merge; change it there too"))
    }
    return notes
  }

  private func note(_ path: String, _ name: String, _ why: String) -> Diagnostic {
    Diagnostic(
      .nameLeft, severity: .note, "\(path) still has “\(name)”: \(why)", at: Place(source: path))
  }

  private func name(parkedIn bytes: [UInt8]) throws(DiagnosticError) -> String? {
    let lines = ParkedFile(parsing: bytes).sections.flatMap(\.lines).flatMap(\.self)
    let set = AnnotationSet(parsing: lines, of: try Article(bytes: []))
    return names.first { name in
      set.names.contains { $0.kind == kind && $0.name.utf8.elementsEqual(name.utf8) }
    }
  }

  /// Whether a name stands among bytes, and not inside another.
  private static func has(_ name: String, in bytes: [UInt8]) -> Bool {
    bytes.split { $0 < 0x80 && !SchemaNames.isNameByte($0) }
      .contains { $0.elementsEqual(name.utf8) }
  }
}

extension DiagnosticName {
  /// A name that was changed in standoff files is left in a file beside one of them.
  public static let nameLeft = DiagnosticName("name-left")
}
