import Foundation
import Standoff
import Testing

@Suite struct ShellWordTests {
  @Test(arguments: ["ferry.txt", "text/a-b_c.ann", "다리.txt", ":2:pier.ann", "a=b,c@d+e%f"])
  func whatTheShellTakesAsItIsStaysSo(_ word: String) {
    #expect(word.asShellWord == word)
  }

  @Test(arguments: [
    ("", "''"), ("my gold/a.ann", "'my gold/a.ann'"), ("a b'c $x.txt", "'a b'\\''c $x.txt'"),
    ("~/a", "'~/a'"), ("a\u{A0}b", "'a\u{A0}b'"), ("*.ann", "'*.ann'"), ("a;b", "'a;b'"),
  ])
  func whatItWouldTakeApartIsQuoted(_ word: String, _ quoted: String) {
    #expect(word.asShellWord == quoted)
  }

  @Test func theShellReadsBackWhatWasMeant() throws {
    let words = ["a b'c $x.txt", "''", "\\\"`id`&|<>(){}[]!#*?~", "é한 👩‍👩‍👧", "", "a\tb\nc"]
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "printf '%s\\0' " + words.map(\.asShellWord).joined(separator: " "),
    ]
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let read = bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast()
    #expect(read.map { String(decoding: $0, as: UTF8.self) } == words)
  }
}
