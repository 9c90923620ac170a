/// The `T` lines that are used, in the order of the text, for queries by position.
///
/// The order is that of the clean profile: by first start, then the last end descending, then id.
/// Entries lie in chunks; each chunk knows the furthest end in it and in all chunks before it, so
/// that a query looks at few entries that it does not return.
struct TextOrder: Sendable {
  /// A `T` line with the extent of its stretches.
  struct Entry: BitwiseCopyable, Sendable {
    /// The first start.
    var start: UInt32
    /// The last end.
    var end: UInt32
    /// The row of the line.
    var row: UInt32

    /// Whether this comes before `other` by place alone; `nil` where the places are the same.
    func precedes(_ other: Entry) -> Bool? {
      if start != other.start { return start < other.start }
      return end == other.end ? nil : end > other.end
    }
  }

  /// The entries in their order; chunks that nothing was put into are parts of one array.
  private(set) var chunks: [ArraySlice<Entry>] = []
  /// The furthest end in each chunk, and in it and all before it.
  private var ends: [(own: UInt32, running: UInt32)] = []
  /// How many entries there are.
  private(set) var count = 0

  private static let chunkSize = 64

  /// Tells which of two rows has the lower id; asked for equal places only.
  typealias IDOrder = (UInt32, UInt32) -> Bool

  /// Whether one entry comes before another.
  static func precedes(_ left: Entry, _ right: Entry, by idOrder: IDOrder) -> Bool {
    left.precedes(right) ?? idOrder(left.row, right.row)
  }

  /// Takes over entries, sorted here unless they are already.
  init(_ unsorted: consuming [Entry] = [], by idOrder: IDOrder = { _, _ in false }) {
    var entries = consume unsorted
    if !Self.settle(&entries, by: idOrder) {
      Self.sortByStart(&entries)
      if !Self.settle(&entries, by: idOrder) {
        entries.sort { Self.precedes($0, $1, by: idOrder) }
      }
    }
    count = entries.count
    for start in stride(from: 0, to: entries.count, by: Self.chunkSize) {
      let chunk = entries[start..<Swift.min(start + Self.chunkSize, entries.count)]
      let own = furthest(in: chunk)
      chunks.append(chunk)
      ends.append((own, Swift.max(own, ends.last?.running ?? 0)))
    }
  }

  /// Moves each entry that is a few places too late to its place; `false` where one is further off,
  /// and then the entries are in some other order than before.
  private static func settle(_ entries: inout [Entry], by idOrder: IDOrder) -> Bool {
    var index = 1
    while index < entries.count {
      let entry = entries[index]
      var place = index
      while place > 0, precedes(entry, entries[place - 1], by: idOrder) {
        guard index - place < 16 else { return false }
        place -= 1
      }
      if place < index {
        for moved in stride(from: index, to: place, by: -1) { entries[moved] = entries[moved - 1] }
        entries[place] = entry
      }
      index += 1
    }
    return true
  }

  /// Sorts by start alone, eleven bits after eleven, in as many steps as there are entries.
  private static func sortByStart(_ entries: inout [Entry]) {
    guard let first = entries.first else { return }
    var others = Array(repeating: first, count: entries.count)
    for shift in [UInt32(0), 11, 22] {
      var places = Array(repeating: 0, count: 2048)
      for entry in entries { places[Int(entry.start >> shift & 2047)] += 1 }
      var sum = 0
      for digit in places.indices { (places[digit], sum) = (sum, sum + places[digit]) }
      for entry in entries {
        let digit = Int(entry.start >> shift & 2047)
        others[places[digit]] = entry
        places[digit] += 1
      }
      swap(&entries, &others)
    }
  }

  /// Puts an entry in its place.
  mutating func insert(_ entry: Entry, by idOrder: IDOrder) {
    count += 1
    guard !chunks.isEmpty else {
      chunks = [[entry]]
      ends = [(entry.end, entry.end)]
      return
    }
    let place = place(of: entry, by: idOrder)
    chunks[place.chunk].insert(entry, at: chunks[place.chunk].startIndex + place.offset)
    if chunks[place.chunk].count > 2 * Self.chunkSize {
      let half = chunks[place.chunk].dropFirst(Self.chunkSize)
      chunks[place.chunk].removeLast(half.count)
      chunks.insert(half, at: place.chunk + 1)
      ends.insert((furthest(in: half), 0), at: place.chunk + 1)
    }
    measure(place.chunk)
  }

  /// Takes an entry out.
  mutating func remove(_ entry: Entry, by idOrder: IDOrder) {
    guard !chunks.isEmpty else { return }
    let place = place(of: entry, by: idOrder)
    let index = chunks[place.chunk].startIndex + place.offset
    guard index < chunks[place.chunk].endIndex, chunks[place.chunk][index].row == entry.row
    else { return }
    count -= 1
    chunks[place.chunk].remove(at: index)
    if chunks[place.chunk].isEmpty {
      chunks.remove(at: place.chunk)
      ends.remove(at: place.chunk)
      run(from: place.chunk)
    } else {
      measure(place.chunk)
    }
  }

  /// The entry before the place that `entry` has or would have.
  func entry(before entry: Entry, by idOrder: IDOrder) -> Entry? {
    guard !chunks.isEmpty else { return nil }
    let place = place(of: entry, by: idOrder)
    if place.offset > 0 { return chunks[place.chunk].dropFirst(place.offset - 1).first }
    return place.chunk > 0 ? chunks[place.chunk - 1].last : nil
  }

  /// The entry after an entry that is here.
  func entry(after entry: Entry, by idOrder: IDOrder) -> Entry? {
    guard !chunks.isEmpty else { return nil }
    let place = place(of: entry, by: idOrder)
    if let next = chunks[place.chunk].dropFirst(place.offset + 1).first { return next }
    return place.chunk + 1 < chunks.count ? chunks[place.chunk + 1].first : nil
  }

  /// The first entry; `nil` where there is none.
  var first: Entry? { chunks.first?.first }

  /// Hands over the entries whose extent reaches into `start..<end`, in order.
  ///
  /// An empty extent counts where it lies strictly inside, or at `start`.
  @inline(__always)
  func forEach(overlapping start: UInt32, _ end: UInt32, _ body: (Entry) -> Void) {
    var (low, high) = (0, chunks.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle].running >= start { high = middle } else { low = middle + 1 }
    }
    for index in low..<chunks.count where ends[index].own >= start {
      for entry in chunks[index] {
        if entry.start >= end { return }
        if entry.end > start || entry.start == entry.end && entry.start == start { body(entry) }
      }
    }
  }

  /// Hands over all entries in order, each with whether another has the very extent.
  @inline(__always)
  func forEach(_ body: (_ entry: Entry, _ isSharing: Bool) -> Void) {
    guard var last = first else { return }
    var isSharing = false
    var isFirst = true
    for chunk in chunks {
      for entry in chunk {
        if isFirst {
          isFirst = false
          continue
        }
        let isSame = entry.start == last.start && entry.end == last.end
        body(last, isSharing || isSame)
        (last, isSharing) = (entry, isSame)
      }
    }
    body(last, isSharing)
  }

  /// Where the entry is, or where it would go; the chunk is never past the last.
  private func place(of entry: Entry, by idOrder: IDOrder) -> (chunk: Int, offset: Int) {
    var (low, high) = (0, chunks.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if let first = chunks[middle].first, Self.precedes(entry, first, by: idOrder) {
        high = middle - 1
      } else {
        low = middle
      }
    }
    let chunk = chunks[low]
    var (first, last) = (chunk.startIndex, chunk.endIndex)
    while first < last {
      let middle = (first + last) / 2
      if Self.precedes(chunk[middle], entry, by: idOrder) {
        first = middle + 1
      } else {
        last = middle
      }
    }
    return (low, first - chunk.startIndex)
  }

  private func furthest(in chunk: ArraySlice<Entry>) -> UInt32 {
    chunk.reduce(0) { Swift.max($0, $1.end) }
  }

  /// Measures the chunk at `index` anew, and what the chunks after it take from it.
  private mutating func measure(_ index: Int) {
    ends[index].own = furthest(in: chunks[index])
    run(from: index)
  }

  /// Carries the furthest end onwards from the chunk at `index`.
  private mutating func run(from index: Int) {
    for index in index..<chunks.count {
      ends[index].running = Swift.max(index > 0 ? ends[index - 1].running : 0, ends[index].own)
    }
  }
}

extension TextOrder: Sequence {
  /// Walks the entries in the order of the text.
  func makeIterator() -> FlattenSequence<[ArraySlice<Entry>]>.Iterator {
    chunks.joined().makeIterator()
  }
}
