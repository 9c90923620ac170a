package import Standoff

/// A place that a search found or a bulk act may take, with its number and a tick.
package struct Hit: Hashable, Sendable {
  /// The place and the words around it.
  package var span: SpanHit
  /// Whether a bulk act takes it unless told otherwise.
  package var isTicked = true
  /// Why it is not ticked.
  package var remark: String?
  /// What the annotation that stands there is called, where an act would change it.
  package var handle: String?

  /// Creates a hit.
  package init(
    _ span: SpanHit, isTicked: Bool = true, remark: String? = nil, handle: String? = nil
  ) {
    self.span = span
    self.isTicked = isTicked
    self.remark = remark
    self.handle = handle
  }

  /// Its number in the list, from 1.
  package var number: Int { span.number }

  /// The object of the programs reference; a span in pieces has `ranges` instead of `range`.
  package var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = [("n", .integer(number))]
    if span.ranges.count == 1, let range = span.ranges.first {
      members.append(("range", range.json))
    } else {
      members.append(("ranges", .array(span.ranges.map(\.json))))
    }
    return .object(
      members + [
        ("text", .string(span.text)), ("before", .string(span.before)),
        ("after", .string(span.after)), ("place", .string(span.address)),
      ])
  }
}
