/// The rows of the `T` lines that are used, in the order of the text, for queries by position.
///
/// The order is that of the clean profile: by first start, then the last end descending, then id.
/// Rows lie in chunks; each chunk knows the furthest end in it and in all chunks before it, so that a
/// query looks at few rows that it does not return. Where a row stands in the text is asked of the
/// lines each time, so that it is kept once.
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
    @inline(__always)
    func precedes(_ other: Entry) -> Bool? {
      if start != other.start { return start < other.start }
      return end == other.end ? nil : end > other.end
    }
  }

  /// The rows in their order as they were taken over, until one was put in or taken out.
  private var base: [UInt32] = []
  /// The rows in their order since then; chunks that nothing was put into are parts of ``base``.
  private var chunks: [ArraySlice<UInt32>] = []
  /// The furthest end in each chunk, and in it and all before it.
  private var ends: [(own: UInt32, running: UInt32)] = []
  /// How many rows there are.
  private(set) var count = 0

  private static var chunkSize: Int { 32 }

  /// Creates an empty order.
  init() {}

  /// The order of rows of `lines`, which are sorted here unless they are already.
  static func taking(_ unsorted: consuming [UInt32], in lines: some PlacedRows) -> TextOrder {
    var order = TextOrder()
    order.take(unsorted, in: lines)
    return order
  }

  private mutating func take(_ unsorted: consuming [UInt32], in lines: some PlacedRows) {
    base = consume unsorted
    count = base.count
    if Self.settle(&base, lines, entry: { lines.entry(of: $0) }) {
      measure(base) { lines.entry(of: $0) }
      return
    }
    // Rows in some other order lie anywhere in memory, so that each is asked for once.
    var entries = base.map { lines.entry(of: $0) }
    Self.sortByStart(&entries)
    if !Self.settle(&entries, lines, entry: { $0 }) { entries.sort { lines.precedes($0, $1) } }
    for place in entries.indices { base[place] = entries[place].row }
    measure(entries) { $0 }
  }

  /// Measures all chunks of rows as they were taken over.
  @inline(__always)
  private mutating func measure<Element>(_ elements: [Element], entry: (Element) -> Entry) {
    ends.reserveCapacity((count + Self.chunkSize - 1) / Self.chunkSize)
    var running: UInt32 = 0
    for start in stride(from: 0, to: count, by: Self.chunkSize) {
      var own: UInt32 = 0
      for place in start..<Swift.min(start + Self.chunkSize, count) {
        own = Swift.max(own, entry(elements[place]).end)
      }
      running = Swift.max(own, running)
      ends.append((own, running))
    }
  }

  /// The rows of a chunk.
  @inline(__always)
  private func chunk(_ index: Int) -> ArraySlice<UInt32> {
    guard chunks.isEmpty else { return chunks[index] }
    let start = index * Self.chunkSize
    return base[start..<Swift.min(start + Self.chunkSize, base.count)]
  }

  /// Makes chunks that can be changed.
  private mutating func breakUp() {
    guard chunks.isEmpty else { return }
    chunks = ends.indices.map { chunk($0) }
    base = []
  }

  /// Moves each element that is a few places too late to its place; `false` where one is further off,
  /// and then they are in some other order than before.
  @inline(__always)
  private static func settle<Element>(
    _ elements: inout [Element], _ lines: some PlacedRows, entry: (Element) -> Entry
  ) -> Bool {
    guard var last = elements.first.map(entry) else { return true }
    for index in 1..<elements.count {
      let element = elements[index]
      let own = entry(element)
      guard lines.precedes(own, last) else {
        last = own
        continue
      }
      var place = index - 1
      while place > 0, lines.precedes(own, entry(elements[place - 1])) {
        guard index - place < 16 else { return false }
        place -= 1
      }
      for moved in stride(from: index, to: place, by: -1) { elements[moved] = elements[moved - 1] }
      elements[place] = element
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

  /// Puts a row in its place.
  mutating func insert(_ row: UInt32, in lines: some PlacedRows) {
    breakUp()
    count += 1
    let entry = lines.entry(of: row)
    guard !chunks.isEmpty else {
      chunks = [[row]]
      ends = [(entry.end, entry.end)]
      return
    }
    let place = place(of: entry, lines)
    chunks[place.chunk].insert(row, at: chunks[place.chunk].startIndex + place.offset)
    if chunks[place.chunk].count > 2 * Self.chunkSize {
      let half = chunks[place.chunk].dropFirst(Self.chunkSize)
      chunks[place.chunk].removeLast(half.count)
      chunks.insert(half, at: place.chunk + 1)
      ends.insert((Self.furthest(in: half, lines), 0), at: place.chunk + 1)
    }
    measure(place.chunk, lines)
  }

  /// Takes a row out.
  mutating func remove(_ row: UInt32, in lines: some PlacedRows) {
    breakUp()
    guard !chunks.isEmpty else { return }
    let place = place(of: lines.entry(of: row), lines)
    let index = chunks[place.chunk].startIndex + place.offset
    guard index < chunks[place.chunk].endIndex, chunks[place.chunk][index] == row else { return }
    count -= 1
    chunks[place.chunk].remove(at: index)
    if chunks[place.chunk].isEmpty {
      chunks.remove(at: place.chunk)
      ends.remove(at: place.chunk)
      run(from: place.chunk)
    } else {
      measure(place.chunk, lines)
    }
  }

  /// The row before the place that `row` has or would have.
  func row(before row: UInt32, in lines: some PlacedRows) -> UInt32? {
    guard !ends.isEmpty else { return nil }
    let place = place(of: lines.entry(of: row), lines)
    if place.offset > 0 { return chunk(place.chunk).dropFirst(place.offset - 1).first }
    return place.chunk > 0 ? chunk(place.chunk - 1).last : nil
  }

  /// The row after a row that is here.
  func row(after row: UInt32, in lines: some PlacedRows) -> UInt32? {
    guard !ends.isEmpty else { return nil }
    let place = place(of: lines.entry(of: row), lines)
    if let next = chunk(place.chunk).dropFirst(place.offset + 1).first { return next }
    return place.chunk + 1 < ends.count ? chunk(place.chunk + 1).first : nil
  }

  /// The first row; `nil` where there is none.
  var first: UInt32? { ends.isEmpty ? nil : chunk(0).first }

  /// Hands over the entries whose extent reaches into `start..<end`, in order.
  ///
  /// An empty extent counts where it lies strictly inside, or at `start`.
  @inline(__always)
  func forEach(
    overlapping start: UInt32, _ end: UInt32, in lines: some PlacedRows, _ body: (Entry) -> Void
  ) {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle].running >= start { high = middle } else { low = middle + 1 }
    }
    for index in low..<ends.count where ends[index].own >= start {
      for row in chunk(index) {
        let entry = lines.entry(of: row)
        if entry.start >= end { return }
        if entry.end > start || entry.start == entry.end && entry.start == start { body(entry) }
      }
    }
  }

  /// Hands over all entries in order, each with whether another has the very extent.
  @inline(__always)
  func forEach(in lines: some PlacedRows, _ body: (_ entry: Entry, _ isSharing: Bool) -> Void) {
    var last: Entry?
    var isSharing = false
    for index in ends.indices {
      for row in chunk(index) {
        let entry = lines.entry(of: row)
        if let last {
          let isSame = entry.start == last.start && entry.end == last.end
          body(last, isSharing || isSame)
          isSharing = isSame
        }
        last = entry
      }
    }
    if let last { body(last, isSharing) }
  }

  /// Hands over all rows in order.
  @inline(__always)
  func forEach(_ body: (UInt32) -> Void) {
    for row in base { body(row) }
    for chunk in chunks { for row in chunk { body(row) } }
  }

  /// Where the entry is, or where it would go; the chunk is never past the last.
  private func place(of entry: Entry, _ lines: some PlacedRows) -> (chunk: Int, offset: Int) {
    var (low, high) = (0, ends.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if let first = chunk(middle).first, lines.precedes(entry, lines.entry(of: first)) {
        high = middle - 1
      } else {
        low = middle
      }
    }
    let chunk = chunk(low)
    let place = chunk.partitioningIndex { !lines.precedes(lines.entry(of: $0), entry) }
    return (low, place - chunk.startIndex)
  }

  private static func furthest(in chunk: ArraySlice<UInt32>, _ lines: some PlacedRows) -> UInt32 {
    chunk.reduce(0) { Swift.max($0, lines.entry(of: $1).end) }
  }

  /// Measures the chunk at `index` anew, and what the chunks after it take from it.
  private mutating func measure(_ index: Int, _ lines: some PlacedRows) {
    ends[index].own = Self.furthest(in: chunks[index], lines)
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
  /// Walks the rows in the order of the text.
  func makeIterator() -> FlattenSequence<[ArraySlice<UInt32>]>.Iterator {
    (chunks.isEmpty ? [base[...]] : chunks).joined().makeIterator()
  }
}
