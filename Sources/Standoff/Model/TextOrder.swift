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

  /// Takes over rows of `lines`, sorted here unless they are already.
  init(_ unsorted: consuming [UInt32], in lines: some PlacedRows) {
    var rows = consume unsorted
    if !Self.settle(&rows, lines) {
      Self.sortByStart(&rows, lines)
      if !Self.settle(&rows, lines) {
        rows.sort { lines.precedes(lines.entry(of: $0), lines.entry(of: $1)) }
      }
    }
    (base, count) = (rows, rows.count)
    let chunkCount = (count + Self.chunkSize - 1) / Self.chunkSize
    ends.reserveCapacity(chunkCount)
    var running: UInt32 = 0
    for index in 0..<chunkCount {
      let own = Self.furthest(in: chunk(index), lines)
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

  /// Moves each row that is a few places too late to its place; `false` where one is further off, and
  /// then the rows are in some other order than before.
  private static func settle(_ rows: inout [UInt32], _ lines: some PlacedRows) -> Bool {
    guard var last = rows.first.map(lines.entry) else { return true }
    for index in 1..<rows.count {
      let entry = lines.entry(of: rows[index])
      guard lines.precedes(entry, last) else {
        last = entry
        continue
      }
      var place = index - 1
      while place > 0, lines.precedes(entry, lines.entry(of: rows[place - 1])) {
        guard index - place < 16 else { return false }
        place -= 1
      }
      for moved in stride(from: index, to: place, by: -1) { rows[moved] = rows[moved - 1] }
      rows[place] = entry.row
    }
    return true
  }

  /// Sorts by start alone, eleven bits after eleven, in as many steps as there are rows.
  private static func sortByStart(_ rows: inout [UInt32], _ lines: some PlacedRows) {
    // Rows with their starts above them.
    var keys = rows.map { UInt64(lines.entry(of: $0).start) << 32 | UInt64($0) }
    var others = Array(repeating: UInt64(0), count: keys.count)
    for shift in [UInt64(32), 43, 54] {
      var places = Array(repeating: 0, count: 2048)
      for key in keys { places[Int(key >> shift & 2047)] += 1 }
      var sum = 0
      for digit in places.indices { (places[digit], sum) = (sum, sum + places[digit]) }
      for key in keys {
        let digit = Int(key >> shift & 2047)
        others[places[digit]] = key
        places[digit] += 1
      }
      swap(&keys, &others)
    }
    for (place, key) in keys.enumerated() { rows[place] = UInt32(truncatingIfNeeded: key) }
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
