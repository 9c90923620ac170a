import Standoff
import Testing

@Suite struct FilePathTests {
  @Test(arguments: [
    ("a", ".", "a"), ("b/a", "b", "a"), ("/a", "/", "a"), ("b//a", "b", "a"), ("b/c/", "b/c", ""),
    ("", ".", ""), ("//", "/", ""), ("b/\u{301}a", "b", "\u{301}a"),
  ])
  func aPathHasAFolderAndAName(path: String, folder: String, name: String) {
    #expect(FilePath.folder(of: path) == folder)
    #expect(FilePath.name(of: path).utf8.elementsEqual(name.utf8))
  }

  @Test func aNameInAFolderIsKnownAsOne() {
    for (path, folder) in [("b/a", "b"), ("b/c/a", "b/c"), ("/b/a", "/b"), ("b/", "b")] {
      #expect(FilePath.isPath(path, ofNameIn: folder))
      #expect(FilePath.folder(of: path) == folder)
    }
    for (path, folder) in [
      ("a", "."), ("b/c/a", "b"), ("c/a", "b"), ("b", "b"), ("ba", "b"), ("b//a", "b"), ("a", ""),
      ("/a", ""), ("b/a", "b/"), ("caf\u{E9}/a", "cafe\u{301}"),
    ] {
      #expect(!FilePath.isPath(path, ofNameIn: folder))
    }
  }

  @Test func aNameIsPutInAFolder() {
    #expect(FilePath.path("a", in: ".") == "a")
    #expect(FilePath.path("a", in: "/") == "/a")
    #expect(FilePath.path("a", in: "b") == "b/a")
  }
}
