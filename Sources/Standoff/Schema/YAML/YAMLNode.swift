/// A piece of a YAML text with the place it stands at.
///
/// Scalars are kept as they were written: `yes` is a word, `1` is a word.
struct YAMLNode: Sendable {
  /// What was written.
  enum Content: Sendable {
    /// A word or a text; empty where nothing was written.
    case scalar(String)
    /// The elements in the order of the text.
    case list([YAMLNode])
    /// The entries in the order of the text; no key stands twice.
    case map([Entry])
  }

  /// A key of a mapping with what it stands for.
  struct Entry: Sendable {
    /// The key as it was written.
    let key: String
    /// The key with its place.
    let keyNode: YAMLNode
    /// What it stands for.
    let value: YAMLNode
  }

  /// What was written.
  let content: Content
  /// The line, counted from 1.
  let line: Int
  /// The column in code points, counted from 1.
  let column: Int

  /// What a scalar says; `nil` for a list or a mapping.
  var text: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// Whether nothing was written, as after `Speaker:`.
  var isEmpty: Bool { text?.isEmpty == true }

  /// Whether nothing was written, or a list or mapping of nothing.
  var holdsNothing: Bool {
    switch content {
    case .scalar(let text): text.isEmpty
    case .list(let nodes): nodes.isEmpty
    case .map(let entries): entries.isEmpty
    }
  }

  /// How many code points a caret beneath it covers; 1 where it is not one word on one line.
  var length: Int {
    guard let text, !text.isEmpty, !text.unicodeScalars.contains(where: { $0 == "\n" }) else {
      return 1
    }
    return text.unicodeScalars.count
  }
}
