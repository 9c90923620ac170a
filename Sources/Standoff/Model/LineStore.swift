/// The lines of a standoff file in columns, with everything that is looked up about them.
///
/// Rows are given out in order of arrival; ``order`` has their order in the file. A line that is
/// taken out leaves its row behind, until the whole is built anew. The columns are written to by the
/// extensions in this folder and by ``StandoffReading`` alone.
struct LineStore: Sendable {
  var arena: Arena
  var rows: Column<LineRow>
  var wideRows = Column<WideRow>()
  var pieces = Column<StandoffLine.Piece>()
  var names = NameTable()
  /// The indices of the names `Arg1` and `Arg2`, once a relation of a usual shape has come.
  var usualRoles = (first: UInt32.none, second: UInt32.none)
  /// The values of attributes, as far as rows tell them.
  var values = NameTable()
  var idTable: IDTable
  var links: LinkTable
  /// The index of the attribute's name that makes annotations those of the whole article; `nil` where
  /// the file has none, and then no annotation need be asked.
  private(set) var scopeName: UInt32?
  var order = LineOrder()
  var text = TextOrder()
  var problems: [UInt32: LineProblem] = [:]
  /// The rows that have an id which an earlier line has taken.
  var rivals: [UInt32: [UInt32]] = [:]
  /// Why nothing of the file was read, where nothing was.
  private(set) var refusal: LineProblem?

  /// Whether a line may end in CR LF, and whether one may be an event: once one was.
  var mayHaveCarriageReturns = false
  var mayHaveEvents = false

  /// How many rows and bytes belong to lines that were taken out.
  var (goneRows, goneBytes) = (0, 0)

  /// How many bytes the file has.
  var liveBytes: Int { arena.count - goneBytes }

  /// How many rows were ever given out.
  var rowCount: Int { rows.count }

  /// How many bytes a line has.
  @inline(__always)
  func length(of row: UInt32) -> UInt32 { arena.length(at: row, rows) }

  /// Reads the lines of a file on an article.
  init(parsing bytes: [UInt8], of article: Article) {
    guard bytes.count <= Arena.limit else {
      self.init(of: bytes, likely: 0)
      refusal = LineProblem(kind: .tooLarge, byte: 0)
      return
    }
    let likely = StandoffReading.likelyLines(in: bytes)
    self.init(of: bytes, likely: likely)
    var reading = StandoffReading(on: article)
    reading.read(bytes, on: article, likely: likely, into: &self)
  }

  /// Begins with no line of a file; as many as are thought likely have room.
  init(of bytes: [UInt8], likely count: Int) {
    arena = Arena(bytes)
    rows = Column(room: count)
    idTable = IDTable(room: count)
    links = LinkTable(room: count > 0 ? count / 2 + 32 : 0)
  }

  /// Ends the reading of a file; from now on copies share what is there.
  mutating func seal() {
    rows.seal()
    wideRows.seal()
    pieces.seal()
    idTable.seal()
    links.seal()
    findScopeName()
  }

  /// Looks up the name that makes annotations those of the whole article.
  mutating func findScopeName() { scopeName = names.index(of: Annotation.scopeName) }

  /// Builds everything anew once most of what is kept is gone; rows are numbered anew then.
  mutating func compact(on article: Article) {
    guard goneRows > max(4096, order.count) || goneBytes > max(1 << 20, arena.count / 2) else {
      return
    }
    self = LineStore(parsing: encoded(), of: article)
  }

  /// The bytes of the file.
  func encoded() -> [UInt8] {
    if refusal != nil || isAsRead { return arena.base }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(liveBytes)
    for row in order { bytes += self.bytes(of: row) }
    return bytes
  }

  /// Whether nothing was put in, taken out or moved since the file was read.
  private var isAsRead: Bool { order.isAsRead && order.count == rowCount && arena.isAsRead }

  /// Whether every line with an id is used, for no two have one and the same.
  var idsAreUnique: Bool { rivals.isEmpty }

  /// Whether the line can be found by its id and counts in queries.
  func isUsed(_ row: UInt32) -> Bool {
    if rivals.isEmpty, order.isAsRead { return kind(of: row) == .group || hasID(row) }
    let id = idIndex(of: row)
    return id == .none ? kind(of: row) == .group : idTable.row(of: id) == row
  }
}
