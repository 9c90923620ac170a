import Standoff
import Testing

@Suite struct SchemaLookupTests {
  /// Looks up the schema for a folder among files of a made-up disk; says its path and what was
  /// asked for.
  private func lookUp(
    _ folder: String, _ files: [String: String]
  ) -> (found: SchemaLookup.Located, asked: [String]) {
    var asked: [String] = []
    let found = SchemaLookup.schema(forArticlesIn: folder) { path in
      asked.append(path)
      return files[path].map { Array($0.utf8) }
    }
    return (found, asked)
  }

  @Test func withoutAFileTheNewsSchemaHolds() {
    let (found, asked) = lookUp("/a/b", [:])
    #expect(found.schema == .news)
    #expect(found.path == nil)
    #expect(
      asked == [
        "/a/b/galley.yaml", "/a/galley.yaml", "/galley.yaml", "/a/b/annotation.conf",
        "/a/annotation.conf", "/annotation.conf",
      ])
  }

  @Test func theNearestGoesFirstAndOursBeforeBrats() {
    let ours = "schema: near\nlabels: [One]\n"
    #expect(
      lookUp("/a/b", ["/a/galley.yaml": ours, "/galley.yaml": "schema: far\nlabels: [One]\n"])
        .found.schema?.name == "near")
    #expect(
      lookUp("/a/b", ["/galley.yaml": ours, "/a/b/annotation.conf": "[entities]\nPerson\n"])
        .found.path == "/galley.yaml")
  }

  @Test func bratsOtherFilesAreFoundOnTheirOwn() {
    let (found, _) = lookUp(
      "/a/b/",
      [
        "/a/annotation.conf": "[entities]\nPerson\n[relations]\n[events]\n[attributes]\n",
        "/a/b/kb_shortcuts.conf": "P Person\n", "/visual.conf": "[drawing]\nPerson bgColor:red\n",
      ])
    #expect(found.path == "/a/annotation.conf")
    #expect(found.schema?.label(withKey: "p")?.color == .red)
    #expect(found.findings == [])
  }

  @Test func aFaultyFileIsNotPassedOver() {
    let (found, _) = lookUp(
      "/a", ["/a/galley.yaml": "lables: []\n", "/galley.yaml": "labels: [One]"])
    #expect(found.schema == nil)
    #expect(found.path == "/a/galley.yaml")
    #expect(found.findings.first?.place.source == "/a/galley.yaml")
  }

  @Test(arguments: [
    ("", ["galley.yaml"]), (".", ["galley.yaml"]), ("/", ["/galley.yaml"]),
    ("a/./b", ["a/b/galley.yaml", "a/galley.yaml", "galley.yaml"]),
    ("../a", ["../a/galley.yaml", "../galley.yaml"]),
    ("//a//", ["/a/galley.yaml", "/galley.yaml"]),
  ])
  func foldersAreFollowedUpwards(_ folder: String, _ expected: [String]) {
    #expect(lookUp(folder, [:]).asked.filter { $0.hasSuffix("galley.yaml") } == expected)
  }
}
