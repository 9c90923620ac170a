extension ErrorPage {
  /// Merging and comparing.
  static let merging = [
    ErrorPage(
      "different-articles",
      "Files that were to be compared or merged are on articles that are not the same.",
      "Look whether the files belong together; where the article was corrected, bring its annotations over first. `--text` names one article for all."
    ),
    ErrorPage(
      "no-repository", "A repository of git was needed, and there is none.",
      "Go into the folder of the repository, or make one with `git init`."),
    ErrorPage(
      "not-a-standoff-file",
      "A file that was to be merged holds no annotations but something else.",
      "Look at both sides with `git show :2:FILE` and `git show :3:FILE`, put the right one in place, and `git add` it."
    ),
  ]
}
