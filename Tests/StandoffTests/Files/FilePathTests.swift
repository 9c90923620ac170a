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

  @Test func aNameIsPutInAFolder() {
    #expect(FilePath.path("a", in: ".") == "a")
    #expect(FilePath.path("a", in: "/") == "/a")
    #expect(FilePath.path("a", in: "b") == "b/a")
  }
}
