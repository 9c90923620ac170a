extension ErrorPage {
  /// What is typed: commands, spans, references, queries.
  static let typed = [
    ErrorPage(
      "ambiguous", "An expression may mean several places.",
      "Take one of the places listed: `\"words\"[2]` counts them, `\"words\" in 6` looks in paragraph 6 alone, more words around it may do. `[all]` takes every one."
    ),
    ErrorPage(
      "ambiguous-command", "The beginning of several verbs.",
      "Type one letter more; `help` lists the verbs."),
    ErrorPage(
      "ambiguous-reference", "A reference names several annotations where one is needed.",
      "Use the handle of one of them, or more of its id."),
    ErrorPage(
      "article-level", "A place among the words and the whole article do not go together.",
      "What is said of the whole article is tagged with `topic article`; to move it to words, tag these and `untag` it."
    ),
    ErrorPage(
      "assertion", "An `assert` that does not hold.",
      "The script expects other annotations than there are: look at them with `list`, and mend the script or the file."
    ),
    ErrorPage(
      "bad-answer", "An answer to a question that is none of those it offers.",
      "Answer `y` for what is ticked, `n` for nothing, `all`, numbers as `1-4,6`, or `-3` for all that is ticked but that; `?` shows the list again."
    ),
    ErrorPage(
      "bad-name",
      "A name that a person gives is not spelled as names are, or means something already.",
      "Names after `as` are lower-case letters, `-` and `_`, and name one annotation: `as xing`."),
    ErrorPage("bad-number", "Digits were expected.", "Type a whole number, as in `undo 3`."),
    ErrorPage(
      "circular-source", "A script that would run itself.",
      "Take the `source` line out that leads back to the file."),
    ErrorPage(
      "empty", "A span without words.",
      "Point at words: what is left after blanks and marks at the edges are trimmed is nothing."),
    ErrorPage(
      "handle-in-script", "A handle in a script that did not make it.",
      "Handles may name another annotation on another day. Write the id that the fix says, the words (`by=\"Ida Moss\"`), or a name that the script gave with `as`."
    ),
    ErrorPage(
      "interrupted", "Long work was stopped before it was done; nothing of it counts.",
      "Nothing has changed and nothing is lost: type the command again, or narrow it with `in`."),
    ErrorPage(
      "mismatch", "The words at an offset are others than those given.",
      "The article is not the one that the offsets were counted on, or they count bytes: point with the words alone."
    ),
    ErrorPage(
      "missing-argument", "Something the command needs is not there.",
      "`help VERB` shows what it takes, with examples."),
    ErrorPage(
      "no-editor", "A text was to be written in an editor, and none is named.",
      "Set `$EDITOR`, or give the text in quotes: `note c1 \"…\"`."),
    ErrorPage(
      "no-help", "A word that no page of help has.",
      "`help` lists the commands, `schema` the labels; `help spans` and `help queries` explain the rest."
    ),
    ErrorPage(
      "no-such-edition", "A repository has no such revision, or no such article in it.",
      "`git log --oneline -- ARTICLE` lists the revisions that have it; or give the old text itself with `--from OLD.txt`."
    ),
    ErrorPage(
      "no-such-relation", "A relation to be taken away is not there.",
      "`info` shows the relations of an annotation, both ways."),
    ErrorPage(
      "not-found", "Nothing in the article is what an expression asks for.",
      "Copy the words from `show`, or take the nearest passage that the error names. Case counts (`\"words\"i` lifts that), and so do the edges of words (`\"words\"~` lifts that)."
    ),
    ErrorPage(
      "not-in-source", "A command that a file run at the prompt may not hold.",
      "Type it at the prompt, or run the file by itself with `galley -f FILE`."),
    ErrorPage(
      "nothing-open", "A command that needs an article, before one was opened.",
      "`open ARTICLE` opens one."),
    ErrorPage(
      "nothing-to-repeat", "`.` before anything was marked.",
      "Mark something first, as with `speaker \"Ida Moss\"`."),
    ErrorPage(
      "prompt-only", "A command that asks a person, in a script.",
      "Type it at the prompt. A script does the same at once: `speaker \"Moss\"[all]`, `untag where …`."
    ),
    ErrorPage(
      "runaway-pattern", "A regular expression that takes more work than a search may have.",
      "In `(a+)+` each letter more doubles the ways to match: write `a+`, or begin or end the group with something that cannot be part of what repeats in it, as the blank in `(\\w+ )+`. In `.+said` every place of a line is a start: write `^.+said`, or `.{0,80}said`."
    ),
    ErrorPage(
      "several-spans", "Several spans where one is needed.",
      "Choose one, as in `\"words\"[2]`; pieces of one annotation are joined with `+`."),
    ErrorPage(
      "syntax",
      "Something typed cannot be read: a command, a span, an expression, a line of a file.",
      "The caret stands where reading ended. `help spans` and `help queries` show what can stand there; parentheses group."
    ),
    ErrorPage(
      "unexpected-argument", "Something is there that the command does not take.",
      "`help VERB` shows what it takes; words with blanks stand in quotes."),
    ErrorPage(
      "unknown-command", "A first word that is neither a verb nor a label.",
      "`help` lists the verbs, `schema` the labels. Scripts spell verbs out."),
    ErrorPage(
      "unknown-condition",
      "A query asks for something that neither the language nor the schema knows.",
      "`help queries` lists the conditions. They stand side by side without `and`; a span with operators stands in parentheses."
    ),
    ErrorPage(
      "unknown-option", "A setting that there is not.", "`option` lists the settings."),
    ErrorPage(
      "unknown-reference", "A reference to an annotation that is not there.",
      "`list` shows the annotations with their handles; every one of a label is `where claim`."),
  ]
}
