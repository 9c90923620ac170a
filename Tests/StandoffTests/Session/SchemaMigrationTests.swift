import Standoff
import Testing

@Suite struct SchemaMigrationTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.scratch.write("T1\tSpeaker 6 15\tAda Brook\nA1\tkind T1 person\n", to: "bridge.ann")
    try desk.scratch.write(
      "T1\tSpeaker 6 15\tAda Brook\nT2\tkind 6 15\tAda Brook\n", to: "bridge.bea.ann")
    try desk.scratch.write("T1\tTopic 27 37\tThe bridge\n", to: "bridge.cy.ann")
  }

  private func migration(
    _ names: [String], into new: String?, kind: SchemaChange.Kind? = nil, mayMeet: Bool = false,
    on disk: any Disk = SystemDisk()
  ) throws -> SchemaMigration {
    try SchemaMigration(
      of: names, into: new, kind: kind, mayMeet: mayMeet,
      in: Corpus(at: [desk.scratch("")]).files, on: disk)
  }

  @Test func onlyFilesWithTheNameAreRewritten() throws {
    let disk = FaultyDisk()
    let migration = try migration(["Speaker"], into: "Voice")
    #expect(migration.change.kind == .label)
    #expect(
      migration.changes.map { FilePath.name(of: $0.path) } == ["bridge.ann", "bridge.bea.ann"])
    #expect(desk.standoff?.contains("Speaker") == true)
    try migration.carryOut(pid: 1, on: disk)
    #expect(desk.standoff == "T1\tVoice 6 15\tAda Brook\nA1\tkind T1 person\n")
    #expect(
      disk.log.filter { $0.hasPrefix("rename") } == ["rename bridge.ann", "rename bridge.bea.ann"])
  }

  @Test func theNameHasToSayEnough() throws {
    #expect(failure { _ = try migration(["Speeker"], into: "Voice") } == "name-not-used")
    #expect(failure { _ = try migration(["kind"], into: "sort") } == "ambiguous-name")
    #expect(failure { _ = try migration(["Speaker"], into: "Topic") } == "name-in-use")
    #expect(failure { _ = try migration(["Speaker"], into: "a b") } == "schema-bad-name")
    #expect(
      failure { _ = try migration(["kind"], into: "scope", kind: .attribute) } == "schema-bad-name")
    #expect(
      failure { _ = try migration(["Speaker"], into: "Voice", kind: .relation) } == "name-not-used")
    #expect(try migration(["kind"], into: "sort", kind: .attribute).changes.count == 1)
    #expect(try migration(["Speaker", "Topic"], into: "Topic", mayMeet: true).changes.count == 2)
  }

  @Test func theNearestNameIsOffered() throws {
    do {
      _ = try migration(["Speeker"], into: "Voice")
    } catch let error as DiagnosticError {
      #expect(error.diagnostic.fix == "Speaker")
    }
  }

  @Test func oneFileInTheWayKeepsAllAsTheyWere() throws {
    let before = desk.standoff
    let migration = try migration(["Speaker"], into: "Voice")
    let session = try desk.open(.interactive, annotator: "bea")
    #expect(failure { try migration.carryOut(pid: 1) } == "locked")
    #expect(desk.standoff == before)
    try session.close()
    #expect(desk.scratch.names().filter { $0.hasSuffix(".tmp") } == [])
    try migration.carryOut(pid: 1)
    #expect(desk.standoff != before)
  }
}
