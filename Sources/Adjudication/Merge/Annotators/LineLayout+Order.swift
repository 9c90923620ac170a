import Standoff

/// The lines of a merge in the order of the file.
extension LineLayout {
  /// The bytes of all lines in order, and whether that is known to be the order of the clean profile;
  /// `sources` are the files of the annotators.
  func inOrder(
    _ sources: [StandoffLines], _ ids: MergeIDs
  ) -> (bytes: [UInt8], isCanonical: Bool) {
    let blocks = blocks
    var file: [UInt8] = []
    LargePages.reserve(size, in: &file)
    var isWritten = Array(repeating: false, count: lines.count)
    var waiting: [Int32] = []
    var count = 0
    func write(from line: Int32) {
      waiting.append(line)
      while let next = waiting.popLast() {
        let line = Int(next)
        guard !isWritten[line] else { continue }
        isWritten[line] = true
        count += 1
        put(lines[line], into: &file, sources, ids)
        var place = blocks.starts[line + 1]
        while place > blocks.starts[line] {
          place -= 1
          waiting.append(blocks.lines[Int(place)])
        }
      }
    }
    for span in spansInOrder { write(from: span.line) }
    let isCanonical = isPlain && count == lines.count
    if count < lines.count {
      for line in lines.indices where !isWritten[line] { write(from: Int32(line)) }
    }
    return (file, isCanonical)
  }

  /// Adds a line to the file.
  @inline(__always)
  private func put(
    _ line: Line, into file: inout [UInt8], _ sources: [StandoffLines], _ ids: MergeIDs
  ) {
    if line.rank != .max { ids.write(line.id, to: &file) }
    switch line.origin {
    case Line.own: file += bytes[line.place..<line.place + Int(line.length)]
    case Line.record:
      file += records[line.place].head
      ids.write(lines[Int(line.above)].id, to: &file)
      file += records[line.place].tail
    default:
      sources[Int(line.origin)]
        .writeBody(of: UInt32(truncatingIfNeeded: line.place), to: &file)
      file.append(UInt8(ascii: "\n"))
    }
  }

  /// The annotations in the order of the text, in which they mostly are but for some neighbors.
  private var spansInOrder: [Span] {
    var sorted = spans
    for index in sorted.indices.dropFirst() {
      let span = sorted[index]
      var place = index
      while place > 0, precedes(span, sorted[place - 1]) {
        guard index - place < 64 else { return spans.sorted(by: precedes) }
        sorted[place] = sorted[place - 1]
        place -= 1
      }
      sorted[place] = span
    }
    return sorted
  }

  /// Whether an annotation comes first in the order of the text: start, then end descending, then id.
  func precedes(_ one: Span, _ other: Span) -> Bool {
    if one.lower != other.lower { return one.lower < other.lower }
    if one.upper != other.upper { return one.upper > other.upper }
    return lines[Int(one.line)].id.bits < lines[Int(other.line)].id.bits
  }

  /// By line, the lines below it in order, and where they begin.
  private var blocks: (starts: [Int32], lines: [Int32]) {
    var starts = Array(repeating: Int32(0), count: lines.count + 1)
    for line in lines where line.above >= 0 { starts[Int(line.above) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var places = starts
    var below = Array(repeating: Self.nothing, count: Int(starts[lines.count]))
    for number in lines.indices {
      let above = Int(lines[number].above)
      guard above >= 0 else { continue }
      below[Int(places[above])] = Int32(truncatingIfNeeded: number)
      places[above] += 1
    }
    for line in lines.indices where starts[line + 1] - starts[line] > 1 {
      sort(&below, Int(starts[line])..<Int(starts[line + 1]))
    }
    return (starts, below)
  }

  /// Sorts what is below one line.
  private func sort(_ below: inout [Int32], _ range: Range<Int>) {
    guard range.count < 16 else { return below[range].sort(by: precedes) }
    for index in range.dropFirst() {
      let line = below[index]
      var place = index
      while place > range.lowerBound, precedes(line, below[place - 1]) {
        below[place] = below[place - 1]
        place -= 1
      }
      below[place] = line
    }
  }

  /// Whether one of two lines below one line comes first.
  @inline(__always)
  private func precedes(_ one: Int32, _ other: Int32) -> Bool {
    let (a, b) = (lines[Int(one)], lines[Int(other)])
    return a.rank != b.rank ? a.rank < b.rank : a.id.bits < b.id.bits
  }
}
