/// Every id that a file defines or mentions, each with the line that has it and the links to it.
///
/// Ids are found by open addressing over their packed form; an id is never a `String` here unless
/// it is written in an unusual way.
struct IDTable: Sendable {
  private var keys = Column<UInt64>()
  private var rows = Column<UInt32>()
  private var heads = Column<UInt32>()
  private var buckets: Column<UInt32>
  private var irregular = NameTable()

  /// Creates a table in which some number of ids will have room.
  init(room: Int) {
    var count = 64
    while count < room * 4 / 3 { count *= 2 }
    buckets = Column(repeating: .none, count: count)
  }

  /// The row of the line that has the id, or ``Swift/UInt32/none``.
  func row(of id: UInt32) -> UInt32 { rows[id] }

  /// Makes `row` the line that has the id.
  mutating func setRow(_ row: UInt32, of id: UInt32) { rows[id] = row }

  /// The first link to the id, or ``Swift/UInt32/none``.
  func head(of id: UInt32) -> UInt32 { heads[id] }

  /// Makes `link` the first link to the id.
  mutating func setHead(_ link: UInt32, of id: UInt32) { heads[id] = link }

  /// The index of the id in `bytes[range]`; `nil` where no line defines or mentions it.
  func find(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
    if let packed = PackedID(bytes, range) { return find(packed) }
    return irregular.index(of: bytes, range).flatMap { find(PackedID(irregular: $0)) }
  }

  /// The index of an id; `nil` where no line defines or mentions it.
  func find(_ id: AnnotationID) -> UInt32? {
    let bytes = id.description.utf8
    return find(bytes.span, 0..<bytes.count)
  }

  /// The index of an id; `nil` where no line defines or mentions it.
  func find(_ packed: PackedID) -> UInt32? {
    let found = buckets[bucket(of: packed.bits)]
    return found == .none ? nil : found
  }

  /// Puts in the id in `bytes[range]`, where it is new, and tells its index.
  mutating func insert(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    let packed = PackedID(bytes, range) ?? PackedID(irregular: irregular.insert(bytes, range))
    var bucket = bucket(of: packed.bits)
    if buckets[bucket] != .none { return buckets[bucket] }
    if keys.count * 4 >= buckets.count * 3 {
      grow()
      bucket = self.bucket(of: packed.bits)
    }
    let index = UInt32(keys.count)
    keys.append(packed.bits)
    rows.append(.none)
    heads.append(.none)
    buckets[bucket] = index
    return index
  }

  /// The id as it is written.
  func written(_ index: UInt32) -> String {
    let packed = PackedID(bits: keys[index])
    return packed.irregularIndex.map { irregular[$0] } ?? packed.description
  }

  /// Where the key is, or where it would go.
  private func bucket(of key: UInt64) -> Int {
    let mask = buckets.count - 1
    // Ids that follow one another share a cache line of the table.
    let line = Scattering.bucket(of: key >> 4, among: buckets.count >> 4)
    var bucket = line << 4 | Int(truncatingIfNeeded: key & 15)
    while true {
      let index = buckets[bucket]
      if index == .none || keys[index] == key { return bucket }
      bucket = (bucket + 1) & mask
    }
  }

  private mutating func grow() {
    buckets = Column(repeating: .none, count: buckets.count * 2)
    for index in 0..<UInt32(keys.count) { buckets[bucket(of: keys[index])] = index }
  }
}
