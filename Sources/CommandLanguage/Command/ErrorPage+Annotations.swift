extension ErrorPage {
  /// Annotations, typed or in a file: what `validate` finds, and what is refused when it is typed.
  static let annotations = [
    ErrorPage(
      "bad-reference", "A reference has a key that its database cannot have, or cannot be read.",
      "A reference is a database and a key, as `wikidata:Q42`; a range of handles is `c2-c5`."),
    ErrorPage(
      "blank-edge", "An annotation has blanks at an edge.",
      "The fix has the right offsets and words."),
    ErrorPage("blank-line", "A standoff file has a blank line.", "Take the line out."),
    ErrorPage(
      "byte-order-mark", "A standoff file begins with a byte order mark.",
      "Save the file as UTF-8 without a mark."),
    ErrorPage(
      "carriage-return", "Lines of a standoff file end in CR LF.", "Save the file with LF alone."),
    ErrorPage(
      "cut-character", "An annotation begins or ends inside a character.",
      "`respan` it with the words; accents and emoji belong to their letter whole."),
    ErrorPage(
      "duplicate-annotation", "An annotation has the label and the words of another.",
      "`untag` one of the two; `info` shows what each has."),
    ErrorPage(
      "duplicate-id", "Two lines of a standoff file have the same id; the second is not used.",
      "Give the second line an id of its own, such as the letter with a number that no line has: what names the id means the first. Until then, what would take the first away is refused, for the second would be used in its place."
    ),
    ErrorPage(
      "empty-span", "An annotation marks nothing, or blanks alone.",
      "`respan` it to the words that are meant, or `untag` it."),
    ErrorPage(
      "forbidden-overlap", "Two annotations overlap as the schema does not let their labels.",
      "`respan` or `untag` one of them."),
    ErrorPage(
      "git-markers", "A standoff file, or a schema, has the marks of a conflict that git left.",
      "Of a schema keep what is meant, and take the marks out. A standoff file was merged line by line, for this clone does not know of galley: `galley git setup`, then `git checkout --merge FILE` lets it merge again, by annotations. Else mend the lines by hand, and take the marks out."
    ),
    ErrorPage(
      "line-break-in-span", "An annotation runs over a line end of the article in one piece.",
      "`save` writes it in pieces, as other programs need it."),
    ErrorPage(
      "line-separator", "Words or a note hold a character at which some programs end the line.",
      "Take the character out of the article or the note."),
    ErrorPage(
      "mark-at-edge",
      "An annotation has a quotation mark or comma at an edge that its label is to be without.",
      "The fix has the offsets without it; tagged at the prompt it is trimmed off."),
    ErrorPage(
      "missing-attribute", "An annotation lacks an attribute that the schema requires.",
      "`set` it; `schema LABEL` lists the values."),
    ErrorPage(
      "missing-relation", "An annotation has fewer relations of a name than the schema asks for.",
      "`link` it, as in `link c1 by s1`."),
    ErrorPage(
      "missing-role", "An event lacks an argument that the schema asks for.",
      "Add the argument in the program that the event comes from."),
    ErrorPage(
      "missing-words", "An annotation does not quote the words it marks.",
      "Look whether it stands right; the fix has the line with its words. No job fills them in."),
    ErrorPage(
      "out-of-range", "A place lies outside the article, or a number beyond what there is.",
      "`show` numbers paragraphs and sentences, `find` numbers occurrences."),
    ErrorPage(
      "overlapping-fragments", "Pieces of one annotation overlap.",
      "`respan` it, its pieces joined with `+`."),
    ErrorPage(
      "property-on-trigger",
      "An attribute, reference or note is on the trigger of an event instead of the event.",
      "Name the event's id, `E…`, in the line."),
    ErrorPage(
      "relation-end", "A relation starts at or leads to a label that the schema does not let it.",
      "The note lists the labels it may end at; `schema LABEL` shows the relations of a label."),
    ErrorPage(
      "repeated-attribute", "An annotation has an attribute twice.", "Take one of the lines out."),
    ErrorPage(
      "reversed-range", "An annotation ends before it starts.", "Exchange the two offsets."),
    ErrorPage(
      "self-relation", "A relation leads from an annotation to itself.",
      "`unlink` it; the other end is another annotation."),
    ErrorPage(
      "standoff-too-large", "A standoff file is larger than can be opened.",
      "Part the article and its annotations."),
    ErrorPage(
      "text-mismatch", "An annotation quotes other words than the article has in its place.",
      "The fix has the offsets where the words stand. Where many do not match, the article was changed."
    ),
    ErrorPage(
      "too-many-fillers", "An event has more arguments of a role than the schema allows.",
      "Take arguments out in the program that the event comes from."),
    ErrorPage(
      "too-many-relations", "An annotation has more relations of a name than the schema allows.",
      "`unlink` all but one."),
    ErrorPage(
      "unknown-attribute", "The schema does not have an attribute, or not on the label it is on.",
      "`schema LABEL` lists the attributes of a label; a relation is made with `link`."),
    ErrorPage(
      "unknown-database", "The label of an annotation takes no references to a database.",
      "`schema LABEL` lists the databases; `local:` is for names of your own where it stands there."
    ),
    ErrorPage(
      "unknown-id", "A line names an id that no line has.",
      "Mend the id, or take the line out."),
    ErrorPage(
      "unknown-label", "The schema does not have a label.",
      "`schema` lists the labels; `relabel` changes that of an annotation."),
    ErrorPage(
      "unknown-relation", "The schema does not have a relation.",
      "`schema LABEL` lists the relations of a label, with their short names."),
    ErrorPage(
      "unknown-role",
      "An end of a relation, or an argument of an event, has a name that the schema does not have.",
      "The ends of relations are `Arg1` and `Arg2`; the schema names the arguments of events."),
    ErrorPage(
      "unknown-value",
      "An attribute or a setting is given a value that it does not take, or a query asks for one that neither the schema nor the file has.",
      "The note lists the values."),
    ErrorPage(
      "unresolved-conflict",
      "A merge could not settle something about an annotation, and nobody has since.",
      "`review conflicts` in the shell asks how, and `resolve` settles it in scripts as well; `conflicts` lists what every annotator says."
    ),
    ErrorPage(
      "unusable-label", "A label only groups others and cannot be used itself.",
      "Take one of the labels that it groups; events that came with a file are kept, not made."),
    ErrorPage(
      "unused-trigger", "A span has the label of an event, and no event stands on it.",
      "Take the line out, or add the event's."),
    ErrorPage(
      "wrong-filler",
      "The argument of an event has a label that the schema does not let fill its role.",
      "`relabel` what fills it, or name another annotation."),
    ErrorPage(
      "wrong-target", "A line names a line of a kind that it cannot be on.",
      "Mend the id: attributes, notes and relations stand on annotations."),
    ErrorPage(
      "wrong-trigger", "An event does not stand on a `T` line with its own label.",
      "Give the event's `T` line the label of the event."),
    ErrorPage(
      "wrong-unit", "The offsets of a file count something else than code points.",
      "The fix has the offsets in code points; the program that wrote the file counts bytes or UTF-16."
    ),
  ]
}
