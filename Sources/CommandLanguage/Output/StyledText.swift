package import Standoff

/// A line of output with what its parts are, not how they look: colour belongs to the door.
package struct StyledText: Hashable, Sendable {
  /// What a part of a line is.
  package enum Role: Hashable, Sendable {
    /// Ordinary words.
    case plain
    /// What matters in the line.
    case strong
    /// What may be skipped over: numbers in the margin, context around a hit.
    case faint
    /// Something of this label, in the label's colour.
    case label(String)
    /// The words of the article inside a span of this label.
    case span(String)
    /// A word of an error, warning or note.
    case severity(Diagnostic.Severity)
  }

  /// A part of the line with one role.
  package struct Run: Hashable, Sendable {
    /// The words, still to be made visible.
    package var text: String
    /// What they are.
    package var role: Role
  }

  /// How far its later lines are indented where a line is broken to a width; `nil` leaves that to
  /// what breaks it.
  package var hang: Int?

  /// The parts in order.
  package private(set) var runs: [Run] = []

  /// Creates a line of one part.
  package init(_ text: String = "", _ role: Role = .plain) { append(text, role) }

  /// Adds a part at the end.
  package mutating func append(_ text: String, _ role: Role = .plain) {
    guard !text.isEmpty else { return }
    if runs.last?.role == role {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(text: text, role: role))
    }
  }

  /// Adds another line's parts at the end.
  package mutating func append(_ other: StyledText) {
    for run in other.runs { append(run.text, run.role) }
  }

  /// The words without their roles.
  package var text: String { runs.map(\.text).joined() }

  /// The columns that the line takes.
  package var width: Int { runs.reduce(0) { $0 + DisplayWidth.of($1.text) } }
}

extension StyledText: ExpressibleByStringLiteral {
  /// Creates a line of plain words.
  package init(stringLiteral value: String) { self.init(value) }
}
