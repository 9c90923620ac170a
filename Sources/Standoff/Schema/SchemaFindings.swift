/// What a reader of schemas finds wrong, each finding with its line for a caret.
struct SchemaFindings {
  private static let most = 200
  private static let mostGuesses = 20

  private let source: String
  private let lines: [String]
  /// What an error counts as: a file that only adds colours and keys cannot spoil a schema.
  private let gravest: Diagnostic.Severity
  /// The findings, in the order they were made.
  private(set) var all: [Diagnostic] = []
  /// Whether one of them is an error.
  private(set) var haveErrors = false

  /// Begins with none; `lines` are those of the file, without their breaks.
  init(source: String, lines: [String], gravest: Diagnostic.Severity = .error) {
    self.source = source
    self.lines = lines
    self.gravest = gravest
  }

  /// Adds a finding; without a line it is about the file as a whole.
  ///
  /// After the first few hundred, one note says that there are more.
  mutating func add(
    _ name: DiagnosticName, severity: Diagnostic.Severity = .error, _ message: String,
    line: Int? = nil, column: Int? = nil, length: Int = 1, notes: [String] = [], fix: String? = nil
  ) {
    let severity = severity == .error ? gravest : severity
    haveErrors = haveErrors || severity == .error
    guard all.count < Self.most else {
      if all.count == Self.most {
        all.append(
          Diagnostic(
            .schemaTooLarge, severity: .note, "there is more to find; mend these first",
            at: Place(source: source)))
      }
      return
    }
    let excerpt = line.flatMap { lines.indices.contains($0 - 1) ? String(lines[$0 - 1]) : nil }
    all.append(
      Diagnostic(
        name, severity: severity, message,
        at: Place(source: source, line: line, column: column, length: length, excerpt: excerpt),
        notes: notes, fix: fix))
  }

  /// Finds the first of the marks that git leaves in a file where it could not put two sides together, and
  /// tells whether there is one: nothing else in the file can be relied on then.
  mutating func addGitMarkers() -> Bool {
    guard let first = lines.firstIndex(where: { $0.hasPrefix("<<<<<<< ") }),
      lines[first...].contains(where: { $0.hasPrefix(">>>>>>> ") })
    else { return false }
    add(
      .gitMarkers,
      "git left its conflict marks here, for two branches changed the schema in one place; keep what is meant, and take the marks out",
      line: first + 1, column: 1, length: 7)
    return true
  }

  /// Adds a finding about a node.
  mutating func add(
    _ name: DiagnosticName, severity: Diagnostic.Severity = .error, _ message: String,
    at node: YAMLNode, notes: [String] = [], fix: String? = nil
  ) {
    add(
      name, severity: severity, message, line: node.line, column: node.column, length: node.length,
      notes: notes, fix: fix)
  }

  /// Adds what is in the way of a name.
  mutating func add(_ obstacle: SchemaNames.Obstacle, at node: YAMLNode) {
    add(.schemaDuplicate, severity: obstacle.severity, obstacle.message, at: node)
  }

  /// Adds a finding about a word that is none of `names`, and offers the nearest of them.
  mutating func add(
    _ name: DiagnosticName, _ message: String, at node: YAMLNode, typed: String,
    among names: [String], notes: [String] = []
  ) {
    // Looking through many names for many words would take longer than anybody waits.
    let guess = all.count < Self.mostGuesses ? nearest(to: typed, among: names) : nil
    let question = guess.map { "; did you mean “\($0)”?" } ?? ""
    add(name, message + question, at: node, notes: notes, fix: guess)
  }
}
