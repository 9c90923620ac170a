import Foundation
import Standoff
import TestSupport
import Testing

/// `galley validate` on folders, as a continuous check runs it.
@Suite struct ValidateJobTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func validate(_ arguments: String...) throws -> ProcessRun {
    try ProcessRun("galley", ["validate"] + arguments, in: folder.path)
  }

  /// Ways to spoil a file that are each one finding.
  private static let faults: [(name: String, spoil: @Sendable (String) -> String)] = [
    ("carriage-return", { $0.replacing("\n", with: "\r\n") }),
    ("byte-order-mark", { "\u{FEFF}" + $0 }),
    ("wrong-unit", { recounted($0) }),
    ("unknown-id", { $0.replacing("Arg2:T1", with: "Arg2:T77") }),
    ("forbidden-overlap", { $0 + "T9\tSpeaker 0 7\t👩‍👩‍👧 \(firstLetter($0))\n" }),
    ("unknown-label", { $0.replacing("Topic", with: "Topik", maxReplacements: 1) }),
    ("out-of-range", { $0 + "T9\tTopic 4000 4007\tnowhere\n" }),
    ("duplicate-id", { $0 + "T1\tTopic 0 1\tx\n" }),
    ("unknown-value", { $0.replacing(/(favor|against)\n/, with: "neutral\n") }),
    ("syntax", { $0 + "T9 Topic 1 2 x\n" }),
  ]

  /// That of the speaker, whom T1 marks.
  private static func firstLetter(_ lines: String) -> String {
    let words = lines.split(separator: "\n").first?.split(separator: "\t").last
    return words?.first.map(String.init) ?? ""
  }

  /// The offsets counted in UTF-16 units, of which the family at the start has three more.
  private static func recounted(_ lines: String) -> String {
    lines.split(separator: "\n").map { line in
      guard line.hasPrefix("T") else { return String(line) }
      let parts = line.split(separator: "\t")
      let fields = parts[1].split(separator: " ")
      let places = fields.dropFirst().compactMap { Int($0) }.map { String($0 + 3) }
      return [parts[0], Substring(([String(fields[0])] + places).joined(separator: " ")), parts[2]]
        .joined(separator: "\t")
    }.joined(separator: "\n") + "\n"
  }

  @Test func fiveHundredCleanArticlesAreSilent() throws {
    try CleanCorpus(500, Seed(4)).write(to: folder)
    #expect(try validate(".") == ProcessRun(status: 0, output: "", errors: ""))
  }

  @Test func aFaultInEachOfTenFilesIsTenFindings() throws {
    var seed = Seed(10)
    let places = Array(0..<500).shuffled(using: &seed).prefix(Self.faults.count).sorted()
    try CleanCorpus(500, seed).write(to: folder) { number, lines in
      places.firstIndex(of: number).map { Self.faults[$0].spoil(lines) } ?? lines
    }
    let run = try validate(".", "--format", "json")
    #expect(run.status == 1)
    #expect(run.errors == "")
    let found = run.output.split(separator: "\n").compactMap { JSONValue(parsing: $0) }.map {
      "\($0["file"]?.string ?? "") \($0["name"]?.string ?? "")"
    }
    #expect(
      found
        == zip(places, Self.faults).map { "\(CleanCorpus.stem($0)).ann \($1.name)" })
  }

  @Test func whatFailsIsChosen() throws {
    try CleanCorpus(1, Seed(1)).write(to: folder) { $1.replacing("\n", with: "\r\n") }
    #expect(try validate(".").status == 1)
    #expect(try validate(".", "--fail-on", "warning").status == 1)
    let run = try validate(".", "--fail-on", "error")
    #expect(run.status == 0)
    #expect(run.output.contains("warning: ") && run.output.contains("[carriage-return]"))
    #expect(try validate(".", "--fail-on", "hunger").status == 64)
  }

  /// brat writes the line otherwise, which is worth knowing and no fault.
  @Test func notesAreToldAndDoNotCount() throws {
    try folder.write("One\n", to: "a.txt")
    try folder.write("T1\tTopic 0 3\tOne\nN1\tReference T1 local:one\tone\n", to: "a.ann")
    let run = try validate("a.ann", "--brat")
    #expect(run.status == 0)
    #expect(run.output.contains("note: "))
  }

  @Test func aBaselineHoldsBackWhatIsKnownWhereverItStands() throws {
    let corpus = CleanCorpus(2, Seed(2))
    try corpus.write(to: folder) { $1.replacing("stance", with: "stanze") }
    try folder.write(try validate(".", "--format", "json").output, to: "known")
    let known = try validate(".", "--baseline", "known")
    #expect(
      known
        == ProcessRun(status: 0, output: "", errors: "2 findings held back, known from known\n"))
    let elsewhere = try validate(folder.path, "--baseline", "known")
    #expect(elsewhere.status == 1 && elsewhere.errors.contains("known names none of these files"))
    let stem = CleanCorpus.stem(1) + ".ann"
    try folder.write("T1 broken\n" + (folder.text(stem) ?? ""), to: stem)
    let run = try validate(".", "--baseline", "known", "--format", "json")
    #expect(run.status == 1)
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.output.contains("\"file\":\"\(stem)\",\"line\":1,"))
    #expect(run.errors == "2 findings held back, known from known\n")
    let refused = try validate(".", "--baseline", stem)
    #expect(refused.status == 2 && refused.output.contains("\(stem):1: error: "))
  }

  @Test func sarifIsOneDocument() throws {
    try CleanCorpus(3, Seed(3)).write(to: folder) { number, lines in
      number == 1 ? lines : lines.replacing("stance", with: "stanze")
    }
    try folder.write("", to: "lost.ann")
    let run = try validate(".", "--format", "sarif")
    #expect(run.status == 2)
    let document = try #require(JSONValue(parsing: run.output))
    let log = try #require(document["runs"]?.array?.first)
    #expect(
      log["results"]?.array?.map { $0["ruleId"]?.string }
        == ["unknown-attribute", "unknown-attribute"])
    #expect(log["invocations"]?.array?.first?["executionSuccessful"] == .bool(false))
    #expect(run.output.contains("missing-article"))
    folder.remove("lost.ann")
    folder.remove(CleanCorpus.stem(0) + ".ann")
    folder.remove(CleanCorpus.stem(2) + ".ann")
    let clean = try validate(".", "--format", "sarif")
    #expect(clean.status == 0)
    #expect(JSONValue(parsing: clean.output)?["runs"]?.array?.first?["results"]?.array == [])
  }

  @Test func whatHasOneRightAnswerIsPutRight() throws {
    let corpus = CleanCorpus(3, Seed(7))
    try corpus.write(to: folder)
    let sound = folder.listing()
    try corpus.write(to: folder) { number, lines in
      switch number {
      case 0: Self.recounted(lines).replacing("\n", with: "\r\n")
      case 1: lines.replacing("stance", with: "stanze")
      default: lines
      }
    }
    let found = try validate(".")
    #expect(found.errors.hasSuffix("can be mended with `--fix`\n"), "\(found)")
    #expect(try validate(".", "--format", "json").errors.isEmpty)
    let before = folder.listing()
    let pretended = try validate(".", "--fix", "--dry-run")
    #expect(folder.listing() == before)
    let run = try validate(".", "--fix")
    #expect(run.status == 1)
    #expect(run.output.contains("[unknown-attribute]") && !run.output.contains("[wrong-unit]"))
    #expect(
      run.errors
        == "\(CleanCorpus.stem(0)).ann: fixed: CR LF at the end of 6 lines; the offsets of 4 lines, which counted UTF-16 units\n"
    )
    #expect(pretended.output == run.output && pretended.status == run.status)
    #expect(pretended.errors == run.errors.replacing("fixed", with: "would fix"))
    try corpus.write(to: folder) { $0 == 0 ? folder.text(CleanCorpus.stem(0) + ".ann") ?? "" : $1 }
    #expect(folder.listing() == sound)
    #expect(try validate("--dry-run", ".").status == 64)
  }

  /// The shell that is at work on the file would write over what is put right.
  @Test func aFileThatAShellHasIsLeftAlone() throws {
    try CleanCorpus(1, Seed(7)).write(to: folder) { $1.replacing("\n", with: "\r\n") }
    let standoff = folder(CleanCorpus.stem(0) + ".ann")
    let before = folder.text(CleanCorpus.stem(0) + ".ann")
    let lock = try Lock(
      JournalPaths(of: standoff, on: SystemDisk()), pid: 7, on: SystemDisk())
    let run = try validate(".", "--fix")
    #expect(run.status == 2)
    #expect(run.output.contains("[locked]") && run.output.contains("[carriage-return]"))
    #expect(folder.text(CleanCorpus.stem(0) + ".ann") == before)
    lock.release()
    #expect(try validate(".", "--fix").status == 0)
    #expect(folder.text(CleanCorpus.stem(0) + ".ann")?.contains("\r") == false)
  }

  @Test func whatCannotBeReadIsSaidOnceAndTheRestIsChecked() throws {
    try CleanCorpus(3, Seed(8)).write(to: folder) { $1.replacing("stance", with: "stanze") }
    try folder.write("schema: none\nlables: [One]\n", to: "11/galley.yaml")
    for number in 0..<3 {
      try folder.write("One", to: "11/\(number).txt")
      try folder.write("", to: "11/\(number).ann")
    }
    let run = try validate(".", "nowhere")
    #expect(run.status == 2)
    #expect(run.output.components(separatedBy: "[unknown-attribute]").count == 4)
    #expect(run.output.components(separatedBy: "lables").count > 1)
    #expect(run.output.components(separatedBy: "11/galley.yaml:").count == 2)
    #expect(run.output.hasSuffix("there is no file or folder nowhere [no-such-file]\n"))
  }

  /// The findings of a large file are the faults that were planted in it and no others: what it has
  /// besides is in the baseline of the file without them.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: generator.path)))
  func plantedErrorsAreFoundEachAtItsLine() throws {
    func generate(_ name: String, errors: Int) throws {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [
        "python3", Self.generator.path, "huge", "--out", folder(name), "--text-bytes", "200000",
        "--spans", "4000", "--errors", "\(errors)",
      ]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
    }
    try generate("huge", errors: 0)
    try folder.write(try validate("huge", "--format", "json").output, to: "known")
    try generate("huge", errors: 50)
    let planted = (folder.text("huge/errors.tsv") ?? "").split(separator: "\n")
      .compactMap { Int($0.split(separator: "\t")[1]) }
    #expect(planted.count == 50)
    let run = try validate("huge", "--format", "json", "--baseline", "known")
    let found = run.output.split(separator: "\n").compactMap {
      JSONValue(parsing: $0)?["line"]?.integer
    }
    #expect(found == planted.sorted())
    #expect(run.status == 1)
  }

  static let generator = Repository.root.appending(path: "../shared/bench/generate.py")

  /// Thousands of files that are the same one, so that it is still at work after half a second.
  @Test func controlCEndsItAndTakesAwayWhatItShowed() throws {
    let line = "T1\tTopic 0 1\tx\n"
    try folder.write("x\n", to: "a.txt")
    try folder.write(String(repeating: line, count: 4000), to: "a.ann")
    for number in 0..<3000 {
      try folder.link("\(number).txt", to: "a.txt")
      try folder.link("\(number).ann", to: "a.ann")
    }
    let terminal = try PseudoTerminal(
      spawning: "/bin/sh",
      arguments: [
        "-c", "cd '\(folder.path)' && exec '\(builtProduct("galley"))' validate . > /dev/null",
      ], environment: ["TERM": "xterm", "SWIFT_BACKTRACE": "enable=no"],
      size: .init(columns: 80, rows: 24))
    try terminal.expect("validate: ")
    terminal.kill(SIGINT)
    #expect(try terminal.wait() == .killed(signal: SIGINT))
  }
}
