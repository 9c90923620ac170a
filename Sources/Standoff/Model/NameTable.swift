/// The distinct names of a file, each kept once: labels, roles, and ids that do not pack.
///
/// Names are told apart by their bytes; `é` in one code point and in two are two names.
package struct NameTable: Sendable {
  /// Where the bytes of a name stand, and how they begin.
  private struct Entry: BitwiseCopyable {
    /// The first eight bytes, with zeros after fewer.
    let head: UInt64
    /// The place of the first byte.
    let start: UInt32
    /// How many bytes there are.
    let count: UInt32

    /// The places of the bytes.
    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  private var names: [String] = []
  private var entries: [Entry] = []
  /// The bytes of all names.
  private var bytes: [UInt8] = []
  /// The names by their hashes, once there are more than a few.
  private var buckets: [UInt32] = []
  /// The names that were put in last, by their first bytes and how many they have: most lines name
  /// what one shortly before did.
  private var recent: [UInt32] = []

  /// So many names are gone through more quickly than one is hashed.
  private static var few: Int { 16 }

  /// Creates an empty table.
  package init() {}

  /// The name with this index.
  package subscript(index: UInt32) -> String { names[Int(index)] }

  /// The bytes of the name with this index.
  package func bytes(of index: UInt32) -> ArraySlice<UInt8> { bytes[entries[Int(index)].range] }

  /// How many names there are.
  package var count: Int { names.count }

  /// The index of the name in `source[range]`; `nil` where it was never put in.
  func index(of source: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
    if buckets.isEmpty { return indexAmongFew(source, range) }
    let found = buckets[bucket(of: source, range)]
    return found == .none ? nil : found
  }

  private func indexAmongFew(_ source: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
    let head = Self.head(of: source, range)
    for index in entries.indices where isName(index, source, range, head: head) {
      return UInt32(truncatingIfNeeded: index)
    }
    return nil
  }

  /// The index of `name`; `nil` where it was never put in.
  func index(of name: String) -> UInt32? {
    let source = name.utf8
    return index(of: source.span, 0..<source.count)
  }

  /// The index that the name with an index here has in another table; `nil` where it is not there.
  func index(of index: UInt32, in other: NameTable) -> UInt32? {
    other.index(of: bytes.span, entries[Int(index)].range)
  }

  /// Puts in a name of another table, where it is new, and tells its index.
  mutating func insert(_ index: UInt32, of other: NameTable) -> UInt32 {
    insert(other.bytes.span, other.entries[Int(index)].range)
  }

  /// Puts each name into another table, where it is new, and tells their indices there.
  func places(in table: inout NameTable) -> [UInt32] {
    (0..<UInt32(count)).map { index(of: $0, in: table) ?? table.insert($0, of: self) }
  }

  /// The indices of all names in the order of their bytes.
  package var order: [UInt32] {
    (0..<UInt32(count)).sorted { one, other in
      let (a, b) = (entries[Int(one)], entries[Int(other)])
      return a.head != b.head
        ? a.head.byteSwapped < b.head.byteSwapped : bytes[a.range].precedes(bytes[b.range])
    }
  }

  /// Puts in a name by its bytes, where it is new, and tells its index.
  package mutating func insert(_ name: [UInt8]) -> UInt32 { insert(name.span, name.indices) }

  /// Puts in the name in `source[range]`, where it is new, and tells its index.
  @inline(__always)
  mutating func insert(_ source: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    let (head, count) = (Self.head(of: source, range), range.count)
    // Multiplying by the golden ratio brings all bits of the head into the highest eight.
    let key = (head ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    let place = Int(truncatingIfNeeded: key >> 56)
    if place < recent.count {
      let index = Int(recent[place])
      if isName(index, source, range, head: head) { return UInt32(truncatingIfNeeded: index) }
    }
    return insertAny(source, range, recent: place)
  }

  /// Puts in a name that is not among the recent ones, and makes it one in that place.
  private mutating func insertAny(
    _ source: Span<UInt8>, _ range: Range<Int>, recent place: Int
  ) -> UInt32 {
    let index = self.index(of: source, range) ?? add(source, range)
    if recent.isEmpty { recent = Array(repeating: 0, count: 256) }
    recent[place] = index
    return index
  }

  /// Puts in a name that is new.
  private mutating func add(_ source: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    if names.isEmpty {
      // As many as most files have, so that these are not moved again and again.
      names.reserveCapacity(Self.few)
      entries.reserveCapacity(Self.few)
      bytes.reserveCapacity(8 * Self.few)
    }
    let index = UInt32(names.count)
    let entry = Entry(
      head: Self.head(of: source, range), start: UInt32(truncatingIfNeeded: bytes.count),
      count: UInt32(truncatingIfNeeded: range.count))
    for place in range { bytes.append(source[place]) }
    names.append(String(decoding: bytes[entry.range], as: UTF8.self))
    entries.append(entry)
    if names.count > Self.few, names.count * 2 > buckets.count {
      grow()
    } else if !buckets.isEmpty {
      buckets[bucket(of: source, range)] = index
    }
    return index
  }

  /// Where the name is, or where it would go; there are more than a few.
  @inline(__always)
  private func bucket(of source: Span<UInt8>, _ range: Range<Int>) -> Int {
    let head = Self.head(of: source, range)
    let hash = Self.hash(of: source, range, head: head)
    var bucket = Scattering.bucket(of: hash, among: buckets.count)
    while buckets[bucket] != .none {
      let index = Int(buckets[bucket])
      if isName(index, source, range, head: head) { return bucket }
      bucket = (bucket + 1) & (buckets.count - 1)
    }
    return bucket
  }

  @inline(__always)
  private static func head(of source: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    Words64.load(source, at: range.lowerBound, count: min(8, range.count))
  }

  @inline(__always)
  private static func hash(of source: Span<UInt8>, _ range: Range<Int>, head: UInt64) -> UInt64 {
    var hash = Scattering.mixed(head ^ UInt64(range.count))
    var start = range.lowerBound + 8
    while start < range.upperBound {
      let count = min(8, range.upperBound - start)
      hash = Scattering.mixed(hash ^ Words64.load(source, at: start, count: count))
      start += 8
    }
    return hash
  }

  /// Whether the name with this index is the one in `source[range]`, which begins with `head`.
  @inline(__always)
  private func isName(
    _ index: Int, _ source: Span<UInt8>, _ range: Range<Int>, head: UInt64
  ) -> Bool {
    let entry = entries[index]
    return entry.head == head && Int(entry.count) == range.count
      && (range.count <= 8 || holds(index, source, range))
  }

  /// Whether the name with this index, which has as many bytes, is the one in `source[range]`.
  private func holds(_ index: Int, _ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let own = bytes.span
    let start = Int(entries[index].start)
    var offset = 8
    while offset < range.count {
      let count = min(8, range.count - offset)
      let word = Words64.load(source, at: range.lowerBound + offset, count: count)
      guard word == Words64.load(own, at: start + offset, count: count) else { return false }
      offset += 8
    }
    return true
  }

  private mutating func grow() {
    buckets = Array(repeating: .none, count: max(4 * Self.few, buckets.count * 2))
    for index in names.indices {
      let range = entries[index].range
      let hash = Self.hash(of: bytes.span, range, head: entries[index].head)
      var bucket = Scattering.bucket(of: hash, among: buckets.count)
      while buckets[bucket] != .none { bucket = (bucket + 1) & (buckets.count - 1) }
      buckets[bucket] = UInt32(index)
    }
  }
}
