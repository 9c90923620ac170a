import TestSupport
import Testing

@testable import Standoff

/// A line of a usual shape says what the grammar says.
@Suite struct UsualLineTests {
  private static let fields: [[String]] = [
    ["T1", "T01", "T12345678", "T123456789", "T", "TX1", "T1a", "A1", "\u{FEFF}T1", "T-1"],
    ["\t", "\t", "\t", "\t", " ", ""],
    ["Claim", "Réclame", "a:b", "X", "", "Cl\taim", "Claim "],
    [" ", " ", " ", "\t", "  ", ""],
    ["0", "12", "1234567", "12345678", "123456789", "007", "+4", "x", "", "-3"],
    [" ", " ", " ", "\t", "", "  "],
    ["12", "19", "12345678", "4294967294", "99999999999", "12;14 19", "x", "", "9 "],
    ["\t", "\t", "\t", "", " ", "\t\t"],
    ["words", "“서울의”", "", "a\tb", "x", "a longer stretch of words"],
    ["\n", "\n", "\n", "\r\n", "", "\r"],
  ]

  @Test(arguments: 0..<300 as Range<UInt64>) func spansSayTheSame(number: UInt64) {
    var seed = Seed(number)
    var usualCount = 0
    for _ in 0..<40 {
      // Usual but for one or two fields.
      var text = ""
      let odd = (Int.random(in: 0..<16, using: &seed), Int.random(in: 0..<16, using: &seed))
      for (place, field) in Self.fields.enumerated() {
        let isOdd = place == odd.0 || place == odd.1
        text += isOdd ? field.randomElement(using: &seed) ?? "" : field[place == 4 ? 1 : 0]
      }
      for end in ["", "T2\tClaim 0 1\tx\n"] {
        let isUsual = Self.isUsual(
          Array((text + end).utf8), 0..<text.utf8.count, "seed \(number): \(text)")
        if isUsual { usualCount += 1 }
      }
    }
    #expect(usualCount > 0)
  }

  @Test(arguments: 0..<300 as Range<UInt64>) func allKindsSayTheSame(number: UInt64) {
    var seed = Seed(number)
    var usualCount = 0
    for _ in 0..<200 {
      let start = Self.padding(&seed)
      let text = start + Self.line(&seed)
      let bytes = Array((text + Self.padding(&seed)).utf8)
      let range = start.utf8.count..<text.utf8.count
      if Self.isUsual(bytes, range, "seed \(number): \(text)") { usualCount += 1 }
    }
    // Were no line usual, nothing would be compared.
    #expect(usualCount > 20)
  }

  /// A file of which one line is not UTF-8 is read line by line at length.
  @Test(arguments: 0..<50 as Range<UInt64>) func filesHoldTheSame(number: UInt64) throws {
    var seed = Seed(number)
    let file = try CleanFile(&seed)
    let article = try Article(bytes: Array(file.text.utf8))
    let bytes = Array((file.lines.joined(separator: "\n") + "\n").utf8)
    let short = AnnotationSet(parsing: bytes, of: article).store
    let long = AnnotationSet(parsing: bytes + [0xFF], of: article).store
    for row in 0..<UInt32(short.rowCount) {
      #expect(short.kind(of: row) == long.kind(of: row))
      #expect(short.idIndex(of: row) == long.idIndex(of: row))
      #expect(short.label(of: row) == long.label(of: row))
      #expect(short.pieces(of: row) == long.pieces(of: row))
      #expect(short.linkRange(of: row) == long.linkRange(of: row))
      for (link, other) in zip(short.links(of: row), long.links(of: row)) {
        #expect((link.target, link.owner, link.next) == (other.target, other.owner, other.next))
        #expect(short.role(of: link) == long.role(of: other))
      }
    }
    #expect(Array(short.text) == Array(long.text))
  }

  /// Whether the line is of a usual shape; then it says what the grammar says.
  private static func isUsual(_ bytes: [UInt8], _ range: Range<Int>, _ comment: Comment) -> Bool {
    // Only up to its line feed is it one line, and the reader looks whether that ends it alone.
    let feed = bytes[range.lowerBound...].firstIndex(of: .lineFeed) ?? bytes.count
    guard range.lowerBound < feed, let usual = UsualLine(bytes.span, from: range.lowerBound) else {
      return false
    }
    #expect(usual.rest <= feed, comment)
    guard feed < bytes.count, bytes[feed - 1] != .carriageReturn else { return false }
    var line = StandoffLine()
    line.read(bytes.span, range.lowerBound..<feed + 1, isUTF8: true)
    #expect(line.kind == usual.kind && !line.endsInCarriageReturn, comment)
    #expect(PackedID(bytes.span, line.id) == usual.id, comment)
    #expect(line.name == usual.name, comment)
    let targets = line.mentions.map { PackedID(bytes.span, $0.target) }
    let roles = line.mentions.map(\.role)
    switch usual.kind {
    case .attribute, .note: #expect(targets == [usual.targets.0] && roles == [0..<0], comment)
    case .relation:
      #expect(targets == [usual.targets.0, usual.targets.1], comment)
      #expect(roles.map { Array(bytes[$0]) } == UsualLine.roles, comment)
    default: #expect(line.piece == usual.piece && line.pieces.isEmpty, comment)
    }
    return true
  }

  private static func padding(_ seed: inout Seed) -> String {
    ["", "\n", "T1\tA 0 1\tb\n", "x y\tz 1 2\n"].randomElement(using: &seed) ?? ""
  }

  /// A line that is usual or nearly so.
  private static func line(_ seed: inout Seed) -> String {
    func pick(_ usual: [String], _ odd: [String]) -> String {
      let isOdd = Int.random(in: 0..<12, using: &seed) == 0
      return (isOdd ? odd : usual).randomElement(using: &seed) ?? ""
    }
    func number() -> String {
      pick(["1", "23", "456", "1234567"], ["", "0", "07", "12345678", "123456789", "1_0", "٥"])
    }
    // Ids that are made from what a line says have ten digits.
    func long() -> String {
      pick(
        ["12345678", "1073741824", "12345678901234"],
        ["123456789012345", "0123456789", "12345678x"])
    }
    func id() -> String {
      pick(["T", "T", "E"], ["", "TT", "#", "é", "*"])
        + (Bool.random(using: &seed) ? number() : long())
    }
    func blank() -> String { pick([" "], ["", "  ", "\t", "\u{B}", " \t"]) }
    let family = pick(["T", "A", "R", "#"], ["E", "M", "N", "TA", "t", "*", "##"])
    let name = pick(["Claim", "a-long-name-of-a-label", "é"], ["", "x\ty", "a:b", " "])
    let tab = pick(["\t"], [" ", "", "\t\t"])
    let rest: String
    switch family {
    case "A": rest = blank() + id() + pick(["", " high", " two words"], ["\t", "\tx", " ", ":"])
    case "#":
      rest = blank() + id() + pick(["\tsome text", "\t", ""], [" x", " ", "\u{B}", "\t\t", ":"])
    case "R":
      let colon = pick([":"], ["", "::", " :", ": "])
      rest =
        blank() + pick(["Arg1"], ["Arg2", "From", ""]) + colon + id() + blank()
        + pick(["Arg2"], ["Arg1", "Into"]) + ":" + id() + pick(["", "\t"], [" ", " x:T1", ":"])
    default:
      rest =
        blank() + number() + blank() + number() + pick(["\t"], ["", ";3 4\t", " "])
        + pick(["words", "two words"], ["", "\t", "x\r"])
    }
    let own = Bool.random(using: &seed) ? number() : long()
    return family + own + tab + name + rest + pick(["\n"], ["", "\r\n", "\r", " \n"])
  }
}
