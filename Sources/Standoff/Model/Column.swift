/// One field of every line: what was read in one array, what was changed since in pages beside it.
///
/// An edit works on a copy of an annotation set. Copies share the array, and a write copies one page
/// of some thousand elements, so that one act costs the same in a short file and in a long one.
struct Column<Element: Sendable & BitwiseCopyable>: Sendable {
  /// The elements that were there when the column was ``seal()``ed; all of them until then.
  private var base: [Element] = []
  private(set) var isSealed = false
  /// The pages of ``base`` that were written to since, each in its place among empty ones; none at
  /// all until one was.
  private var changed: [[Element]] = []
  /// The pages that were added since and are full.
  private var pages: [[Element]] = []
  /// The page that grows.
  private var last: [Element] = []

  private static var pageBits: Int { 12 }
  private static var pageSize: Int { 1 << pageBits }
  private static var pageMask: Int { pageSize - 1 }

  /// Creates an empty column, with room for as many elements as are thought likely.
  init(room: Int = 0) {
    base.reserveCapacity(room)
    // The rest may stay empty, and a large page that is touched is all in use.
    LargePages.ask(for: &base, upTo: room / 2)
  }

  /// Creates a column of `count` times `element`.
  init(repeating element: Element, count: Int) {
    base = Array(repeating: element, count: count)
  }

  /// Ends the time in which the column is written to in place; from now on copies share what is there.
  mutating func seal() { isSealed = true }

  /// Adds `element` some times.
  mutating func append(_ element: Element, times: Int) {
    guard isSealed else { return base.append(contentsOf: repeatElement(element, count: times)) }
    for _ in 0..<times { add(element) }
  }

  /// How many elements there are.
  var count: Int {
    isSealed ? base.count + pages.count << Self.pageBits + last.count : base.count
  }

  /// The element at `index`, which is below `count`.
  subscript(index: Int) -> Element {
    @inline(__always) get {
      index < base.count && changed.isEmpty ? base[index] : changedElement(at: index)
    }
    @inline(__always) set {
      if isSealed { change(index, to: newValue) } else { base[index] = newValue }
    }
  }

  /// The element at `index`, which is below `count`.
  subscript(index: UInt32) -> Element {
    @inline(__always) get { self[Int(index)] }
    @inline(__always) set { self[Int(index)] = newValue }
  }

  /// Adds an element at the end.
  @inline(__always)
  mutating func append(_ element: Element) {
    if isSealed { add(element) } else { base.append(element) }
  }

  private func changedElement(at index: Int) -> Element {
    guard index >= base.count else {
      let page = changed[index >> Self.pageBits]
      return page.isEmpty ? base[index] : page[index & Self.pageMask]
    }
    let place = index - base.count
    let page = place >> Self.pageBits
    return page < pages.count ? pages[page][place & Self.pageMask] : last[place & Self.pageMask]
  }

  private mutating func change(_ index: Int, to element: Element) {
    guard index < base.count else {
      let place = index - base.count
      let page = place >> Self.pageBits
      if page < pages.count {
        pages[page][place & Self.pageMask] = element
      } else {
        last[place & Self.pageMask] = element
      }
      return
    }
    let page = index >> Self.pageBits
    if changed.isEmpty {
      changed = Array(repeating: [], count: (base.count + Self.pageMask) >> Self.pageBits)
    }
    if changed[page].isEmpty {
      let start = page << Self.pageBits
      changed[page] = Array(base[start..<min(start + Self.pageSize, base.count)])
    }
    changed[page][index & Self.pageMask] = element
  }

  private mutating func add(_ element: Element) {
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
