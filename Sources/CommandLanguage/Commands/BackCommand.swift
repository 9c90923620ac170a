/// `back [LABEL]`.
package struct BackCommand: WalkCommand {
  package static let direction = WalkDirection.backward
  package static let manual = Manual(
    "back", .look, "goes back to the paragraphs before, or the annotation of a label before",
    brief: "goes back",
    grammar: ["back [LABEL]"],
    examples: [
      .init("back", "the paragraphs before those last shown"),
      .init("back speaker", "the speaker before, in its paragraph"),
    ],
    related: ["next", "show"])

  package var label: Word?

  package init(to label: Word?) { self.label = label }
}
