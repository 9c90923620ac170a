import Standoff
import Testing

/// Which articles journals were begun on.
@Suite struct JournalledArticlesTests {
  @Test(arguments: [1, 3, 20])
  func aFolderIsAskedForJournalsOnce(count: Int) throws {
    let scratch = try Scratch()
    let disk = FaultyDisk()
    var journals = JournalledArticles(on: disk)
    for number in 0..<count { scratch.makeFolder("\(number)") }
    for file in ["a.ann", "b.ann", "c.ann"] {
      for number in 0..<count {
        #expect(journals.hash(besideStandoff: scratch("\(number)/\(file)"), isListed: true) == nil)
      }
    }
    #expect(disk.log.count { $0 == "status .galley" } == count)
  }
}
