import ArgumentParser

/// What the command line says about the files a job is for.
struct CorpusPaths: ParsableArguments {
  @Argument(
    help: "Standoff files, articles, which stand for their standoff files, and folders of both.",
    completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp("The article, where its name does not tell.", valueName: "article.txt"),
    completion: .file())
  var text: String?
}
