package import Standoff

/// One place that a search found, with the words around it.
package struct Hit: Hashable, Sendable {
  /// Its number in the list, from 1.
  package var number: Int
  /// Where it stands.
  package var ranges: [TextRange]
  /// The words found.
  package var text: String
  /// What stands before it in its paragraph.
  package var before: String
  /// What stands after it in its paragraph.
  package var after: String
  /// Its address, as `6.1`.
  package var place: String
  /// Whether a bulk act takes it unless told otherwise.
  package var isTicked = true
  /// Why it is not ticked.
  package var remark: String?

  /// The object of shell.md section 8.
  package var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = [("n", .integer(number))]
    if ranges.count == 1, let range = ranges.first {
      members.append(("range", range.json))
    } else {
      members.append(("ranges", .array(ranges.map(\.json))))
    }
    return .object(
      members + [
        ("text", .string(text)), ("before", .string(before)), ("after", .string(after)),
        ("place", .string(place)),
      ])
  }
}
