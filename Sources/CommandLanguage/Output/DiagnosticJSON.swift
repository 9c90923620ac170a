package import Standoff

extension Diagnostic {
  /// The object of the programs reference; what is not known is left out.
  package var json: JSONValue { .object(members) }

  /// The same with the line that it is about, and how many lines have it, for findings in files: a
  /// baseline knows them by it.
  package var jsonWithExcerpt: JSONValue {
    var members = members
    if lineCount > 1 { members.append(("lines", .integer(lineCount))) }
    if let excerpt = place.excerpt { members.append(("excerpt", .string(excerpt))) }
    return .object(members)
  }

  private var members: [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = []
    if let source = place.source { members.append(("file", .string(source))) }
    if let line = place.line { members.append(("line", .integer(line))) }
    if let column = place.column { members.append(("column", .integer(column))) }
    if let range = place.range { members.append(("range", range.json)) }
    members += [
      ("severity", .string(severity.rawValue)), ("name", .string(name.rawValue)),
      ("message", .string(message)),
    ]
    if !notes.isEmpty { members.append(("notes", .array(notes.map(JSONValue.string)))) }
    if let fix { members.append(("fix", .string(fix))) }
    return members
  }
}
