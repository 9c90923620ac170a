/// One finding about a file, a schema or a command: what is wrong, where, and what to do next.
///
/// Wrong data is a list of diagnostics, never a trap. The name of a diagnostic is stable from
/// release to release; its message is for people and may improve.
public struct Diagnostic: Hashable, Sendable {
  /// How much a diagnostic matters.
  public enum Severity: String, Sendable, CaseIterable {
    /// The file cannot be relied on, or the command was not carried out.
    case error
    /// Legal, but probably not what was meant.
    case warning
    /// Something worth knowing.
    case note
  }

  /// What kind of finding it is.
  public var name: DiagnosticName
  /// How much it matters.
  public var severity: Severity
  /// A sentence for people: what, and where it helps, what next.
  public var message: String
  /// Where it is.
  public var place: Place
  /// Further sentences: candidates, nearest passages, earlier definitions.
  public var notes: [String]
  /// What puts it right, where one thing does.
  public var fix: String?
  /// How many lines of a file have it, where it is told at the first of them alone.
  public var lineCount = 1

  /// Creates a diagnostic.
  public init(
    _ name: DiagnosticName, severity: Severity = .error, _ message: String,
    at place: Place = Place(),
    notes: [String] = [], fix: String? = nil
  ) {
    self.name = name
    self.severity = severity
    self.message = message
    self.place = place
    self.notes = notes
    self.fix = fix
  }
}
