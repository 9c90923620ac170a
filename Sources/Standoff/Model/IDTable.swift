/// Every id that a file defines or mentions, each with the line that has it and the links to it.
///
/// Most ids are a known letter and a number that is not large for the file. Such ids stand in pages by
/// their number, and nothing is hashed or searched for; the index of an id is its place in the column
/// that all pages make up. The others are found by open addressing over their packed form. An id is
/// never a `String` here unless it is written in an unusual way.
struct IDTable: Sendable {
  /// A page of ids.
  private struct Page: BitwiseCopyable, Sendable {
    /// The number of the first id in it; the place among the others for those.
    var number: UInt32
    /// Where the first links to its ids begin; `none` where nothing names any of them.
    var heads = UInt32.none
    var family: UInt8
  }

  /// The letters whose ids stand in pages by their number, `TARE#NM` from the lowest byte on; the last
  /// family is that of all other ids.
  private static var letters: UInt64 { 0x4D_4E23_4552_4154 }
  private static var others: Int { 7 }
  /// The family of a letter whose lowest four bits are such, four bits for each.
  private static var familiesOfLetters: UInt64 { 0x7567_7777_7730_4217 }
  /// How many ids a page holds.
  private static var pageSize: UInt32 { 64 }
  /// The row of an id that lines name and none has.
  private static var unheld: UInt32 { .none - 1 }

  /// The row of the line that has each id, in the pages of all families one after the other.
  private var rows: Column<UInt32>
  /// The first link to each id, in pages likewise; most ids that are named are those of a few families.
  private var heads: Column<UInt32>
  private var pages: Column<Page>
  /// By family, and by the number of the first id in each page, where the page begins; `none` where
  /// there is no page.
  private var starts: [[UInt32]]
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
    // The last page of each usual family is mostly not full.
    rows = Column(room: room > 0 ? room + 3 * Int(Self.pageSize) : 0)
    heads = Column(room: room > 0 ? room * 2 / 3 + Int(Self.pageSize) : 0)
    pages = Column(room: room > 0 ? room / Int(Self.pageSize) + 4 : 0)
    starts = Array(repeating: [], count: Self.others + 1)
  }

  /// Ends the reading of a file; from now on copies share what is there.
  mutating func seal() {
    rows.seal()
    heads.seal()
    pages.seal()
    keys.seal()
    buckets.seal()
  }

  /// The row of the line that has the id, or ``Swift/UInt32/none``.
  @inline(__always)
  func row(of id: UInt32) -> UInt32 {
    let row = rows[id]
    return row == Self.unheld ? .none : row
  }

  /// Makes `row` the line that has the id.
  mutating func setRow(_ row: UInt32, of id: UInt32) {
    rows[id] = row == .none ? Self.unheld : row
  }

  /// Makes `row` the line that has the id in `bytes[range]`, unless another has it, which is told
  /// then; and the id's index.
  mutating func define(
    _ bytes: Span<UInt8>, _ range: Range<Int>, as row: UInt32
  ) -> (index: UInt32, isTaken: Bool) {
    define(pack(bytes, range), as: row)
  }

  /// The same for an id in 64 bits.
  @inline(__always)
  mutating func define(_ packed: PackedID, as row: UInt32) -> (index: UInt32, isTaken: Bool) {
    let index = place(of: packed)
    guard rows[index] >= Self.unheld else { return (index, true) }
    rows[index] = row
    return (index, false)
  }

  /// Makes `link` the first link to the id, and tells which was.
  @inline(__always)
  mutating func exchangeHead(_ link: UInt32, of id: UInt32) -> UInt32 {
    let place = placeOfHead(id)
    let head = heads[place]
    heads[place] = link
    return head
  }

  /// Where the first link to an id stands, for which there is room from now on.
  @inline(__always)
  private mutating func placeOfHead(_ id: UInt32) -> UInt32 {
    let page = pages[id / Self.pageSize].heads
    return (page == .none ? addHeads(id / Self.pageSize) : page) | id % Self.pageSize
  }

  /// Adds the first links to the ids of a page, which has none, and tells where they begin.
  private mutating func addHeads(_ page: UInt32) -> UInt32 {
    let start = UInt32(heads.count)
    heads.append(.none, times: Int(Self.pageSize))
    pages[page].heads = start
    return start
  }

  /// The first link to the id, or ``Swift/UInt32/none``.
  @inline(__always)
  func head(of id: UInt32) -> UInt32 {
    let page = pages[id / Self.pageSize].heads
    return page == .none ? .none : heads[page | id % Self.pageSize]
  }

  /// Makes `link` the first link to the id.
  mutating func setHead(_ link: UInt32, of id: UInt32) { heads[placeOfHead(id)] = link }

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
    guard let (family, number) = Self.usual(packed, below: limit) else {
      guard buckets.count > 0 else { return nil }
      let found = buckets[bucket(of: packed.bits)]
      return found == .none ? nil : start(Self.others, found).map { $0 | found % Self.pageSize }
    }
    guard let start = start(family, number) else { return nil }
    let index = start | number % Self.pageSize
    return rows[index] == .none ? nil : index
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
  @inline(__always)
  mutating func insert(_ packed: PackedID) -> UInt32 {
    let index = place(of: packed)
    if rows[index] == .none { rows[index] = Self.unheld }
    return index
  }

  /// The id in 64 bits; one that is not written the usual way by its index here.
  func packed(_ index: UInt32) -> PackedID {
    let page = pages[index / Self.pageSize]
    let number = page.number | index % Self.pageSize
    return page.family < Self.others
      ? PackedID(Self.letter(of: Int(page.family)), number: UInt64(number))
      : PackedID(bits: keys[number])
  }

  /// The id as it is written.
  func written(_ index: UInt32) -> String {
    let packed = packed(index)
    return packed.irregularIndex.map { irregular[$0] } ?? packed.description
  }

  private static func letter(of family: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: letters >> UInt64(8 * family))
  }

  /// The family and the number of an id that stands by its number, whether it was put in or not.
  @inline(__always)
  private static func usual(
    _ packed: PackedID, below limit: UInt64
  ) -> (family: Int, number: UInt32)? {
    let letter = packed.bits >> 56
    let family = familiesOfLetters >> (4 * (letter & 15)) & 15
    // The second letter has to be 0.
    guard packed.number < limit, packed.bits >> 48 == (letters >> (8 * family) & 0xFF) << 8,
      family < others
    else { return nil }
    return (Int(truncatingIfNeeded: family), UInt32(truncatingIfNeeded: packed.number))
  }

  /// Where the page of a number begins; `nil` where there is none.
  @inline(__always)
  private func start(_ family: Int, _ number: UInt32) -> UInt32? {
    let place = Int(number / Self.pageSize)
    guard place < starts[family].count else { return nil }
    let start = starts[family][place]
    return start == .none ? nil : start
  }

  /// The index of an id, for which there is room from now on.
  @inline(__always)
  private mutating func place(of packed: PackedID) -> UInt32 {
    guard let (family, number) = Self.usual(packed, below: limit) else {
      return place(ofOther: packed)
    }
    return (start(family, number) ?? addPage(family, number)) | number % Self.pageSize
  }

  /// Adds the page of a number, which has none, and tells where it begins.
  private mutating func addPage(_ family: Int, _ number: UInt32) -> UInt32 {
    let place = Int(number / Self.pageSize)
    while starts[family].count <= place { starts[family].append(.none) }
    let start = UInt32(rows.count)
    starts[family][place] = start
    pages.append(Page(number: number - number % Self.pageSize, family: UInt8(family)))
    rows.append(.none, times: Int(Self.pageSize))
    return start
  }

  private mutating func place(ofOther packed: PackedID) -> UInt32 {
    if buckets.count == 0 { grow() }
    var bucket = bucket(of: packed.bits)
    var number = buckets[bucket]
    if number == .none {
      if keys.count * 4 >= buckets.count * 3 {
        grow()
        bucket = self.bucket(of: packed.bits)
      }
      number = UInt32(keys.count)
      keys.append(packed.bits)
      buckets[bucket] = number
    }
    return (start(Self.others, number) ?? addPage(Self.others, number)) | number % Self.pageSize
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
    // Where the file began with usual ids, few of the others are to come.
    let first = rows.count < likely / 4 ? max(64, likely / 4) : 64
    let least = buckets.count > 0 ? 2 * buckets.count : first
    let count = 1 << (Int.bitWidth - (least - 1).leadingZeroBitCount)
    buckets = Column(repeating: .none, count: count)
    for place in 0..<UInt32(keys.count) { buckets[bucket(of: keys[place])] = place }
    if keys.isSealed { buckets.seal() }
  }
}
