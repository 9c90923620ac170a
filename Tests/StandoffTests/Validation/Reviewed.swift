import Standoff
import TestSupport

/// What the validator finds in a file made from marked text: `[Speaker|Ines Calder] said`.
///
/// Each mark becomes a `T` line, T1 the first; further lines follow as they are given.
struct Reviewed {
  /// The standoff file.
  let lines: String
  /// The findings in order.
  let findings: [Diagnostic]

  init(
    _ marked: String, _ further: String = "", schema: Schema = .news, articleHash: UInt64? = nil
  ) throws {
    let text = MarkedText(marked)
    let scalars = Array(text.text.unicodeScalars)
    var lines = ""
    for (index, span) in text.spans.enumerated() {
      let words = String(String.UnicodeScalarView(scalars[span.lower..<span.upper]))
      lines += "T\(index + 1)\t\(span.label) \(span.lower) \(span.upper)\t\(words)\n"
    }
    try self.init(text.text, lines: lines + further, schema: schema, articleHash: articleHash)
  }

  init(
    _ text: String, lines: String, schema: Schema = .news, articleHash: UInt64? = nil
  ) throws {
    self.lines = lines
    let article = try Article(bytes: Array(text.utf8))
    findings = Validator(articleHash: articleHash).findings(
      in: AnnotationSet(parsing: Array(lines.utf8), of: article), schema: schema)
  }

  /// Each finding as its line and its name.
  var names: [String] { findings.map { "\($0.place.line ?? 0) \($0.name)" } }

  /// The fix of the first finding.
  var fix: String? { findings.first?.fix }
}
