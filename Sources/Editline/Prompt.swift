/// What stands before the line that is typed: runs of text, each with its look.
///
/// A prompt is one row of plain text. How it becomes what libedit wants (and libedit is easily
/// broken by an escape in the wrong place) is this type's business, so that no caller can make a
/// prompt that ruins the display.
package struct Prompt: Sendable, Equatable {
  /// Text of one look.
  package struct Run: Sendable, Equatable {
    /// The words.
    package var text: String
    /// How they look.
    package var style: Style

    /// Creates a run.
    package init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  /// The runs from left to right.
  package var runs: [Run]

  /// Creates a prompt.
  package init(_ runs: [Run]) { self.runs = runs }

  /// The text alone, its control characters made visible.
  package var text: String { visible(runs.map(\.text).joined()) }

  /// The columns it takes.
  package var width: Int { displayWidth(text) }

  /// What libedit prints: escape sequences between `marker`s, which take no room.
  ///
  /// libedit attaches an escape to the character printed after it. So an escape at the end would
  /// be lost, one of two neighbours too, and one before a combining mark spoils the columns. Here
  /// an escape is written only where the look changes before a character that takes room, and the
  /// last character is always plain: a blank is added where the text ends in another look.
  package func rendered(colors: Bool, marker: Character = "\u{1}") -> String {
    guard colors else { return text }
    var cells: [(scalar: Unicode.Scalar, style: Style)] = []
    for run in runs {
      for scalar in visible(run.text).unicodeScalars {
        let attaches = columns(of: scalar) == 0
        cells.append((scalar, attaches ? cells.last?.style ?? .plain : run.style))
      }
    }
    if let last = cells.last, last.style != .plain {
      if last.scalar == " " { cells.removeLast() }
      cells.append((" ", .plain))
    }
    var result = ""
    var current = Style.plain
    for (scalar, style) in cells {
      if style != current {
        result += "\(marker)\(style.escapeSequence)\(marker)"
        current = style
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}

extension Prompt: ExpressibleByStringLiteral {
  /// Creates a prompt of plain text.
  package init(stringLiteral text: String) { self.init([Run(text)]) }
}
