/// An act in the making: changes to a working copy of a set, from which one ``Edit`` is taken.
///
/// Every change keeps the file in the clean profile where it was so: new lines get ids made from
/// what they say and go where they belong; lines that are not touched keep their bytes and order.
/// What a line cannot hold is written as near as can be (a tab in a value as a blank), and a change
/// to what is not there changes nothing: callers check names and references first, against the
/// schema and the set, to say what is wrong.
public struct Draft: Sendable {
  /// The working copy, with all changes so far.
  public internal(set) var set: AnnotationSet

  private let original: AnnotationSet
  /// Rows of the original that stand elsewhere now.
  private var moved: Set<UInt32> = []

  /// Starts from a set, which is not changed.
  public init(_ set: AnnotationSet) {
    self.set = set
    original = set
  }

  // MARK: Lines

  /// Puts a new line in its place and tells its row.
  @discardableResult
  mutating func insert(_ line: String) -> UInt32? {
    guard let row = set.store.insert(Array((line + "\n").utf8), after: nil) else { return nil }
    let place = set.store.place(for: row)
    set.store.lift(row)
    set.store.lower(row, after: terminated(place))
    return row
  }

  /// Puts a line where another is and tells its row.
  @discardableResult
  mutating func replace(_ row: UInt32, with bytes: [UInt8]) -> UInt32 {
    set.store.bytes(of: row).elementsEqual(bytes) ? row : set.store.replace(row, with: bytes) ?? row
  }

  /// Lifts lines out of the order.
  mutating func lift(_ rows: [UInt32]) {
    for row in rows { set.store.lift(row) }
  }

  /// Puts lifted lines, the first of which heads a block, where they belong.
  mutating func lower(_ rows: [UInt32]) {
    guard let head = rows.first else { return }
    var previous = set.store.place(for: head)
    for row in rows {
      previous = terminated(previous)
      set.store.lower(row, after: previous)
      moved.insert(row)
      previous = row
    }
    // A line without a line end can only have come from the end of the file.
    if previous != set.store.order.last { _ = terminated(previous) }
  }

  /// Sees to it that a line can follow; tells the row, which changes where a line end was added.
  private mutating func terminated(_ row: UInt32?) -> UInt32? {
    guard let row, !set.store.isTerminated(row) else { return row }
    return set.store.replace(row, with: set.store.bytes(of: row) + [.lineFeed])
  }

  // MARK: The edit

  /// The difference between the set the draft was made from and the working copy.
  ///
  /// Takes time linear in the lines at most; stretches that no change came near are passed over.
  public func edit() -> Edit {
    let (old, new) = (original.store.order, set.store.order)
    let shared = old.sharedChunks(with: new)
    var oldRows = old.rows(inChunks: shared.prefix..<old.chunkCount - shared.suffix).makeIterator()
    var newRows = new.rows(inChunks: shared.prefix..<new.chunkCount - shared.suffix).makeIterator()
    var (oldRow, newRow) = (oldRows.next(), newRows.next())
    var line = shared.rowsInPrefix
    var hunks: [Edit.Hunk] = []
    while oldRow != nil || newRow != nil {
      var hunk = Edit.Hunk(line: line, removed: [], added: [])
      while let row = oldRow, !stays(row) {
        hunk.removed.append(Array(original.store.bytes(of: row)))
        oldRow = oldRows.next()
      }
      while let row = newRow, !stays(row) {
        hunk.added.append(Array(set.store.bytes(of: row)))
        newRow = newRows.next()
      }
      line += hunk.removed.count
      hunk.trim()
      if !hunk.removed.isEmpty || !hunk.added.isEmpty { hunks.append(hunk) }
      while let row = oldRow, row == newRow, stays(row) {
        (oldRow, newRow) = (oldRows.next(), newRows.next())
        line += 1
      }
    }
    return Edit(hunks: hunks)
  }

  /// Whether a row stands among its old neighbours, so that both orders have it in step.
  private func stays(_ row: UInt32) -> Bool {
    row < original.store.rowCount && !moved.contains(row) && set.store.order.contains(row)
  }
}

extension Edit.Hunk {
  /// Leaves out lines at both edges that are put in as they were taken out.
  fileprivate mutating func trim() {
    let prefix = zip(removed, added).prefix { $0 == $1 }.reduce(0) { count, _ in count + 1 }
    removed.removeFirst(prefix)
    added.removeFirst(prefix)
    line += prefix
    let suffix = zip(removed.reversed(), added.reversed()).prefix { $0 == $1 }
      .reduce(0) { count, _ in count + 1 }
    removed.removeLast(suffix)
    added.removeLast(suffix)
  }
}
