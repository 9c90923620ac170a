import TestSupport
import Testing

@testable import galley

/// First arguments that are no job and no article.
@Suite struct MistakenArgumentTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write("Words.\n", to: "x.txt")
  }

  @Test func whatIsMeantIsNamed() throws {
    let article = folder("x.txt")
    for (arguments, advice) in [
      (
        ["valdate", article], "there is no job or article valdate; did you mean `galley validate`?"
      ),
      (["Merge"], "there is no job or article Merge; did you mean `galley merge`?"),
      (["list", "y.txt"], "`list` is a command of the shell, as in `galley y.txt -c list`"),
      (
        [article, "list"],
        "commands of the shell stand behind -c, as in `galley \(article) -c list`"
      ), ([article, "merge"], "the job stands first, as in `galley merge \(article)`"),
    ] {
      #expect(MistakenArgument(arguments, jobs: Galley.jobs)?.advice == advice)
    }
  }

  @Test func whatIsRightIsLeft() throws {
    for arguments in [
      ["merge", "valdate"], ["--version"], ["y.txt"], [folder("x.txt"), "y.txt"],
      [folder("x.txt"), "-c", "list"], ["./valdate"], [],
    ] {
      #expect(MistakenArgument(arguments, jobs: Galley.jobs)?.advice == nil, "\(arguments)")
    }
  }
}
