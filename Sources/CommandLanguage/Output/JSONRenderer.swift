package import Standoff

/// Turns reports into objects for programs, one a line (the programs reference).
package enum JSONRenderer {
  /// What a command that was carried out prints: its items, then the command's own object.
  package static func lines(of report: Report, verb: String) -> [String] {
    var objects: [JSONValue] = []
    var text: [String] = []
    for item in report.items {
      switch item {
      case .annotation(let annotation), .detail(let annotation): objects.append(annotation.json)
      case .hit(let hit): objects.append(hit.json)
      case .finding(let diagnostic): objects.append(diagnostic.json)
      case .page(let page): objects += page.paragraphs.map(\.json)
      case .object(let object): objects.append(object)
      case .text(let line): text.append(line.text)
      case .line, .echo: break
      }
    }
    var members: [(key: String, value: JSONValue)] = [
      ("command", .string(verb)), ("ok", .bool(true)),
    ]
    if !report.changed.isEmpty { members.append(("changed", .array(report.changed.map(\.json)))) }
    members += report.members
    if !text.isEmpty { members.append(("text", .string(text.joined(separator: "\n")))) }
    if !report.remarks.isEmpty {
      members.append(("remarks", .array(report.remarks.map { .string($0.text) })))
    }
    objects.append(.object(members))
    return objects.map { $0.encoded() }
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
