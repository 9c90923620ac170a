import Foundation
import TestSupport
import Testing

/// How few keys it takes with Tab, counted at a real terminal.
@Suite struct CompletionKeyTests {
  /// Types keys at an empty prompt and returns what is printed up to `answer`.
  private func type(
    _ keys: String, on file: String, in folder: WorkingFolder, until answer: String
  ) throws -> String {
    let shell = try PseudoTerminal(
      spawning: "/bin/sh",
      arguments: ["-c", "cd '\(folder.path)' && exec '\(builtProduct("galley"))' '\(file)'"],
      environment: ["HOME": folder.path + "/home", "NO_COLOR": "1", "SWIFT_BACKTRACE": "enable=no"])
    try shell.expect("> ")
    try shell.send(keys)
    return try shell.expect(answer)
  }

  /// The sequences of the guide, with the most keys they may take.
  @Test(arguments: [
    ("s \"Mr. L\t\"\r", 11, "s1  speaker  4.2  “Mr. Lund”"),
    ("t \"So\t G\t\"\r", 11, "t1  topic  7.2  “Sound Gazette”"),
    ("c \"The last b\t\" .. \"by\t\"\r", 25, "c1  claim  3.1  “The last boat"),
  ])
  func aNameOfTwoWordsTakesFewKeys(_ keys: String, _ most: Int, _ answer: String) throws {
    let folder = try WorkingFolder()
    try folder.copy("Annotations/ferry/ferry.txt")
    #expect(keys.count <= most)
    _ = try type(keys, on: "ferry.txt", in: folder, until: answer)
  }

  @Test(.enabled(if: SeedArticle.text != nil))
  func xingHaimingTakesAtMostFourteen() throws {
    let folder = try WorkingFolder()
    try folder.write(try #require(SeedArticle.text), to: "envoy.txt")
    let keys = "s \"Xing H\t\"\r"
    #expect(keys.count <= 14)
    _ = try type(keys, on: "envoy.txt", in: folder, until: "speaker  5.1  “Xing Haiming”")
  }

  @Test func candidatesAreListedWithTheirPlaces() throws {
    let folder = try WorkingFolder()
    try folder.copy("Annotations/ferry/ferry.txt")
    let shown = try type("s \"Mr. \t", on: "ferry.txt", in: folder, until: "Mr. Reyes  6.1")
    #expect(shown.contains("Mr. Lund   4.2\r"))
  }

  @Test func nothingToCompleteRingsAndLeavesTheLine() throws {
    let folder = try WorkingFolder()
    try folder.copy("Annotations/ferry/ferry.txt")
    let shown = try type(
      "echo zebra\t\u{1}\u{b}s \"zebra\t", on: "ferry.txt", in: folder, until: "\u{7}")
    #expect(!shown.contains("\u{7}\u{7}"))
    _ = try type(
      "s \"zebra\t\"\r", on: "ferry.txt", in: folder, until: "\"zebra\" is not in the article")
  }

  @Test func onlyArticlesAreOfferedToBeOpened() throws {
    let folder = try WorkingFolder()
    for name in ["ferry.txt", "ferry.ann", "ferry.decisions", "ferry.yaml"] {
      try folder.write("", to: name)
    }
    _ = try type("open f\t\r", on: "ferry.txt", in: folder, until: "article    ferry.txt")
  }

  /// What stands in files of whoever wrote them is never sent as it is.
  @Test func candidatesCannotSteerTheTerminal() throws {
    let folder = try WorkingFolder()
    try folder.write(
      "The \u{1B}[31mred\u{202E} herring \u{7}rang and \u{9B}1m rang.\n", to: "a.txt")
    try folder.write("", to: "x\u{1B}[32m\u{202E}.galley")
    for keys in ["t \"The\t\t\t\"\r", "t \"rang\t", "source x\t", "t \"The\" .. \t\t"] {
      let shown = try type(
        keys + "\u{1}\u{b}echo over\r", on: "a.txt", in: folder, until: "2004lover")
      #expect(
        !shown.contains("\u{1B}[31m") && !shown.contains("\u{1B}[32m"), "\(keys.debugDescription)")
      #expect(!shown.contains("\u{202E}") && !shown.contains("\u{9B}"), "\(keys.debugDescription)")
    }
  }
}
