/// The bytes of every line there is or was: the file as it was read, and what edits added.
///
/// The file itself is never copied or changed. Added lines go to pages of bounded size, so that a
/// copy of the set that writes copies little.
struct Arena: Sendable {
  private var pages: [[UInt8]]
  private var starts: [UInt32] = [0]
  private(set) var count: Int

  private static let pageSize = 1 << 16
  /// How many bytes fit; a row holds its place in 32 bits.
  static let limit = Int(UInt32.max >> 1)

  /// Starts with the bytes of a file, at most ``limit``.
  init(_ base: [UInt8] = []) {
    pages = [base]
    count = base.count
  }

  /// Whether nothing was added to the file as it was read.
  var isAsRead: Bool { pages.count == 1 }

  /// The file as it was read.
  var base: [UInt8] { pages[0] }

  /// The page that holds the byte at `offset`, and where in the page that is.
  private func place(of offset: UInt32) -> (page: Int, offset: Int) {
    if pages.count == 1 || offset < starts[1] { return (0, Int(offset)) }
    var (low, high) = (1, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return (low, Int(offset - starts[low]))
  }

  /// The `length` bytes from `offset`, which were put in together.
  func slice(_ offset: UInt32, _ length: UInt32) -> ArraySlice<UInt8> {
    let (page, start) = place(of: offset)
    return pages[page][start..<start + Int(length)]
  }

  /// How many bytes the line in a row has: it ends where that of the next row begins, for bytes and
  /// rows are added together.
  @inline(__always)
  func length(at row: UInt32, _ rows: Column<LineRow>) -> UInt32 {
    let next = Int(row) + 1
    return (next < rows.count ? rows[next].offset : UInt32(count)) - rows[row].offset
  }

  /// The line in a row.
  func line(at row: UInt32, _ rows: Column<LineRow>) -> ArraySlice<UInt8> {
    slice(rows[row].offset, length(at: row, rows))
  }

  /// Puts `bytes` in and tells where; `nil` when there is no room for so many.
  mutating func append(_ bytes: [UInt8]) -> UInt32? {
    guard bytes.count <= Self.limit, count <= 2 * Self.limit - bytes.count else { return nil }
    let offset = UInt32(count)
    let last = pages.count - 1
    if last == 0 || pages[last].count + bytes.count > Self.pageSize {
      pages.append(bytes)
      starts.append(offset)
    } else {
      pages[last] += bytes
    }
    count += bytes.count
    return offset
  }
}
