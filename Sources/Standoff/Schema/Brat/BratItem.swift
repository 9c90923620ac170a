/// One line of a brat configuration: `!Type|Other  Arg:A|B, Arg2?:<EVENT>, <NORM>:Wiki`.
struct BratItem {
  /// An argument with the types or values after its colon.
  struct Argument {
    let name: String
    /// How often it may be filled, as `?`, `*`, `+`, `{N}` or `{N-M}` say.
    let count: CountRange
    let values: [String]
  }

  /// The line, counted from 1.
  let line: Int
  /// The name as it is stored, then the names it is shown by.
  let terms: [String]
  /// Whether it only groups those below it.
  let isAbstract: Bool
  /// The arguments, in order.
  let arguments: [Argument]
  /// The arguments with reserved names, such as `<NORM>`, by name.
  let special: [String: String]
  /// The name of the item it stands below.
  let parent: String?

  /// The name as it is stored.
  var name: String { terms.first ?? "" }
}
