extension ErrorPage {
  /// What `galley validate --brat` finds: the verdict of brat's own parser.
  static let brat = [
    ErrorPage(
      "brat-crash-attribute-on-trigger",
      "An attribute on the trigger of an event makes brat give up the document.",
      "Put it on the event, whose id is the fix."),
    ErrorPage(
      "brat-crash-digit-id", "An id that begins with a digit makes brat give up the document.",
      "Begin the id with the letter of its kind."),
    ErrorPage(
      "brat-crash-empty-span",
      "A `T` that marks nothing and has no second tab makes brat give up the document.",
      "Put a tab after the offsets, or take the line out."),
    ErrorPage(
      "brat-crash-encoding", "A file that is not UTF-8 makes brat give up the document.",
      "Save the file as UTF-8 in the program it comes from."),
    ErrorPage(
      "brat-crash-event-argument",
      "An argument of an event without a role makes brat give up the document.",
      "Arguments of events are `ROLE:ID`, as `Who:T1`."),
    ErrorPage(
      "brat-crash-modifier",
      "An `M` with other than two fields makes brat give up the document.",
      "Write an `A` line, which may have a value."),
    ErrorPage(
      "brat-crash-no-id", "A line that begins with a tab makes brat give up the document.",
      "Give the line an id, or take it out."),
    ErrorPage(
      "brat-crash-no-trigger", "An event whose trigger is missing makes brat give up the document.",
      "Give the event a `T` line of its label for its trigger."),
    ErrorPage(
      "brat-crash-note-on-trigger",
      "A note on the trigger of an event makes brat give up the document.",
      "Put it on the event, whose id is the fix."),
    ErrorPage(
      "brat-crash-reference-on-trigger",
      "A reference on the trigger of an event makes brat give up the document.",
      "Put it on the event, whose id is the fix."),
    ErrorPage(
      "brat-crash-relation-end",
      "An argument of a relation without a role makes brat give up the document.",
      "The ends of a relation are `Arg1:T1 Arg2:T2`."),
    ErrorPage(
      "brat-crash-wrong-trigger",
      "An event whose trigger is no `T` of its label makes brat give up the document.",
      "Give the event's `T` line the label of the event."),
    ErrorPage(
      "brat-refuses", "brat's parser does not use a line.",
      "The message says why; the line stays in the file, in brat too."),
    ErrorPage(
      "brat-rewrites", "brat writes a line otherwise than it came.",
      "Nothing has to be done; who saves with brat loses what the message shows."),
  ]
}
