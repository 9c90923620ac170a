import Standoff
import Testing
import TestSupport

/// What strangers may write: nothing of it traps, hangs or fills the memory.
@Suite struct YAMLReaderTests {
  private func names(_ text: String) -> [String] {
    let (schema, findings) = Schema.parsing(yaml: Array(text.utf8), source: "galley.yaml")
    #expect((schema == nil) == findings.contains { $0.severity == .error })
    return findings.map(\.name.rawValue)
  }

  @Test func aliasesThatMultiplyAreStopped() {
    var text = "labels: [One]\nis: &a0 [lol, lol]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
      text += "x\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(names(text) == ["schema-too-large"])
  }

  @Test(arguments: ["? *a9\n: x\n", "*a9 : x\n", "[*a9]: x\n", "y: {?*a9: x}\n"])
  func aliasesThatMultiplyInAKeyAreStopped(_ key: String) {
    var text = "x0: &a0 [lol, lol]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
      text += "x\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(names(text + key) == ["schema-too-large"])
  }

  @Test func marksOfGitAreCalledSo() throws {
    let marked = "labels:\n<<<<<<< ours\n  One:\n=======\n  Two:\n>>>>>>> theirs\n"
    let conf = "[entities]\n" + marked.dropFirst(8)
    for (schema, findings) in [
      Schema.parsing(yaml: Array(marked.utf8), source: "galley.yaml"),
      Schema.parsing(annotationConf: Array(conf.utf8), source: "annotation.conf"),
    ] {
      #expect(schema == nil && findings.map(\.name) == [.gitMarkers])
      #expect(findings.first?.place.line == 2)
    }
  }

  @Test func manyAliasesOfOneAnchorAreNoHazard() {
    var text = "labels:\n  First: { is: Who? What?, attributes: &shared { sure: [yes, no] } }\n"
    for number in 0..<500 { text += "  Label\(number): { attributes: *shared }\n" }
    #expect(names(text) == [])
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 900),
    String(repeating: "- ", count: 900),
    String(repeating: "[", count: 900)
      + String(repeating: "]", count: 900), "labels: " + String(repeating: "a", count: 2 << 20),
  ])
  func whatIsTooDeepOrTooLargeIsRefused(_ text: String) {
    #expect(["schema-too-large", "schema-syntax"].contains(names(text).first))
  }

  @Test func aChainOfParentsIsFollowedToItsEnd() {
    var text = "labels:\n  Label0: { attributes: { sure: binary } }\n"
    for number in 1...1500 {
      text += "  Label\(number): { parent: Label\(number - 1), inherit: yes }\n"
    }
    let (schema, findings) = Schema.parsing(yaml: Array(text.utf8), source: "galley.yaml")
    #expect(findings == [])
    #expect(schema?.labels.last?.attributes.map(\.name) == ["sure"])
  }

  @Test func findingsComeToAnEnd() {
    var text = "labels:\n"
    for number in 0..<2000 { text += "  Label\(number): { parent: Lable\(number) }\n" }
    let names = names(text)
    #expect(names.count == 201)
    #expect(names.last == "schema-too-large")
  }

  @Test(arguments: 0..<300)
  func aDamagedSchemaIsReadOrRefused(_ number: Int) {
    var seed = Seed(UInt64(number))
    var bytes = Array(RandomSchema.number(number).yaml().utf8)
    for _ in 0..<Int.random(in: 1...4, using: &seed) {
      let place = Int.random(in: 0..<bytes.count, using: &seed)
      switch Int.random(in: 0..<3, using: &seed) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &seed)
      case 1: bytes.remove(at: place)
      default:
        bytes.insert(
          contentsOf: Array("[{&*!|>'\"%@`:\n\t -".utf8.shuffled(using: &seed).prefix(2)), at: place
        )
      }
    }
    let (schema, findings) = Schema.parsing(yaml: bytes, source: "galley.yaml")
    #expect(
      (schema == nil) == findings.contains { $0.severity == .error }, "seed \(number)")
    #expect(findings.allSatisfy { $0.place.source == "galley.yaml" }, "seed \(number)")
  }
}
