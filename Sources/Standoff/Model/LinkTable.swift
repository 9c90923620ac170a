/// Which lines name which ids: attributes their target, relations their ends, events their trigger
/// and arguments, groups their members.
///
/// The links of a line are neighbours; those to one id are a list. So that a line is taken out in the
/// time its own links need, the list runs both ways once a line was.
struct LinkTable: Sendable {
  /// One id that a line names.
  struct Link: Sendable {
    /// The index of the id that is named.
    var target: UInt32
    /// The row of the line that names it.
    var owner: UInt32
    /// The index of the name of the role; ``Swift/UInt32/none`` where there is no role.
    var role: UInt32
    /// The next in the list of links to the same id.
    fileprivate(set) var next = UInt32.none
  }

  /// What is kept of a link apart from its role.
  private struct Entry: BitwiseCopyable, Sendable {
    var target: UInt32
    var owner: UInt32
    var next: UInt32
  }

  private var links: Column<Entry>
  /// The index of the name of each link's role, where 16 bits hold it, which are most of the links.
  private var roles: Column<UInt16>
  /// The others.
  private var wideRoles: [UInt32: UInt32] = [:]
  /// The link before each in its list, once ``runsBothWays``; files that are only read never need it.
  private var previous = Column<UInt32>()
  private var runsBothWays = false

  /// Creates an empty table with room for as many links as are thought likely.
  init(room: Int = 0) {
    links = Column(room: room)
    roles = Column(room: room)
  }

  /// Ends the reading of a file; from now on copies share what is there.
  mutating func seal() {
    links.seal()
    roles.seal()
  }

  /// How many links there are, used or not.
  var count: Int { links.count }

  /// The link with this index.
  @inline(__always)
  subscript(index: UInt32) -> Link {
    let link = links[index]
    let role = roles[index]
    return Link(
      target: link.target, owner: link.owner,
      role: role < Self.unnamed ? UInt32(role) : wideRole(role, index), next: link.next)
  }

  private static var unnamed: UInt16 { .max - 1 }

  private func wideRole(_ role: UInt16, _ index: UInt32) -> UInt32 {
    role == Self.unnamed ? .none : wideRoles[index] ?? .none
  }

  /// Keeps a link, in no list yet.
  @inline(__always)
  mutating func append(_ link: Link) {
    if link.role == .none || link.role < Self.unnamed {
      roles.append(link.role == .none ? Self.unnamed : UInt16(truncatingIfNeeded: link.role))
    } else {
      wideRoles[UInt32(links.count)] = link.role
      roles.append(.max)
    }
    links.append(Entry(target: link.target, owner: link.owner, next: link.next))
    if runsBothWays { previous.append(.none) }
  }

  /// Keeps a link at the head of the list of its target.
  mutating func append(_ link: Link, attachedIn ids: inout IDTable) {
    let index = UInt32(links.count)
    var link = link
    link.next = ids.exchangeHead(index, of: link.target)
    append(link)
    if runsBothWays, link.next != .none { previous[link.next] = index }
  }

  /// Puts a link at the head of the list of its target.
  mutating func attach(_ index: UInt32, in ids: inout IDTable) {
    let next = ids.exchangeHead(index, of: links[index].target)
    links[index].next = next
    guard runsBothWays else { return }
    previous[index] = .none
    if next != .none { previous[next] = index }
  }

  /// Takes a link out of the list of its target.
  mutating func detach(_ index: UInt32, from ids: inout IDTable) {
    runBothWays()
    let link = links[index]
    let before = previous[index]
    if link.next != .none { previous[link.next] = before }
    if before != .none {
      links[before].next = link.next
    } else if ids.head(of: link.target) == index {
      ids.setHead(link.next, of: link.target)
    }
    links[index].next = .none
    previous[index] = .none
  }

  /// Notes for every link which one comes before it.
  private mutating func runBothWays() {
    guard !runsBothWays else { return }
    runsBothWays = true
    previous = Column(repeating: .none, count: links.count)
    for index in 0..<UInt32(links.count) where links[index].next != .none {
      previous[links[index].next] = index
    }
    previous.seal()
  }
}
