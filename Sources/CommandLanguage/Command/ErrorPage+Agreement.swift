extension ErrorPage {
  /// Measuring agreement.
  static let agreement = [
    ErrorPage(
      "merge-compared", "A merged file is compared with others as if it were one annotator's.",
      "Leave it out to learn how far the annotators agree. To learn how far each agrees with it, name it as the reference: `--reference NAME`, or `reference=NAME` in the shell."
    ),
    ErrorPage(
      "no-reference", "A measure needs to know which annotator is right, and nobody was named.",
      "Add `--reference NAME`, at the prompt `reference=NAME`, or leave `precision` and `recall` out."
    ),
    ErrorPage(
      "no-such-paragraph",
      "A paragraph that somebody is said to have read, and the article ends before it.",
      "The message says how many paragraphs there are; `show` numbers them. Of several articles name one: `scope=ana=ferry:1-4`."
    ),
    ErrorPage(
      "not-an-annotator-here", "A name is not one of the annotators who are compared.",
      "Take one of the names that the note lists; they come from the names of the files or folders."
    ),
    ErrorPage(
      "not-an-article-here", "A name is not one of the articles that are compared.",
      "Take one of the names that the note lists; they come from the names of the files."),
    ErrorPage(
      "nothing-in-common", "No article that was named has files of two annotators.",
      "Files belong together whose articles are called alike. Name the article with `--text`, or a folder for each annotator."
    ),
    ErrorPage(
      "one-annotator", "Agreement was to be measured, and there is one annotator.",
      "Name the files, or the folders, of two annotators or more."),
  ]
}
