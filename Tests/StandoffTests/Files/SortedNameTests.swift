import Testing

@testable import Standoff

/// Names are in the order of their bytes, however many of these they share.
@Suite struct SortedNameTests {
  @Test func namesStandInTheOrderOfTheirBytes() {
    let names = [
      "", "a", "a.ann", "a.txt", "ab", "caf\u{E9}.ann", "cafe\u{301}.ann", "doc00000.ann",
      "doc00000.txt", "doc00001.ann", "sixteen-letters.", "sixteen-letters.a",
      "sixteen-letters.ab", "sixteen-letters.b", "zz", "\u{10FFFF}",
    ]
    for name in names {
      for other in names {
        let isFirst = Array(name.utf8).lexicographicallyPrecedes(Array(other.utf8))
        #expect((SortedName(name) < SortedName(other)) == isFirst, "\(name) \(other)")
        #expect((SortedName(name) == SortedName(other)) == (name.utf8.elementsEqual(other.utf8)))
      }
    }
  }

  @Test func aFolderTellsOfEachRegularFile() {
    let names = ["a.ann", "a.txt", "caf\u{E9}.txt", "doc-of-many-letters.txt", "text"]
    let entries = names.enumerated().map { number, name in
      FolderEntry(name: name, kind: name == "text" ? .folder : .regular, inode: UInt64(number))
    }
    let listing = FolderListing(entries, device: 7)
    for (number, name) in names.enumerated().dropLast() {
      let file = FileIdentity(device: 7, inode: UInt64(number))
      #expect(listing.regularFile(called: name) == file)
    }
    for name in ["text", "cafe\u{301}.txt", "a", "zz", ""] {
      #expect(listing.regularFile(called: name) == nil)
    }
  }

  /// Then each has to be looked at.
  @Test func aFolderWhoseFilesShareAnInodeTellsOfNone() {
    let entries = ["a.ann", "a.txt"].map { FolderEntry(name: $0, kind: .regular, inode: 9) }
    #expect(FolderListing(entries, device: 7).regularFile(called: "a.txt") == nil)
  }

  @Test func anArticleBesideItsStandoffFileIsFoundWithoutASearch() {
    let names = ["a.ann", "a.txt", "b.ann", "b.json", "b.txt", "c.ann", "cd.txt", "d.ann", "d.txt"]
    let entries = names.enumerated().map { number, name in
      FolderEntry(name: name, kind: name == "d.txt" ? .folder : .regular, inode: UInt64(number))
    }
    let listing = FolderListing(entries, device: 7)
    let found = listing.neighbor(ofStandoffAt: 0)
    #expect(found?.name == "a.txt" && found?.identity == FileIdentity(device: 7, inode: 1))
    for place in entries.indices.dropFirst() {
      #expect(listing.neighbor(ofStandoffAt: place) == nil, "\(names[place])")
    }
  }
}
