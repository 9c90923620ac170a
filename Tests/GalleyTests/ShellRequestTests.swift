import ArgumentParser
import CommandLanguage
import Testing

@testable import galley

/// The plain reading of arguments and the argument parser's, held to the same answers.
@Suite struct ShellRequestTests {
  private static let jobs = ["shell", "validate", "help"]

  @Test(
    arguments: [
      ["ferry.txt"],
      ["ferry.txt", "-c", "status"],
      ["-c", "a", "ferry.txt", "-f", "b.galley", "-c", "d; e"],
      ["-f", "one", "-c", "two", "-f", "three", "-i", "./validate"],
      ["ferry.txt", "--annotator", "ida", "--into", "x.ann", "--schema", "s.yaml"],
      ["ferry.txt", "--annotator=ida_2-b", "--into=x=y.ann", "--schema=s"],
      [
        "--format", "json", "--color", "never", "ferry.txt", "--keep-going", "--dry-run", "--no-rc",
      ],
      ["--format=json", "--color=always", "ferry.txt"],
      ["two words.txt", "-c", ""],
      ["ferry.txt", "-c", "claim \"a\" .. \"b\" by=s1"],
    ])
  func thePlainReadingIsTheParsers(_ arguments: [String]) throws {
    let plain = try #require(ShellRequest(plain: arguments, jobs: Self.jobs))
    let parsed = try #require(try Galley.parseAsRoot(arguments) as? ShellJob)
    #expect(plain == parsed.options.request)
  }

  @Test(
    arguments: [
      [], ["validate", "x.ann"], ["help"], ["shell", "x.txt"], ["--help"], ["--version"],
      ["ferry.txt", "-x"], ["ferry.txt", "--format", "xml"], ["ferry.txt", "--annotator", "a b"],
      ["ferry.txt", "second.txt"], ["ferry.txt", "-c"], ["ferry.txt", "-c", "-f"],
      ["ferry.txt", "--dry-run=yes"], ["-cstatus", "ferry.txt"], ["--", "-ferry.txt"],
      ["--color", "sometimes"], ["ferry.txt", "--schema="],
    ])
  func whatIsNotPlainIsLeftToTheParser(_ arguments: [String]) {
    #expect(ShellRequest(plain: arguments, jobs: Self.jobs) == nil)
  }

  @Test func theOrderAcrossCommandsAndFilesIsKept() throws {
    let request = try #require(
      ShellRequest(plain: ["a.txt", "-f", "1", "-c", "2", "-f", "3"], jobs: Self.jobs))
    #expect(request.instructions == [.file("1"), .command("2"), .file("3")])
  }
}
