@testable import Standoff
import Testing
import TestSupport

@Suite struct ArticleTests {
  @Test func countsAndTextOfAnEmptyArticle() throws {
    let article = try Article(bytes: [])
    #expect(article.scalarCount == 0)
    #expect(article.byteOffset(of: 0) == 0)
    #expect(article.byteOffset(of: 1) == nil)
    #expect(article.byteOffset(of: ScalarOffset(-1)) == nil)
    #expect(article.utf16Offset(of: 0) == 0)
    #expect(article.text(in: TextRange(0, 10)) == "")
  }

  @Test func whatIsNotUTF8IsRefusedWithItsPlace() {
    let cases: [(bytes: [UInt8], line: Int, column: Int)] = [
      ([0xFF], 1, 1), ([0x61, 0x0A, 0xC3, 0xA9, 0xE9, 0x20], 2, 2), ([0x61, 0xE2, 0x82], 1, 2),
      ([0xED, 0xA0, 0x80], 1, 1), ([0xC0, 0x80], 1, 1), ([0x61, 0x80], 1, 2),
    ]
    for (bytes, line, column) in cases {
      let error = #expect(throws: DiagnosticError.self) { try Article(bytes: bytes, path: "a.txt") }
      #expect(error?.diagnostic.name == .invalidUTF8)
      #expect(error?.diagnostic.place.line == line, "\(bytes)")
      #expect(error?.diagnostic.place.column == column, "\(bytes)")
      #expect(error?.diagnostic.place.source == "a.txt")
    }
  }

  @Test func theMessageNamesTheByteAndTheWayOut() {
    let bytes = Array("caf".utf8) + [0xE9] + Array(" au lait".utf8)
    let error = #expect(throws: DiagnosticError.self) { try Article(bytes: bytes, path: "a.txt") }
    #expect(
      error?.diagnostic.message
        == "a.txt is not UTF-8: 0xE9 at line 1, column 4 (byte 3) starts no "
        + "character; convert the file, for example with iconv -f ISO-8859-1 -t UTF-8")
  }

  @Test func theLimitOfSizeIsTwoGibibytes() {
    #expect(throws: Never.self) { try Article.check(byteCount: 1 << 31, path: nil) }
    let error = #expect(throws: DiagnosticError.self) {
      try Article.check(byteCount: 1 << 31 + 1, path: "big.txt")
    }
    #expect(error?.diagnostic.name == .articleTooLarge)
  }

  @Test func nulAndByteOrderMarkAreCodePoints() throws {
    let article = try Article(bytes: Array("\u{FEFF}a\u{0}b".utf8))
    #expect(article.scalarCount == 4)
    #expect(article.byteOffset(of: 1) == 3)
    #expect(article.text(in: TextRange(1, 4)) == "a\u{0}b")
  }

  @Test func piecesAreJoinedByOneSpace() throws {
    let article = try Article(bytes: Array("one two three".utf8))
    #expect(article.text(in: [TextRange(0, 3), TextRange(8, 13)]) == "one three")
    #expect(article.text(in: TextRange(-5, 3)) == "one")
    #expect(article.text(in: TextRange(20, Int.max)) == "")
  }

  @Test(arguments: 0..<60) func positionsAgreeWithTheViewsOfString(seed: UInt64) throws {
    var random = Seed(seed)
    let text = RandomText.make(&random, length: Int(seed) * 8)
    let article = try Article(bytes: Array(text.utf8))
    #expect(article.scalarCount == text.unicodeScalars.count)
    var index = text.unicodeScalars.startIndex
    for scalar in 0...article.scalarCount {
      let byte = text.utf8.distance(from: text.startIndex, to: index)
      let unit = text.utf16.distance(from: text.startIndex, to: index)
      #expect(article.byteOffset(of: ScalarOffset(scalar)) == ByteOffset(byte), "seed \(seed)")
      #expect(article.scalarOffset(of: ByteOffset(byte)) == ScalarOffset(scalar), "seed \(seed)")
      #expect(article.utf16Offset(of: ScalarOffset(scalar)) == UTF16Offset(unit), "seed \(seed)")
      #expect(article.scalarOffset(of: UTF16Offset(unit)) == ScalarOffset(scalar), "seed \(seed)")
      guard index < text.unicodeScalars.endIndex else { break }
      // Inside a character every conversion rounds down to its start.
      let value = text.unicodeScalars[index]
      for inner in byte..<(byte + value.utf8.count) {
        #expect(article.scalarOffset(of: ByteOffset(inner)) == ScalarOffset(scalar))
      }
      if value.utf16.count == 2 {
        #expect(article.scalarOffset(of: UTF16Offset(unit + 1)) == ScalarOffset(scalar))
      }
      text.unicodeScalars.formIndex(after: &index)
    }
    #expect(article.scalarOffset(of: UTF16Offset(text.utf16.count + 1)) == nil)
    #expect(article.utf16Offset(of: ScalarOffset(article.scalarCount + 1)) == nil)
  }
}
