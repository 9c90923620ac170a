/// A change to a standoff file as lines taken out and lines put in, ready to be applied or undone.
///
/// An edit is a list of hunks in file order that do not overlap or touch. Line numbers count from 0
/// in the file before the edit. An edit and its inverse together restore the very bytes.
public struct Edit: Hashable, Sendable {
  /// One run of neighbouring lines that is replaced by another.
  public struct Hunk: Hashable, Sendable {
    /// The index of the first line replaced, from 0; where none is, lines are put in before it.
    public var line: Int
    /// The lines taken out, each with its line end as it stands in the file.
    public var removed: [[UInt8]]
    /// The lines put in, each with its line end.
    public var added: [[UInt8]]

    /// Creates a hunk.
    public init(line: Int, removed: [[UInt8]], added: [[UInt8]]) {
      self.line = line
      self.removed = removed
      self.added = added
    }
  }

  /// The hunks in file order.
  public var hunks: [Hunk]

  /// Creates an edit of `hunks`, which are in file order and do not overlap or touch.
  public init(hunks: [Hunk] = []) { self.hunks = hunks }

  /// Whether the edit changes nothing.
  public var isEmpty: Bool { hunks.isEmpty }

  /// The ids of the lines taken out; empty for lines without one.
  package var removedIDs: some Sequence<AnnotationID> {
    hunks.lazy.flatMap(\.removed).map(Self.id)
  }

  /// The ids of the lines put in; empty for lines without one.
  package var addedIDs: some Sequence<AnnotationID> { hunks.lazy.flatMap(\.added).map(Self.id) }

  private static func id(of line: [UInt8]) -> AnnotationID {
    AnnotationID(String(decoding: line.prefix { $0 != .tab }, as: UTF8.self))
  }

  /// The edit that takes this one back.
  public var inverse: Edit {
    var shift = 0
    return Edit(
      hunks: hunks.map { hunk in
        let back = Hunk(line: hunk.line + shift, removed: hunk.added, added: hunk.removed)
        shift += hunk.added.count - hunk.removed.count
        return back
      })
  }
}
