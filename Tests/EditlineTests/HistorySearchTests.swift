import Testing

@testable import Editline

@Suite struct HistorySearchTests {
  private func search(_ entries: [String], _ typed: String...) -> HistorySearch {
    var search = HistorySearch(entries: entries)
    for text in typed { search.type(text) }
    return search
  }

  @Test func theNewestEntryIsFoundFirstAndOlderOnesAfterIt() {
    var search = search(["claim 1", "quote", "claim 2"], "c", "l")
    #expect(search.hit?.entry == "claim 2")
    search.goBack()
    #expect(search.hit?.entry == "claim 1")
    search.goBack()
    #expect(search.isFailing)
    #expect(search.hit?.entry == "claim 1")
  }

  @Test func moreLettersKeepAnEntryThatStillFits() {
    var search = search(["xab", "xa", "xab y"], "x")
    search.goBack()
    #expect(search.hit?.entry == "xa")
    search.type("a")
    #expect(search.hit?.entry == "xa")
    #expect(search.hit?.offset == 0)
    search.type("b")
    #expect(search.hit?.entry == "xab")
  }

  @Test func takingBackReturnsToWhereTheSearchWas() {
    var search = search(["one", "two"], "o", "n", "q")
    #expect(search.isFailing)
    var wasThere = search.takeBack()
    #expect(wasThere && search.hit?.entry == "one" && !search.isFailing)
    wasThere = search.takeBack()
    #expect(wasThere && search.hit?.entry == "two" && search.hit?.offset == 2)
    wasThere = search.takeBack()
    #expect(wasThere && search.hit == nil && search.pattern.isEmpty)
    wasThere = search.takeBack()
    #expect(!wasThere)
  }

  @Test func quotesAndDashesAreFoundHoweverTheyAreTyped() {
    #expect(search(["say “hello” — it’s"], "\"hello\" - it's").hit?.offset == 4)
    #expect(search(["say \"hello\""], "“HELLO").hit == nil)
    #expect(search(["say \"Hello\""], "“hello").hit?.offset == 4)
  }

  @Test func anEmptyHistoryFails() {
    var search = search([], "x")
    #expect(search.isFailing && search.hit == nil)
    search.goBack()
    #expect(search.hit == nil)
  }
}
