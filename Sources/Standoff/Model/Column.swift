/// One field of every line, in pages that copies share until one of them writes.
///
/// An edit works on a copy of an annotation set. With pages such a copy costs a reference for every
/// few thousand lines, and a write copies one page, so that one act costs the same in a short file
/// and in a long one.
struct Column<Element: Sendable & BitwiseCopyable>: Sendable {
  private var pages: [[Element]] = []
  /// How many elements there are.
  private(set) var count = 0

  private static var pageBits: Int { 12 }
  private static var pageSize: Int { 1 << pageBits }
  private static var pageMask: Int { pageSize - 1 }

  /// Creates an empty column.
  init() {}

  /// Creates a column of `count` times `element`.
  init(repeating element: Element, count: Int) {
    var left = count
    while left > 0 {
      let size = min(left, Self.pageSize)
      pages.append(Array(repeating: element, count: size))
      left -= size
    }
    self.count = max(count, 0)
  }

  /// The element at `index`, which is below `count`.
  subscript(index: Int) -> Element {
    get { pages[index >> Self.pageBits][index & Self.pageMask] }
    set { pages[index >> Self.pageBits][index & Self.pageMask] = newValue }
  }

  /// The element at `index`, which is below `count`.
  subscript(index: UInt32) -> Element {
    get { self[Int(index)] }
    set { self[Int(index)] = newValue }
  }

  /// Adds an element at the end.
  mutating func append(_ element: Element) {
    if count & Self.pageMask == 0 {
      var page: [Element] = []
      // The first page stays as small as a small file.
      if count > 0 { page.reserveCapacity(Self.pageSize) }
      pages.append(page)
    }
    pages[count >> Self.pageBits].append(element)
    count += 1
  }
}
