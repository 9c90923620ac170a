package import Standoff

/// Turns reports into objects for programs, one a line (the programs reference).
package enum JSONRenderer {
  /// What a command that was carried out prints: its items, then the command's own object.
  package static func lines(of report: Report, verb: String) -> [String] {
    var lines: [String] = []
    self.lines(of: report, verb: verb) {
      lines.append($0)
      return true
    }
    return lines
  }

  /// Hands the same over as it is made, a line at a time.
  ///
  /// - Parameter take: returns whether more is wanted.
  package static func lines(
    of report: Report, verb: String, handingTo take: (String) -> Bool
  ) {
    var text: [String] = []
    guard hand(over: report.items, keeping: &text, to: take) else { return }
    _ = take(object(of: report, verb: verb, text: text).encoded())
  }

  private static func hand(
    over items: some Sequence<Report.Item>, keeping text: inout [String], to take: (String) -> Bool
  ) -> Bool {
    for item in items {
      switch item {
      case .annotation(let annotation), .detail(let annotation):
        guard take(annotation.json.encoded()) else { return false }
      case .hit(let hit):
        guard take(hit.json.encoded()) else { return false }
      case .finding(let diagnostic):
        guard take(diagnostic.jsonWithExcerpt.encoded()) else { return false }
      case .page(let page):
        for paragraph in page.paragraphs {
          guard take(paragraph.json.encoded()) else { return false }
        }
      case .object(let object):
        guard take(object.encoded()) else { return false }
      case .several(let items):
        guard hand(over: items, keeping: &text, to: take) else { return false }
      case .text(let line): text.append(line.text)
      case .line, .echo: break
      }
    }
    return true
  }

  /// The command's own object.
  private static func object(of report: Report, verb: String, text: [String]) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("command", .string(verb)), ("ok", .bool(true)),
    ]
    if !report.changed.isEmpty { members.append(("changed", .array(report.changed.map(\.json)))) }
    members += report.members
    if !text.isEmpty { members.append(("text", .string(text.joined(separator: "\n")))) }
    // Where that nothing was done is all there is to say, programs are told it as well.
    let isAll = report.changed.isEmpty && report.members.isEmpty && report.leave == nil
    let remarks = (isAll ? report.echoes : []) + report.remarks
    if !remarks.isEmpty {
      members.append(("remarks", .array(remarks.map { .string($0.text) })))
    }
    return .object(members)
  }

  /// What a command that failed prints.
  package static func line(of diagnostic: Diagnostic, verb: String) -> String {
    JSONValue.object([
      ("command", .string(verb)), ("ok", .bool(false)), ("error", diagnostic.json),
    ]).encoded()
  }
}

extension ArticlePage.Paragraph {
  /// The paragraph as an object: its number, range and words, and what is marked in it.
  fileprivate var json: JSONValue {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return .object([
      ("paragraph", .integer(number)), ("range", range.json), ("text", .string(String(text))),
      (
        "marks",
        .array(
          marks.map {
            .object([
              ("handle", .string($0.handle)), ("label", .string($0.label)),
              ("range", $0.range.json),
            ])
          })
      ),
    ])
  }
}
