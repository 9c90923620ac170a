package import Standoff

/// A command spelled so that it does the same anywhere: full verbs, code points, ids.
package struct ResolvedCommand {
  /// The command.
  package private(set) var text: String

  /// Starts with a verb and its first words.
  package init(_ text: String) { self.text = text }

  /// Adds a word after a blank.
  package mutating func append(_ word: String) { text += " " + word }

  /// Adds a span as `@120-133="words"`, its pieces joined by `+`; without ranges, `article`.
  package mutating func append(span ranges: [TextRange]?, of article: Article) {
    guard let ranges else { return append("article") }
    append(
      ranges.map { "@\($0)=" + article.text(in: $0).quoted }.joined(separator: " + "))
  }

  /// `name=value` as `set` and `tag` read it.
  package static func option(_ name: String, _ value: AttributeValue) -> String {
    switch value {
    case .text(let text): name + "=" + text.asValue
    case .present: name + "=" + Attribute.presence
    case .absent: name + "=no"
    }
  }
}
