extension ErrorPage {
  /// Merging and comparing.
  static let merging = [
    ErrorPage(
      "different-articles",
      "Files that were to be compared or merged are on articles that are not the same.",
      "Look whether the files belong together; where the article was corrected, bring its annotations over first. `--text` names one article for all."
    )
  ]
}
