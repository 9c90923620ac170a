package import Standoff

/// A diagnostic as people read it: place, severity, message, name, then the line with a caret.
///
/// ```
/// envoy.galley:2:7: error: the article has no “Xing Heiming” [not-found]
///   speaker "Xing Heiming"
///           ^~~~~~~~~~~~~~
///   note: nearest: 5.1 “Xing Haiming”
/// ```
package struct DiagnosticText {
  /// The longest part of an excerpt that is shown, in code points.
  private static let excerptLimit = 96

  /// The lines in order.
  package let lines: [StyledText]

  /// Lays out `diagnostic`.
  ///
  /// - Parameter columns: where the sentences are broken; the excerpt with its caret never is.
  package init(_ diagnostic: Diagnostic, columns: Int = .max) {
    var lines = Self.headline(of: diagnostic).wrapped(to: columns)
    lines += Self.excerpt(of: diagnostic.place)
    for note in diagnostic.notes {
      var line = StyledText("  ")
      line.append("note: ", .severity(.note))
      line.append(note)
      lines += line.wrapped(to: columns)
    }
    if let fix = diagnostic.fix {
      var line = StyledText("  ")
      line.append("fix: ", .severity(.note))
      line.append(fix)
      lines += line.wrapped(to: columns)
    }
    self.lines = lines
  }

  private static func headline(of diagnostic: Diagnostic) -> StyledText {
    let place = diagnostic.place
    var line = StyledText()
    let parts = [place.source, place.line.map(String.init), place.column.map(String.init)]
    if place.source != nil {
      line.append(parts.compactMap(\.self).joined(separator: ":") + ": ", .strong)
    }
    line.append(diagnostic.severity.rawValue + ": ", .severity(diagnostic.severity))
    line.append(diagnostic.message)
    line.append(" [\(diagnostic.name)]", .faint)
    return line
  }

  /// The line and its caret; a long line is cut to the part around the caret.
  private static func excerpt(of place: Place) -> [StyledText] {
    guard let excerpt = place.excerpt, !excerpt.isEmpty, let column = place.column, column > 0
    else { return [] }
    let scalars = Array(excerpt.unicodeScalars)
    guard column - 1 <= scalars.count else { return [] }
    var start = 0
    if scalars.count > excerptLimit { start = max(0, min(column - 1 - 24, scalars.count - 1)) }
    let end = min(scalars.count, start + excerptLimit)
    func part(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view).visible
    }
    let caret = min(column - 1, end)
    let last = min(end, caret + max(1, place.length))
    let lead = start > 0 ? "…" : ""
    let before = lead + part(start..<caret)
    let marked = DisplayWidth.of(part(caret..<last))
    var text = StyledText("  ")
    text.append(before + part(caret..<end) + (end < scalars.count ? "…" : ""))
    var pointer = StyledText("  " + String(repeating: " ", count: DisplayWidth.of(before)))
    pointer.append("^" + String(repeating: "~", count: max(0, marked - 1)), .severity(.error))
    return [text, pointer]
  }
}
