/// What `help` and the reference say about a command.
package struct Manual: Sendable {
  /// What people want to do, in the order that `help` lists it.
  package enum Group: String, CaseIterable, Sendable {
    case annotate = "Annotate"
    case change = "Change"
    case look = "Look"
    case undo = "Take back"
    case files = "Files"
    case script = "Scripts"
    case help = "Help"
  }

  /// A line that can be typed, and what it does.
  package struct Example: Sendable {
    /// The line.
    package var line: String
    /// What it does, a phrase.
    package var meaning: String

    /// Creates an example.
    package init(_ line: String, _ meaning: String) {
      self.line = line
      self.meaning = meaning
    }
  }

  /// The verb.
  package var verb: String
  /// Where `help` lists it.
  package var group: Group
  /// What it does, a phrase that begins with a verb and has no full stop.
  package var summary: String
  /// The same in at most 24 columns, for the one screen of `help`.
  package var brief: String
  /// Its forms, a line each, as in `tag LABEL SPAN [attr=value …]`.
  package var grammar: [String]
  /// Sentences on what one cannot guess.
  package var details: String
  /// Two real lines, or more.
  package var examples: [Example]
  /// Verbs to read on with.
  package var related: [String]

  /// Creates a page; without `brief` the summary is short enough.
  package init(
    _ verb: String, _ group: Group, _ summary: String, brief: String? = nil, grammar: [String],
    details: String = "", examples: [Example], related: [String] = []
  ) {
    self.verb = verb
    self.group = group
    self.summary = summary
    self.brief = brief ?? summary
    self.grammar = grammar
    self.details = details
    self.examples = examples
    self.related = related
  }
}
