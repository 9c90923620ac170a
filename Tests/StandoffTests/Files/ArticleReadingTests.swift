import Standoff
import Testing

@Suite struct ArticleReadingTests {
  @Test func anArticleThatIsAskedForAgainIsReadOnce() throws {
    let scratch = try Scratch()
    for name in ["a.txt", "b.txt"] { try scratch.write(name, to: name) }
    try scratch.write([0xFF], to: "c.txt")
    let disk = FaultyDisk()
    var reading = ArticleReading(on: disk)
    for name in ["a.txt", "a.txt", "b.txt", "b.txt", "a.txt"] {
      let article = try reading.article(at: scratch(name))
      #expect(article.bytes == Array(name.utf8))
      #expect(article.path == scratch(name))
    }
    for _ in 0..<2 {
      #expect(failure { _ = try reading.article(at: scratch("c.txt")) } == "invalid-utf-8")
    }
    #expect(
      disk.log.filter { $0.hasPrefix("open") } == [
        "open a.txt", "open b.txt", "open a.txt", "open c.txt",
      ])
  }
}
