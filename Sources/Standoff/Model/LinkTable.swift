/// Which lines name which ids: attributes their target, relations their ends, events their trigger
/// and arguments, groups their members.
///
/// The links of a line are neighbours; those to one id are a list that runs both ways, so that
/// a line is taken out in the time its own links need.
struct LinkTable: Sendable {
  /// One id that a line names.
  struct Link: BitwiseCopyable, Sendable {
    /// The index of the id that is named.
    var target: UInt32
    /// The row of the line that names it.
    var owner: UInt32
    /// The index of the name of the role; ``Swift/UInt32/none`` where there is no role.
    var role: UInt32
    /// The neighbours in the list of links to the same id.
    fileprivate(set) var next = UInt32.none
    fileprivate(set) var previous = UInt32.none
  }

  private var links = Column<Link>()

  /// How many links there are, used or not.
  var count: Int { links.count }

  /// The link with this index.
  subscript(index: UInt32) -> Link { links[index] }

  /// Keeps a link, in no list yet.
  mutating func append(_ link: Link) { links.append(link) }

  /// Keeps a link at the head of the list of its target.
  mutating func append(_ link: Link, attachedIn ids: inout IDTable) {
    let index = UInt32(links.count)
    var link = link
    link.next = ids.exchangeHead(index, of: link.target)
    if link.next != .none { links[link.next].previous = index }
    links.append(link)
  }

  /// Puts a link at the head of the list of its target.
  mutating func attach(_ index: UInt32, in ids: inout IDTable) {
    let head = ids.head(of: links[index].target)
    links[index].next = head
    links[index].previous = .none
    if head != .none { links[head].previous = index }
    ids.setHead(index, of: links[index].target)
  }

  /// Takes a link out of the list of its target.
  mutating func detach(_ index: UInt32, from ids: inout IDTable) {
    let link = links[index]
    if link.next != .none { links[link.next].previous = link.previous }
    if link.previous != .none {
      links[link.previous].next = link.next
    } else if ids.head(of: link.target) == index {
      ids.setHead(link.next, of: link.target)
    }
    links[index].next = .none
    links[index].previous = .none
  }
}
