/// What an attribute is set to.
package enum AttributeValue: Hashable, Sendable {
  /// A word or a text.
  case text(String)
  /// A binary attribute is there.
  case present
  /// A binary attribute is taken away.
  case absent
}
