/// The order of lines in the file, apart from the rows that keep them.
///
/// Rows lie in chunks, so that a line is put in or taken out by moving some hundred neighbours, in
/// a file of a million lines too. Copies share the chunks that neither of them changes. The chunks are
/// made with the first change: until then rows stand as they came.
struct LineOrder: Sendable {
  /// Whether the rows stand as they came, from 0 on, and there are no chunks.
  private(set) var isAsRead = true
  private var chunks: [[UInt32]] = []
  /// The name of each chunk, which it keeps while others come and go.
  private var names: [UInt32] = []
  /// Where among the chunks the chunk with a name is.
  private var indices: [UInt32] = []
  /// The name of the chunk that a row is in; ``Swift/UInt32/none`` for a row in no chunk.
  private var homes = Column<UInt32>()
  /// How many lines there are.
  private(set) var count = 0

  private static let chunkSize = 512

  /// A place in the order.
  struct Position: Hashable {
    fileprivate var chunk: Int
    fileprivate var offset: Int
  }

  /// Creates the order of rows that stand as they came.
  init(rows: Int = 0) { count = rows }

  /// The same order in chunks.
  private var inChunks: LineOrder {
    guard isAsRead else { return self }
    var order = LineOrder()
    order.isAsRead = false
    for start in stride(from: 0, to: count, by: Self.chunkSize) {
      let name = UInt32(order.chunks.count)
      let chunk = Array(UInt32(start)..<UInt32(Swift.min(start + Self.chunkSize, count)))
      for _ in chunk { order.homes.append(name) }
      order.chunks.append(chunk)
      order.names.append(name)
      order.indices.append(name)
    }
    order.homes.seal()
    order.count = count
    return order
  }

  /// The place of `row`; `nil` where it is not in the order.
  func position(of row: UInt32) -> Position? {
    if isAsRead { return row < count ? Position(chunk: 0, offset: Int(row)) : nil }
    guard row < homes.count, homes[row] != .none else { return nil }
    let chunk = Int(indices[Int(homes[row])])
    return chunks[chunk].firstIndex(of: row).map { Position(chunk: chunk, offset: $0) }
  }

  /// Whether `row` is in the order.
  func contains(_ row: UInt32) -> Bool {
    isAsRead ? row < count : row < homes.count && homes[row] != .none
  }

  /// The row at a place.
  subscript(position: Position) -> UInt32 {
    isAsRead ? UInt32(position.offset) : chunks[position.chunk][position.offset]
  }

  /// The place after; `nil` at the end.
  func position(after position: Position) -> Position? {
    if isAsRead {
      return position.offset + 1 < count ? Position(chunk: 0, offset: position.offset + 1) : nil
    }
    if position.offset + 1 < chunks[position.chunk].count {
      return Position(chunk: position.chunk, offset: position.offset + 1)
    }
    return position.chunk + 1 < chunks.count ? Position(chunk: position.chunk + 1, offset: 0) : nil
  }

  /// The row before `row`; `nil` at the start.
  func row(before row: UInt32) -> UInt32? {
    guard let position = position(of: row) else { return nil }
    if isAsRead { return row > 0 ? row - 1 : nil }
    if position.offset > 0 { return chunks[position.chunk][position.offset - 1] }
    return position.chunk > 0 ? chunks[position.chunk - 1].last : nil
  }

  /// The first line's place; `nil` in an empty file.
  var first: Position? { count == 0 ? nil : Position(chunk: 0, offset: 0) }

  /// The last line's row; `nil` in an empty file.
  var last: UInt32? { isAsRead ? (count > 0 ? UInt32(count - 1) : nil) : chunks.last?.last }

  /// The row of line `number`, counted from 0; `nil` past the end.
  ///
  /// Takes a step a chunk.
  func row(ofLine number: Int) -> UInt32? {
    guard number >= 0, number < count else { return nil }
    if isAsRead { return UInt32(number) }
    var left = number
    for chunk in chunks {
      if left < chunk.count { return chunk[left] }
      left -= chunk.count
    }
    return nil
  }

  /// The line number of `row`, counted from 0.
  ///
  /// Takes a step a chunk.
  func line(of row: UInt32) -> Int? {
    guard let position = position(of: row) else { return nil }
    if isAsRead { return position.offset }
    return chunks[..<position.chunk].reduce(position.offset) { $0 + $1.count }
  }

  /// Whether `left` stands before `right`; both are in the order.
  func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
    guard let a = position(of: left), let b = position(of: right) else { return false }
    return (a.chunk, a.offset) < (b.chunk, b.offset)
  }

  /// Puts a row that is new at the end.
  mutating func append(_ row: UInt32) {
    self = inChunks
    if let last = chunks.indices.last, chunks[last].count < Self.chunkSize {
      chunks[last].append(row)
    } else {
      names.append(UInt32(indices.count))
      indices.append(UInt32(chunks.count))
      chunks.append([row])
    }
    settle(row, in: names[names.count - 1])
    count += 1
  }

  /// Puts `row` after another; at the start where that is `nil`.
  mutating func insert(_ row: UInt32, after other: UInt32?) {
    self = inChunks
    guard let first else { return append(row) }
    var place = first
    if let other {
      guard let position = position(of: other) else { return append(row) }
      place = Position(chunk: position.chunk, offset: position.offset + 1)
    }
    chunks[place.chunk].insert(row, at: place.offset)
    settle(row, in: names[place.chunk])
    count += 1
    if chunks[place.chunk].count > 2 * Self.chunkSize { split(place.chunk) }
  }

  /// Takes `row` out.
  mutating func remove(_ row: UInt32) {
    self = inChunks
    guard let position = position(of: row) else { return }
    chunks[position.chunk].remove(at: position.offset)
    homes[row] = .none
    count -= 1
    if chunks[position.chunk].isEmpty {
      chunks.remove(at: position.chunk)
      names.remove(at: position.chunk)
      number(from: position.chunk)
    }
  }

  /// Puts `new` where `old` is.
  mutating func replace(_ old: UInt32, with new: UInt32) {
    self = inChunks
    guard let position = position(of: old) else { return }
    chunks[position.chunk][position.offset] = new
    homes[old] = .none
    settle(new, in: names[position.chunk])
  }

  private mutating func settle(_ row: UInt32, in name: UInt32) {
    while homes.count < row { homes.append(.none) }
    if homes.count == row { homes.append(name) } else { homes[row] = name }
  }

  private mutating func split(_ index: Int) {
    let half = Array(chunks[index][Self.chunkSize...])
    chunks[index].removeSubrange(Self.chunkSize...)
    let name = UInt32(indices.count)
    chunks.insert(half, at: index + 1)
    names.insert(name, at: index + 1)
    indices.append(0)
    for row in half { homes[row] = name }
    number(from: index + 1)
  }

  private mutating func number(from index: Int) {
    for index in index..<chunks.count { indices[Int(names[index])] = UInt32(index) }
  }
}

extension LineOrder: Sequence {
  /// Where a walk has got to.
  struct Iterator: IteratorProtocol {
    /// What is left of an order as read.
    fileprivate var place: UInt32
    fileprivate let end: UInt32
    fileprivate var chunks: FlattenSequence<[[UInt32]]>.Iterator

    /// The next row; `nil` at the end.
    @inline(__always)
    mutating func next() -> UInt32? {
      guard place < end else { return chunks.next() }
      place += 1
      return place - 1
    }
  }

  /// Walks the rows in the order of the file.
  func makeIterator() -> Iterator {
    Iterator(place: 0, end: isAsRead ? UInt32(count) : 0, chunks: chunks.joined().makeIterator())
  }

  /// The rows of some chunks in order.
  func rows(inChunks range: Range<Int>) -> FlattenSequence<ArraySlice<[UInt32]>> {
    inChunks.chunks[range].joined()
  }

  /// How many chunks there are.
  var chunkCount: Int {
    isAsRead ? (count + Self.chunkSize - 1) / Self.chunkSize : chunks.count
  }

  /// How many chunks two orders share at their start and, apart from those, at their end.
  func sharedChunks(with other: LineOrder) -> (prefix: Int, suffix: Int, rowsInPrefix: Int) {
    let (chunks, others) = (inChunks.chunks, other.inChunks.chunks)
    let prefix = zip(chunks, others).prefix { $0 == $1 }
    var (count, rows) = (0, 0)
    for (chunk, _) in prefix {
      count += 1
      rows += chunk.count
    }
    let most = Swift.min(chunks.count, others.count) - count
    var suffix = 0
    while suffix < most,
      chunks[chunks.count - 1 - suffix] == others[others.count - 1 - suffix]
    {
      suffix += 1
    }
    return (count, suffix, rows)
  }
}
