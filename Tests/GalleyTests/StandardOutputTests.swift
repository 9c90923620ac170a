import Foundation
import TestSupport
import Testing

/// Standard output that cannot be written to.
@Suite struct StandardOutputTests {
  private let desk: Desk

  init() throws {
    desk = try Desk(MarkedText("Ida Moss said the pier closes.\n"))
    for annotator in ["ana", "ben"] {
      try desk.folder.write("T1\tSpeaker 0 8\tIda Mos\n", to: "pier.\(annotator).ann")
    }
    try desk.folder.write("T1\tSpeaker 0 8\tIda Moss\n", to: "pier.ann")
    try desk.folder.write("T1\tSpeaker 0 8\tIda Moss\n", to: "pier.cleo.ann")
    try desk.folder.write("T1\tTopic 18 22\tpier\n", to: "pier.dan.ann")
  }

  private func run(_ job: String, into output: String) throws -> ProcessRun {
    try ProcessRun(shell: "'\(builtProduct("galley"))' \(job) \(output)", in: desk.folder)
  }

  /// As `ls` does: what was not written is told, once, and the status tells it too.
  @Test(arguments: [
    "stats .", "stats . --format json", "validate .", "validate . --format sarif", "show pier.txt",
    "agree pier.cleo.ann pier.dan.ann --format json", "diff pier.cleo.ann pier.dan.ann",
    "pier.txt -c show", "pier.txt -c list --format json", "schema .", "--help",
  ]) func aFullDiskIsTold(_ job: String) throws {
    let run = try run(job, into: "> /dev/full")
    #expect(run.status == 2, "\(run)")
    #expect(run.errors.components(separatedBy: "write error").count == 2, "\(run)")
    #expect(run.errors.contains("[write-failed]"))
  }

  /// A script is all or nothing.
  @Test func aScriptWhoseDataIsLostChangesNothing() throws {
    let before = desk.folder.text("pier.ann")
    let run = try run("pier.txt -c 'topic \"pier\"' -c list", into: "> /dev/full")
    #expect(run.status == 2, "\(run)")
    #expect(desk.folder.text("pier.ann") == before)
  }

  @Test func aReaderThatWentAwayIsNoFault() throws {
    let run = try run("stats .", into: "| true")
    #expect(run == ProcessRun(status: 0, output: "", errors: ""))
    let ignored = try ProcessRun(
      shell: "trap '' PIPE; '\(builtProduct("galley"))' schema . | true", in: desk.folder)
    #expect(ignored.errors.isEmpty, "\(ignored)")
  }
}
