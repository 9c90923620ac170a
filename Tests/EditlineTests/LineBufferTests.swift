import Glibc
import Testing

@testable import Editline

@Suite struct LineBufferTests {
  /// What a pipe with these bytes reads as.
  private func results(_ bytes: [UInt8]) throws -> [ReadResult] {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "script")
    let descriptor = open(folder.file("script"), O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    var buffer = LineBuffer(descriptor: descriptor)
    var results: [ReadResult] = []
    while true {
      let result = buffer.next()
      if result == .endOfInput {
        #expect(buffer.next() == .endOfInput)
        return results
      }
      results.append(result)
      #expect(buffer.lineNumber == results.count)
    }
  }

  @Test func linesArePartedAtLineFeedsAlone() throws {
    #expect(
      try results(Array("one\r\ntwo\n\nfo\u{2028}ur\u{85}\rx".utf8))
        == [.line("one"), .line("two"), .line(""), .line("fo\u{2028}ur\u{85}\rx")])
    #expect(try results([]) == [])
    #expect(try results([0x0A]) == [.line("")])
  }

  @Test func aByteOrderMarkIsSkippedOnTheFirstLineOnly() throws {
    #expect(
      try results(Array("\u{FEFF}one\n\u{FEFF}two".utf8)) == [.line("one"), .line("\u{FEFF}two")])
  }

  @Test func aLineThatIsNotUTF8FailsAloneWithItsPlace() throws {
    let bytes = Array("ok\n“a".utf8) + [0xFF, 0x0A] + Array("ok\n".utf8) + [0xC3]
    #expect(
      try results(bytes) == [
        .line("ok"), .failed(.notUTF8(line: 2, byte: 5)), .line("ok"),
        .failed(.notUTF8(line: 4, byte: 1)),
      ])
    #expect(
      try results([0xEF, 0xBB, 0xBF, 0x61, 0xED, 0xA0, 0x80])
        == [.failed(.notUTF8(line: 1, byte: 5))])
  }

  @Test func linesLongerThanAnyBufferAreWhole() throws {
    let long = String(repeating: "한", count: 200_000)
    #expect(try results(Array("a\n\(long)\nb".utf8)) == [.line("a"), .line(long), .line("b")])
  }

  @Test func aClosedDescriptorIsAnError() {
    var buffer = LineBuffer(descriptor: -1)
    #expect(buffer.next() == .failed(.system(errno: EBADF)))
  }

  @Test @MainActor func aStreamOfAFileAsksNothingAndPrintsNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("one\nyes\n".utf8, to: "script")
    let descriptor = open(folder.file("script"), O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    let source = StreamLineSource(input: descriptor)
    #expect(!source.isInteractive)
    #expect(source.readLine("> ") == .line("one"))
    #expect(source.lineNumber == 1)
    #expect(source.askKey("sure? ") == .line("yes"))
    #expect(source.readLine("> ") == .endOfInput)
  }
}
