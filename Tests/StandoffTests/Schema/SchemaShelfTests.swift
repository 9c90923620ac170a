import Standoff
import TestSupport
import Testing

@Suite struct SchemaShelfTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func name(_ path: String, on shelf: SchemaShelf) -> String? {
    shelf.schema(forArticlesIn: folder(path)).schema?.name
  }

  @Test func itFindsWhatTheLookupFinds() throws {
    try folder.write("schema: far\nlabels: [One]\n", to: "galley.yaml")
    try folder.write("schema: near\nlabels: [One]\n", to: "a/b/galley.yaml")
    try folder.write("[entities]\nPerson\n", to: "c/annotation.conf")
    try folder.write("", to: "a/b/c/d/x.txt")
    let shelf = SchemaShelf()
    for path in ["a", "a/b", "a/b/c/d", "c", "a/b/c", "", "a/b"] {
      let looked = SchemaLookup.schema(forArticlesIn: folder(path)) { path in
        FileReading().isFile(path) ? try? FileReading().bytes(of: path, as: "schema") : nil
      }
      let found = shelf.schema(forArticlesIn: folder(path))
      #expect(found.schema == looked.schema)
      #expect(found.path == looked.path)
    }
    #expect(name("a/b/c/d", on: shelf) == "near")
    #expect(name("c", on: shelf) == "far")
  }

  @Test func aFileIsReadOnce() throws {
    try folder.write("schema: first\nlabels: [One]\n", to: "galley.yaml")
    for number in 0..<9 { try folder.write("", to: "\(number)/x.txt") }
    let disk = FaultyDisk()
    let shelf = SchemaShelf(on: disk)
    for number in 0..<9 { #expect(name("\(number)", on: shelf) == "first") }
    #expect(disk.log.filter { $0.hasPrefix("open galley.yaml") }.count == 1)
  }

  @Test(.enabled(if: !SystemDisk().mayWrite(to: "/")))
  func aSchemaThatMayNotBeReadIsNotPassedOver() throws {
    try folder.write("schema: first\nlabels: [One]\n", to: "galley.yaml")
    folder.setMode(0, of: "galley.yaml")
    let found = SchemaShelf().schema(forArticlesIn: folder(""))
    #expect(found.schema == nil)
    #expect(found.findings.map(\.name) == [.noPermission])
  }

  /// It would be the schema of another folder, or the news one, without a word.
  @Test func aLinkThatLeadsNowhereIsNotPassedOver() throws {
    try folder.write("schema: far\nlabels: [One]\n", to: "galley.yaml")
    try folder.write("", to: "a/x.txt")
    try folder.link("a/galley.yaml", to: "nowhere.yaml")
    let found = SchemaShelf().schema(forArticlesIn: folder("a"))
    #expect(found.schema == nil && found.path == folder("a/galley.yaml"))
    #expect(found.findings.map(\.severity) == [.error])
  }
}
