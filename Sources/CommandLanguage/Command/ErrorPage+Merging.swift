extension ErrorPage {
  /// Merging and comparing.
  static let merging = [
    ErrorPage(
      "bad-decision", "A file of decisions holds a line that is none.",
      "The message names the file, the line and the column. Mend the line, or take it out and settle that conflict again with `resolve`."
    ),
    ErrorPage(
      "different-articles",
      "Files that were to be compared or merged are on articles that are not the same.",
      "Look whether the files belong together; where the article was corrected, bring its annotations over first. `--text` names one article for all."
    ),
    ErrorPage(
      "no-repository", "A repository of git was needed, and there is none.",
      "Go into the folder of the repository, or make one with `git init`."),
    ErrorPage(
      "no-such-reading", "A conflict was to be settled for a reading that it does not have.",
      "`conflicts` lists what every annotator says; `both` and `none` always serve, a label or a span makes a reading of your own."
    ),
    ErrorPage(
      "not-a-standoff-file",
      "A file that was to be merged holds no annotations but something else.",
      "Look at both sides with `git show :2:FILE` and `git show :3:FILE`, put the right one in place, and `git add` it."
    ),
    ErrorPage(
      "unknown-conflict", "No conflict that is open has the number.",
      "`conflicts` lists those that are, with their numbers, which stay until they are settled."),
  ]
}
