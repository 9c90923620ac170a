import TestSupport
import Testing

@testable import Standoff

/// Lines of the usual shape are read in a shorter way, and say what they say when read at length.
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

  @Test(arguments: 0..<300 as Range<UInt64>) func bothWaysSayTheSame(number: UInt64) {
    var seed = Seed(number)
    for _ in 0..<40 {
      // Usual but for one or two fields.
      var text = ""
      let odd = (Int.random(in: 0..<16, using: &seed), Int.random(in: 0..<16, using: &seed))
      for (place, field) in Self.fields.enumerated() {
        let isOdd = place == odd.0 || place == odd.1
        text += isOdd ? field.randomElement(using: &seed) ?? "" : field[place == 4 ? 1 : 0]
      }
      Self.expectSame(Array(text.utf8), "seed \(number): \(text)")
      Self.expectSame(Array((text + "T2\tClaim 0 1\tx\n").utf8), "seed \(number): \(text)")
    }
  }

  private static func expectSame(_ bytes: [UInt8], _ comment: Comment) {
    let end = bytes.firstIndex(of: .lineFeed).map { $0 + 1 } ?? bytes.count
    var (short, long) = (StandoffLine(), StandoffLine())
    short.read(bytes.span, 0..<end, isUTF8: true)
    long.read(bytes.span, 0..<end, isUTF8: false)
    #expect(short.kind == long.kind && short.problem == long.problem, comment)
    #expect(short.id == long.id && short.name == long.name, comment)
    #expect(short.pieces == long.pieces, comment)
    if short.kind == .textBound { #expect(short.piece == long.piece, comment) }
    #expect(short.endsInCarriageReturn == long.endsInCarriageReturn, comment)
  }
}
