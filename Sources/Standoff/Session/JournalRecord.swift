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

/// A command that changed the annotations, with the change.
package struct Act: Hashable, Sendable {
  /// The command with its positions and ids resolved, on one line.
  package var command: String
  /// The lines of the standoff file that it changed.
  package var edit: Edit
  /// The names it gave with `as`.
  package var names: [String: AnnotationID]
  /// What it decided, for the file of decisions; a line each, without who decided and when.
  package var decisions: [String]
  /// The hash of the standoff file as another program had left it, where the act took that in.
  package var takenIn: UInt64?

  /// Creates an act.
  package init(
    _ command: String, _ edit: Edit, names: [String: AnnotationID] = [:], decisions: [String] = [],
    takenIn: UInt64? = nil
  ) {
    self.command = command
    self.edit = edit
    self.names = names
    self.decisions = decisions
    self.takenIn = takenIn
  }
}

/// The first line of a journal: what it is about.
package struct JournalHeader: Hashable, Sendable {
  /// The version of the journal's format that this code writes, and the newest it reads.
  package static let currentVersion = 1

  /// The version of the format.
  package var version = JournalHeader.currentVersion
  /// The hash of the article when the journal was begun.
  package var article: UInt64
  /// The hash of the standoff file when the journal was begun, whose bytes are kept in `.base`.
  package var standoff: UInt64
  /// The version of the rules by which paragraphs, sentences and words are counted.
  package var rules: Int
  /// The name of the journal that was set aside for this one.
  package var follows: String?

  /// Creates a header.
  package init(article: UInt64, standoff: UInt64, rules: Int, follows: String? = nil) {
    self.article = article
    self.standoff = standoff
    self.rules = rules
    self.follows = follows
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
