/// One line of a journal: what happened, when, and by whom.
package struct JournalRecord: Hashable, Sendable {
  /// What a line can tell.
  package enum Event: Hashable, Sendable {
    /// An act was carried out.
    case act(Act)
    /// The last acts were taken back, so many of them.
    case undo(Int)
    /// The acts taken back last were carried out again, so many of them.
    case redo(Int)
    /// The standoff file is about to get the content of this hash.
    case saving(UInt64)
    /// The standoff file has the content of this hash.
    case saved(UInt64)
  }

  /// The place of a line in a block, which counts as a whole or not at all.
  package struct Part: Hashable, Sendable {
    /// From 1.
    package var number: Int
    /// How many lines the block has.
    package var count: Int

    /// Creates the place of line `number`, from 1, in a block of `count`.
    package init(number: Int, count: Int) {
      self.number = number
      self.count = count
    }
  }

  /// What happened.
  package var event: Event
  /// When.
  package var time: Timestamp
  /// Who did it, where that is known.
  package var annotator: String?
  /// The place in a block, where the line is part of one.
  package var part: Part?

  /// Creates a record.
  package init(_ event: Event, at time: Timestamp, by annotator: String? = nil, part: Part? = nil) {
    self.event = event
    self.time = time
    self.annotator = annotator
    self.part = part
  }
}

extension [JournalRecord] {
  /// The records as a block that counts as a whole or not at all; one record needs no block.
  var asBlock: [JournalRecord] {
    guard count > 1 else { return self }
    return enumerated().map { index, record in
      var record = record
      record.part = .init(number: index + 1, count: count)
      return record
    }
  }
}
