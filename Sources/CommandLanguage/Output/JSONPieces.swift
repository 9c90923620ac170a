package import Standoff

/// A JSON object that is written piece by piece: of its long lists one element at a time is made.
package struct JSONPieces {
  /// The value of a member.
  package enum Value {
    /// A value as it is.
    case value(JSONValue)
    /// A list of so many elements, each made by its place.
    case list(count: Int, element: (Int) -> JSONValue)
  }

  private let members: [(key: String, value: Value)]

  /// Takes over the members, in their order.
  package init(_ members: [(key: String, value: Value)]) { self.members = members }

  /// The members as values.
  package var values: [(key: String, value: JSONValue)] {
    members.map { key, value in
      switch value {
      case .value(let value): (key, value)
      case .list(let count, let element): (key, .array((0..<count).map(element)))
      }
    }
  }

  /// Calls `body` with one piece after the other of the object on one line; `others` are members that
  /// come behind these.
  package func forEach(
    adding others: [(key: String, value: JSONValue)] = [], _ body: (String) -> Void
  ) {
    var separator = "{"
    for (key, value) in members + others.map({ ($0, .value($1)) }) {
      body(separator + JSONValue.string(key).encoded() + ":")
      separator = ","
      switch value {
      case .value(let value): body(value.encoded())
      case .list(let count, let element):
        body("[")
        for place in 0..<count { body((place > 0 ? "," : "") + element(place).encoded()) }
        body("]")
      }
    }
    body(separator == "{" ? "{}" : "}")
  }
}
