/// One field of every line, in pages that copies share until one of them writes.
///
/// An edit works on a copy of an annotation set. With pages such a copy costs a reference for every
/// few thousand lines, and a write copies one page, so that one act costs the same in a short file
/// and in a long one.
struct Column<Element: Sendable & BitwiseCopyable>: Sendable {
  /// The pages that are full.
  private var pages: [[Element]] = []
  /// The page that grows, which stays as small as a small file.
  private var last: [Element] = []

  private static var pageBits: Int { 12 }
  /// How many elements a page has.
  static var pageSize: Int { 1 << pageBits }
  private static var pageMask: Int { pageSize - 1 }

  /// Creates an empty column.
  init() {}

  /// Creates a column of `count` times `element`.
  init(repeating element: Element, count: Int) {
    let page = Array(repeating: element, count: Self.pageSize)
    pages = Array(repeating: page, count: count >> Self.pageBits)
    last = Array(repeating: element, count: count & Self.pageMask)
  }

  /// Adds elements at the end.
  mutating func append(contentsOf elements: [Element]) {
    guard last.isEmpty, elements.count <= Self.pageSize else {
      for element in elements { append(element) }
      return
    }
    if elements.count == Self.pageSize { pages.append(elements) } else { last = elements }
  }

  /// Adds `element` until there are `count`; pages of it alone are one and the same.
  mutating func grow(to count: Int, with element: Element) {
    while self.count < count, !last.isEmpty { append(element) }
    if count - self.count >= Self.pageSize {
      let page = Array(repeating: element, count: Self.pageSize)
      while count - self.count >= Self.pageSize { pages.append(page) }
    }
    while self.count < count { append(element) }
  }

  /// How many elements there are.
  var count: Int { pages.count << Self.pageBits + last.count }

  /// The element at `index`, which is below `count`.
  subscript(index: Int) -> Element {
    get {
      let page = index >> Self.pageBits
      return page < pages.count ? pages[page][index & Self.pageMask] : last[index & Self.pageMask]
    }
    set {
      let page = index >> Self.pageBits
      if page < pages.count {
        pages[page][index & Self.pageMask] = newValue
      } else {
        last[index & Self.pageMask] = newValue
      }
    }
  }

  /// The element at `index`, which is below `count`.
  subscript(index: UInt32) -> Element {
    get { self[Int(index)] }
    set { self[Int(index)] = newValue }
  }

  /// Adds an element at the end.
  mutating func append(_ element: Element) {
    last.append(element)
    guard last.count == Self.pageSize else { return }
    pages.append(last)
    last = []
    last.reserveCapacity(Self.pageSize)
  }
}

extension UInt32 {
  /// What stands in a column where there is no row to name.
  static var none: UInt32 { .max }
}
