/// The order of lines in the file, apart from the rows that keep them.
///
/// Rows lie in chunks, so that a line is put in or taken out by moving some hundred neighbours, in
/// a file of a million lines too. Copies share the chunks that neither of them changes.
struct LineOrder: Sendable {
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
  init(rows: Int = 0) {
    for start in stride(from: 0, to: rows, by: Self.chunkSize) {
      let name = UInt32(chunks.count)
      let chunk = Array(UInt32(start)..<UInt32(Swift.min(start + Self.chunkSize, rows)))
      for _ in chunk { homes.append(name) }
      chunks.append(chunk)
      names.append(name)
      indices.append(name)
    }
    count = rows
  }

  /// The place of `row`; `nil` where it is not in the order.
  func position(of row: UInt32) -> Position? {
    guard row < homes.count, homes[row] != .none else { return nil }
    let chunk = Int(indices[Int(homes[row])])
    return chunks[chunk].firstIndex(of: row).map { Position(chunk: chunk, offset: $0) }
  }

  /// Whether `row` is in the order.
  func contains(_ row: UInt32) -> Bool { row < homes.count && homes[row] != .none }

  /// The row at a place.
  subscript(position: Position) -> UInt32 { chunks[position.chunk][position.offset] }

  /// The place after; `nil` at the end.
  func position(after position: Position) -> Position? {
    if position.offset + 1 < chunks[position.chunk].count {
      return Position(chunk: position.chunk, offset: position.offset + 1)
    }
    return position.chunk + 1 < chunks.count ? Position(chunk: position.chunk + 1, offset: 0) : nil
  }

  /// The row before `row`; `nil` at the start.
  func row(before row: UInt32) -> UInt32? {
    guard let position = position(of: row) else { return nil }
    if position.offset > 0 { return chunks[position.chunk][position.offset - 1] }
    return position.chunk > 0 ? chunks[position.chunk - 1].last : nil
  }

  /// The first line's place; `nil` in an empty file.
  var first: Position? { chunks.isEmpty ? nil : Position(chunk: 0, offset: 0) }

  /// The last line's row; `nil` in an empty file.
  var last: UInt32? { chunks.last?.last }

  /// The row of line `number`, counted from 0; `nil` past the end.
  ///
  /// Takes a step a chunk.
  func row(ofLine number: Int) -> UInt32? {
    guard number >= 0, number < count else { return nil }
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
    return chunks[..<position.chunk].reduce(position.offset) { $0 + $1.count }
  }

  /// Whether `left` stands before `right`; both are in the order.
  func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
    guard let a = position(of: left), let b = position(of: right) else { return false }
    return (a.chunk, a.offset) < (b.chunk, b.offset)
  }

  /// Puts a row that is new at the end.
  mutating func append(_ row: UInt32) {
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
  /// Walks the rows in the order of the file.
  func makeIterator() -> FlattenSequence<ArraySlice<[UInt32]>>.Iterator {
    rows(inChunks: 0..<chunks.count).makeIterator()
  }

  /// The rows of some chunks in order.
  func rows(inChunks range: Range<Int>) -> FlattenSequence<ArraySlice<[UInt32]>> {
    chunks[range].joined()
  }

  /// How many chunks there are.
  var chunkCount: Int { chunks.count }

  /// How many chunks two orders share at their start and, apart from those, at their end.
  func sharedChunks(with other: LineOrder) -> (prefix: Int, suffix: Int, rowsInPrefix: Int) {
    let prefix = zip(chunks, other.chunks).prefix { $0 == $1 }
    var (count, rows) = (0, 0)
    for (chunk, _) in prefix {
      count += 1
      rows += chunk.count
    }
    let most = Swift.min(chunks.count, other.chunks.count) - count
    var suffix = 0
    while suffix < most,
      chunks[chunks.count - 1 - suffix] == other.chunks[other.chunks.count - 1 - suffix]
    {
      suffix += 1
    }
    return (count, suffix, rows)
  }
}
