import Standoff
import Testing

@Suite struct HandleTableTests {
  private func table(_ annotations: [(AnnotationID, String)]) -> HandleTable {
    var table = HandleTable { ["Speaker": "s", "Claim": "c", "Counter": "co"][$0] ?? "x" }
    for (id, label) in annotations { table.add(id, label: label) }
    return table
  }

  @Test func handlesCountByPrefixInTheOrderOfMaking() {
    let table = table([
      ("T9", "Speaker"), ("T3", "Claim"), ("T1", "Speaker"), ("T5", "Odd"), ("T6", "Strange"),
    ])
    #expect(
      ["T9", "T3", "T1", "T5", "T6", "T7"].map { table.handle(of: $0) }
        == ["s1", "c1", "s2", "x1", "x2", nil])
    #expect(["s2", "c1", "x2"].map { table.id(of: $0) } == ["T1", "T3", "T6"])
  }

  @Test(arguments: [
    "", "s", "1", "s0", "s3", "s01", "S1", "s-1", "s+1", "co1", "s99999999999999999999", "s1 ",
    "s１",
    "s1\u{301}",
  ])
  func whatIsNoHandleIsNone(text: String) {
    #expect(table([("T1", "Speaker"), ("T2", "Speaker")]).id(of: text) == nil)
  }

  @Test(arguments: [
    ("", "s1 s2 c1 co1"), ("s", "s1 s2"), ("c", "c1 co1"), ("co", "co1"), ("s2", "s2"), ("s0", ""),
    ("s3", ""), ("co1", "co1"), ("x", ""), ("2", ""),
  ])
  func handlesAreHandedOverByTheirBeginning(typed: String, handles: String) {
    let table = table([("T1", "Speaker"), ("T2", "Claim"), ("T3", "Counter"), ("T4", "Speaker")])
    var found: [String] = []
    table.forEachHandle(beginning: typed) { letters, number, id in
      found.append(letters + String(number))
      #expect(table.id(ofHandle: letters + String(number)) == id)
    }
    #expect(found.joined(separator: " ") == handles)
  }

  @Test func handlesAreFoundByTheDigitsTheyBeginWith() {
    let table = table((1...120).map { (AnnotationID("T\($0)"), "Speaker") })
    var found: [Int] = []
    table.forEachHandle(beginning: "s11") { _, number, _ in found.append(number) }
    #expect(found == [11] + Array(110...119))
  }

  @Test func anAnnotationKeepsItsHandle() {
    var table = table([("T1", "Speaker")])
    table.add("T1", label: "Claim")
    table.add("T2", label: "Claim")
    #expect(table.handle(of: "T1") == "s1")
    #expect(table.handle(of: "T2") == "c1")
  }

  @Test(arguments: [
    ("xing", true), ("x", true), ("the-mayor_b", true), ("", false), ("Xing", false), ("x1", false),
    ("-x", false), ("_x", false), ("é", false), ("x y", false),
  ])
  func namesAreLowerCaseLetters(name: String, isName: Bool) {
    #expect(HandleTable.isName(name) == isName)
  }

  @Test func aScriptIsServedByWhatItMadeAlone() throws {
    let desk = try Desk()
    let first = try desk.open(.interactive)
    try first.add(SessionTests.mayor, name: "ada")
    #expect(first.handles.serves("s1"))
    #expect(first.handles.serves("ada"))
    try first.close()
    let script = try desk.open(.script)
    #expect(script.handles.id(of: "s1") == "T1")
    #expect(!script.handles.serves("s1"))
    #expect(!script.handles.serves("ada"))
    try script.add(SessionTests.claim, name: "safe")
    #expect(script.handles.serves("c1"))
    #expect(script.handles.serves("safe"))
    #expect(!script.handles.serves("c2"))
    try script.perform(Edit(), as: "name", names: ["ada": "T1"])
    #expect(script.handles.serves("ada"))
    #expect(!script.handles.serves("s1"))
    try script.becomeInteractive()
    #expect(script.handles.serves("s1"))
  }

  @Test func aScriptInsideAScriptIsPartOfIt() {
    var table = table([("T1", "Speaker")])
    table.beginScript()
    table.add("T2", label: "Speaker")
    table.beginScript()
    #expect(table.serves("s2"))
    #expect(!table.serves("s1"))
    table.endScript()
    #expect(!table.serves("s1"))
    table.endScript()
    #expect(table.serves("s1"))
  }
}
