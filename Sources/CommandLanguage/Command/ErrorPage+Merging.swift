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
      "Look whether the files belong together; where the article was corrected, let the annotations follow first: `galley reanchor ARTICLE --from OLD.txt`, or without --from by the quoted words. In a merge of git, `git merge --abort`, do the same on the branch with the older article (`--from-git HEAD` once the corrected one is checked out there), commit, and merge again. `--text` names one article for all."
    ),
    ErrorPage(
      "in-conflict", "A command would change what annotators said in a conflict that is open.",
      "Settle it with `resolve`, which keeps who said what among the decisions; a value of your own is `resolve 1 stance=neutral`. Taking everything away that the conflict is about takes the conflict with it."
    ),
    ErrorPage(
      "nearly-aligned",
      "The search for what goes together was given up before the best alignment was found, or known to be.",
      "The message says how much better the best one can be. What goes together in the merged file may go together otherwise in it. Merge fewer annotators at a time, or shorter articles."
    ),
    ErrorPage(
      "no-repository", "A repository of git was needed, and there is none.",
      "Go into the folder of the repository, or make one with `git init`."),
    ErrorPage(
      "no-such-reading", "A conflict was to be settled for a reading that it does not have.",
      "`conflicts` lists what every annotator says; `none` always serves, `both` but for the values of an attribute; a label or a span makes a reading of your own."
    ),
    ErrorPage(
      "not-shared", "An article was not merged because not all of the folders have it.",
      "Merge the folders that have it, or put the missing file there, an empty one where nothing was to be marked."
    ),
    ErrorPage(
      "open-conflicts",
      "A file that was to be merged or compared has conflicts that somebody has to settle first.",
      "`galley validate` names them, and `review conflicts` in the shell asks about one after the other. `agree` warns and counts every reading as marked. In a merge conflicts between annotators may stay: a merged file stands for the annotators it names."
    ),
    ErrorPage(
      "same-file", "One file was named in two roles that take two.",
      "Name each annotator's file once, and another one for what comes of the merge."),
    ErrorPage(
      "taken-out",
      "A merged file took the place of one that had more than any of the files it was made from.",
      "It was added by hand to an earlier merge, or an annotator has taken it out since. Open the merged file with the article (`galley ARTICLE --into GOLD.ann`) and `undo`; what is to stay goes into an annotator's file, or is added again."
    ),
    ErrorPage(
      "too-few-annotators", "Fewer annotators than a merge, or a policy of one, needs.",
      "Name the files of two annotators at least. `weighted=ds` and `weighted=mace` learn from three annotators and thirty annotations; below that use `majority`, or give the weights. A threshold is a number of annotators that there are."
    ),
    ErrorPage(
      "too-few-clusters", "A policy that learns has too little to learn from.",
      "Merge all articles at once, as folders, or use `majority`, or give the weights."),
    ErrorPage(
      "too-many-annotators", "More annotators than a merge of so many lines takes.",
      "A merged file counts for everybody it names: a hundred million lines of all annotators together are the most. Merge some of them, or the parts of a long article by themselves."
    ),
    ErrorPage(
      "unknown-annotator",
      "A policy names somebody who annotated nothing, or leaves somebody out.",
      "Name each annotator of the merge once; the message lists them."),
    ErrorPage(
      "unknown-conflict", "No conflict that is open has the number.",
      "`conflicts` lists those that are, with their numbers, which stay until they are settled."),
    ErrorPage(
      "unknown-policy", "What was given for a policy is none.",
      "`galley merge --help` lists the policies and what goes with each."),
    ErrorPage(
      "unusable-lines", "Lines of a file that was to be merged cannot be used.",
      "`galley validate` names them; a merge would lose what they were meant to say. Mend them or delete them."
    ),
    ErrorPage(
      "wrong-output",
      "A merged file was to take the place of something that a merge must not write over.",
      "A merge writes a standoff file, whose name ends in .ann: never an article, a schema or a file of decisions, and no annotations that were not made by a merge. Name another file with -o."
    ),
  ]
}
