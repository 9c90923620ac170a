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

  /// Reads as much as can be relied on; never fails.
  package init(_ bytes: [UInt8]) {
    var lines = Lines(bytes: bytes)
    guard let first = lines.next() else {
      if !bytes.isEmpty { ending = .torn }
      return
    }
    guard let header = line.header(first) else {
      ending = .damaged(line: 1)
      return
    }
    journal = Journal(header)
    length = lines.end
    guard header.version <= JournalHeader.currentVersion else { return }
    var reader = line
    var block: [JournalRecord] = []
    while let next = lines.next() {
      guard let record = reader.record(next), Self.follows(record, block) else {
        ending = .damaged(line: lines.number - block.count)
        return
      }
      block.append(record)
      guard record.part.map({ $0.number == $0.count }) ?? true else { continue }
      guard journal?.take(block) == true else {
        ending = .damaged(line: lines.number - block.count + 1)
        return
      }
      block = []
      line = reader
      length = lines.end
    }
    if length < bytes.count { ending = .torn }
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
    var end = 0
    var number = 0

    mutating func next() -> ArraySlice<UInt8>? {
      guard let feed = bytes[end...].firstIndex(of: 0x0A) else { return nil }
      defer {
        end = feed + 1
        number += 1
      }
      return bytes[end..<feed]
    }
  }
}
