import Standoff
import Testing

@Suite struct StandoffRewriteTests {
  private let desk: Desk
  private let line = "T1\tSpeaker 6 15\tAda Brook\n"

  init() throws { desk = try Desk() }

  private func rewrite(_ old: String, _ new: String) throws {
    try StandoffRewrite(of: desk.scratch("bridge.ann"), pid: 1).replace(
      Array(old.utf8), with: Array(new.utf8))
  }

  @Test func aFileIsReplacedAndNothingIsLeftBehind() throws {
    try desk.scratch.write(line, to: "bridge.ann")
    try rewrite(line, "")
    #expect(desk.scratch.names() == ["bridge.ann", "bridge.txt"])
    #expect(desk.standoff == "")
  }

  @Test func whatChangedMeanwhileIsLeftAlone() throws {
    try desk.scratch.write(line, to: "bridge.ann")
    #expect(failure { try rewrite("something else", "") } == "changed-on-disk")
    #expect(desk.standoff == line)
  }

  @Test func aShellAtWorkKeepsItsFile() throws {
    let session = try desk.open(.interactive)
    try session.add(String(line.dropLast()))
    try session.save()
    #expect(failure { try rewrite(line, "") } == "locked")
    try session.close()
    try rewrite(line, "")
    #expect(desk.standoff == "")
  }

  @Test func actsThatAreNotSavedKeepTheFile() throws {
    let disk = FaultyDisk()
    do {
      let session = try desk.open(.interactive, on: disk)
      try session.add(String(line.dropLast()))
      try session.save()
      try session.add("T2\tTopic 27 37\tThe bridge")
      disk.die()
    }
    let refusal = #expect(throws: DiagnosticError.self) { try rewrite(line, "") }
    #expect(refusal?.diagnostic.name == .unsavedActs)
    // Not every file is the one that its article opens by itself.
    let (article, file) = (desk.scratch("bridge.txt"), desk.scratch("bridge.ann"))
    #expect(
      refusal?.diagnostic.message.contains("`galley \(article) --into \(file)`") == true,
      "\(refusal?.diagnostic.message ?? "")")
    #expect(desk.standoff == line)
    try desk.open(.interactive).close()
    let saved = try #require(desk.standoff)
    try rewrite(saved, line)
    #expect(desk.standoff == line)
  }
}
