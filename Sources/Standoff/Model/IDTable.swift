/// Every id that a file defines or mentions, each with the line that has it and the links to it.
///
/// Most ids are a known letter and a number that is not large for the file; such an id is its own
/// place in a column, and nothing is searched for. The others are found by open addressing over
/// their packed form. An id is never a `String` here unless it is written in an unusual way.
struct IDTable: Sendable {
  /// What is known about an id: the row of the line that has it, and the first link to it.
  private struct Entry: BitwiseCopyable, Sendable {
    var row: UInt32
    var head = UInt32.none
  }

  /// The letters whose ids stand in columns, `TARE#NM` from the lowest byte on; the last family is
  /// that of all other ids.
  private static var letters: UInt64 { 0x4D_4E23_4552_4154 }
  private static var others: UInt32 { 7 }
  /// The family of a letter whose lowest four bits are such, four bits for each.
  private static var familiesOfLetters: UInt64 { 0x7567_7777_7730_4217 }
  /// How many low bits of an index are the number, or the place among the others.
  private static var numberBits: UInt32 { 29 }
  private static var numberMask: UInt32 { 1 << numberBits - 1 }
  /// The row of an id that lines name and none has.
  private static var unheld: UInt32 { .none - 1 }

  /// By letter, and of each by number; last come the others as they were met.
  private var families: [Column<Entry>]
  /// Numbers from here on are kept among the others.
  private let limit: UInt64
  /// How many ids are thought likely.
  private let likely: Int
  private var keys = Column<UInt64>()
  private var buckets = Column<UInt32>()
  private var irregular = NameTable()

  /// Creates a table for some number of ids; larger numbers than twice that are thought unusual, and
  /// so are those that ids have which are made from what a line says, for these lie anywhere.
  init(room: Int) {
    limit = min(UInt64(2 * room + 1024), StableID.lowest)
    likely = room
    families = Array(repeating: Column(), count: 8)
    // As many as lines of standoff files mostly are: two in three are annotations.
    families[0] = Column(room: room * 2 / 3)
    families[1] = Column(room: room / 4)
    families[2] = Column(room: room / 4)
  }

  /// Ends the reading of a file; from now on copies share what is there.
  mutating func seal() {
    for family in families.indices { families[family].seal() }
    keys.seal()
    buckets.seal()
  }

  /// The row of the line that has the id, or ``Swift/UInt32/none``.
  func row(of id: UInt32) -> UInt32 {
    let row = families[Self.family(id)][id & Self.numberMask].row
    return row == Self.unheld ? .none : row
  }

  /// Makes `row` the line that has the id.
  mutating func setRow(_ row: UInt32, of id: UInt32) {
    families[Self.family(id)][id & Self.numberMask].row = row == .none ? Self.unheld : row
  }

  /// Makes `row` the line that has the id in `bytes[range]`, unless another has it, which is told
  /// then; and the id's index.
  mutating func define(
    _ bytes: Span<UInt8>, _ range: Range<Int>, as row: UInt32
  ) -> (index: UInt32, isTaken: Bool) {
    define(pack(bytes, range), as: row)
  }

  /// The same for an id in 64 bits.
  mutating func define(_ packed: PackedID, as row: UInt32) -> (index: UInt32, isTaken: Bool) {
    if let index = index(ofUsual: packed) {
      let family = Self.family(index)
      // Most ids are the next of their family.
      if index & Self.numberMask == families[family].count {
        families[family].append(Entry(row: row))
        return (index, false)
      }
    }
    let index = insert(packed)
    let (family, number) = (Self.family(index), index & Self.numberMask)
    guard families[family][number].row >= Self.unheld else { return (index, true) }
    families[family][number].row = row
    return (index, false)
  }

  /// Makes `link` the first link to the id, and tells which was.
  mutating func exchangeHead(_ link: UInt32, of id: UInt32) -> UInt32 {
    let (family, number) = (Self.family(id), id & Self.numberMask)
    var entry = families[family][number]
    let head = entry.head
    entry.head = link
    families[family][number] = entry
    return head
  }

  /// The first link to the id, or ``Swift/UInt32/none``.
  func head(of id: UInt32) -> UInt32 { families[Self.family(id)][id & Self.numberMask].head }

  /// Makes `link` the first link to the id.
  mutating func setHead(_ link: UInt32, of id: UInt32) {
    families[Self.family(id)][id & Self.numberMask].head = link
  }

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
    if let index = index(ofUsual: packed) {
      let (family, number) = (Self.family(index), index & Self.numberMask)
      guard number < families[family].count, families[family][number].row != .none else {
        return nil
      }
      return index
    }
    guard buckets.count > 0 else { return nil }
    let found = buckets[bucket(of: packed.bits)]
    return found == .none ? nil : Self.others << Self.numberBits | found
  }

  /// Puts in the id in `bytes[range]`, where it is new, and tells its index.
  mutating func insert(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    insert(pack(bytes, range))
  }

  /// The id in `bytes[range]` in 64 bits; one that is not written the usual way is kept.
  private mutating func pack(_ bytes: Span<UInt8>, _ range: Range<Int>) -> PackedID {
    PackedID(bytes, range) ?? PackedID(irregular: irregular.insert(bytes, range))
  }

  /// Puts in an id in 64 bits, where it is new, and tells its index.
  mutating func insert(_ packed: PackedID) -> UInt32 {
    guard let index = index(ofUsual: packed) else { return insert(other: packed) }
    let (family, number) = (Self.family(index), index & Self.numberMask)
    let count = families[family].count
    if number == count {
      families[family].append(Entry(row: Self.unheld))
    } else if number > count {
      families[family].grow(to: Int(number), with: Entry(row: .none))
      families[family].append(Entry(row: Self.unheld))
    } else if families[family][number].row == .none {
      families[family][number].row = Self.unheld
    }
    return index
  }

  /// The id in 64 bits; one that is not written the usual way by its index here.
  func packed(_ index: UInt32) -> PackedID {
    let (family, number) = (Self.family(index), index & Self.numberMask)
    return family < Int(Self.others)
      ? PackedID(Self.letter(of: family), number: UInt64(number)) : PackedID(bits: keys[number])
  }

  /// The id as it is written.
  func written(_ index: UInt32) -> String {
    let (family, number) = (Self.family(index), index & Self.numberMask)
    if family < Int(Self.others) {
      return PackedID(Self.letter(of: family), number: UInt64(number)).description
    }
    let packed = PackedID(bits: keys[number])
    return packed.irregularIndex.map { irregular[$0] } ?? packed.description
  }

  private static func family(_ index: UInt32) -> Int { Int(index >> numberBits) }

  private static func letter(of family: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: letters >> UInt64(8 * family))
  }

  /// The index of an id that stands in a column, whether it was put in or not.
  @inline(__always)
  private func index(ofUsual packed: PackedID) -> UInt32? {
    let letter = packed.bits >> 56
    let family = Self.familiesOfLetters >> (4 * (letter & 15)) & 15
    // The second letter has to be 0.
    guard packed.number < limit, packed.bits >> 48 == (Self.letters >> (8 * family) & 0xFF) << 8,
      family < Self.others
    else { return nil }
    return UInt32(truncatingIfNeeded: family << UInt64(Self.numberBits) | packed.number)
  }

  private mutating func insert(other packed: PackedID) -> UInt32 {
    if buckets.count == 0 { grow() }
    var bucket = bucket(of: packed.bits)
    if buckets[bucket] != .none { return Self.others << Self.numberBits | buckets[bucket] }
    if keys.count * 4 >= buckets.count * 3 {
      grow()
      bucket = self.bucket(of: packed.bits)
    }
    let place = UInt32(keys.count)
    keys.append(packed.bits)
    families[Int(Self.others)].append(Entry(row: Self.unheld))
    buckets[bucket] = place
    return Self.others << Self.numberBits | place
  }

  /// Where the key is, or where it would go.
  private func bucket(of key: UInt64) -> Int {
    let mask = buckets.count - 1
    // Ids that follow one another share a cache line of the table.
    let line = Scattering.bucket(of: key >> 4, among: buckets.count >> 4)
    var bucket = line << 4 | Int(truncatingIfNeeded: key & 15)
    while true {
      let place = buckets[bucket]
      if place == .none || keys[place] == key { return bucket }
      bucket = (bucket + 1) & mask
    }
  }

  private mutating func grow() {
    let least = buckets.count > 0 ? 2 * buckets.count : max(64, likely / 4)
    let count = 1 << (Int.bitWidth - (least - 1).leadingZeroBitCount)
    buckets = Column(repeating: .none, count: count)
    for place in 0..<UInt32(keys.count) { buckets[bucket(of: keys[place])] = place }
    if keys.isSealed { buckets.seal() }
  }
}
