/// A journal read from the bytes of its file, as far as they can be relied on.
package struct JournalText: Sendable {
  /// How the file ends.
  package enum Ending: Hashable, Sendable {
    /// With its last line whole.
    case whole
    /// In the midst of a line or block, which is left out: there the machine stopped while writing,
    /// and nothing was answered yet.
    case torn
    /// Whole lines can be relied on only up to this one, counted from 1.
    case damaged(line: Int)
  }

  /// What the lines that can be relied on tell; `nil` where not even the first can be.
  package private(set) var journal: Journal?
  /// How many bytes those lines have.
  package private(set) var length = 0
  /// How the file ends.
  package private(set) var ending = Ending.whole
  /// What the next line's check starts from.
  package private(set) var line = JournalLine()

  private var number = 0

  /// Reads as much as can be relied on; never fails.
  package init(_ bytes: [UInt8]) { goOn(with: bytes) }

  /// Reads on in the same file, which may have grown since; what was read before is not read again.
  ///
  /// - Parameter bytes: all bytes of the file.
  /// - Returns: the blocks that are new, a line that stands alone as a block of its own.
  @discardableResult
  package mutating func goOn(with bytes: [UInt8]) -> [[JournalRecord]] {
    guard length <= bytes.count else {
      ending = .damaged(line: 1)
      return []
    }
    ending = .whole
    var lines = Lines(bytes: bytes, end: length, number: number)
    if journal == nil, !readHeader(&lines, isEmpty: bytes.isEmpty) { return [] }
    return readBlocks(&lines)
  }

  /// Reads the first line; whether others may follow it.
  private mutating func readHeader(_ lines: inout Lines, isEmpty: Bool) -> Bool {
    guard let first = lines.next() else {
      if !isEmpty { ending = .torn }
      return false
    }
    guard let header = line.header(first) else {
      ending = .damaged(line: 1)
      return false
    }
    journal = Journal(header)
    (length, number) = (lines.end, lines.number)
    return header.version <= JournalHeader.currentVersion
  }

  private mutating func readBlocks(_ lines: inout Lines) -> [[JournalRecord]] {
    var blocks: [[JournalRecord]] = []
    var reader = line
    var block: [JournalRecord] = []
    while let next = lines.next() {
      guard let record = reader.record(next), Self.follows(record, block) else {
        ending = .damaged(line: lines.number - block.count)
        return blocks
      }
      block.append(record)
      guard record.part.map({ $0.number == $0.count }) ?? true else { continue }
      guard journal?.take(block) == true else {
        ending = .damaged(line: lines.number - block.count + 1)
        return blocks
      }
      blocks.append(block)
      block = []
      line = reader
      (length, number) = (lines.end, lines.number)
    }
    if length < lines.bytes.count { ending = .torn }
    return blocks
  }

  /// Whether a record stands where its part of the block begun belongs.
  private static func follows(_ record: JournalRecord, _ block: [JournalRecord]) -> Bool {
    guard let begun = block.first else { return record.part?.number ?? 1 == 1 }
    return record.part == .init(number: block.count + 1, count: begun.part?.count ?? 1)
  }

  /// The lines that have their line end, without it.
  private struct Lines {
    let bytes: [UInt8]
    /// Where the line that was given out last ends, after its line end.
    var end: Int
    /// How many lines were given out, those before it included.
    var number: Int

    mutating func next() -> ArraySlice<UInt8>? {
      guard let feed = bytes[end...].firstIndex(of: .lineFeed) else { return nil }
      defer {
        end = feed + 1
        number += 1
      }
      return bytes[end..<feed]
    }
  }
}
