/// `next [LABEL]`.
package struct NextCommand: WalkCommand {
  package static let direction = WalkDirection.forward
  package static let manual = Manual(
    "next", .look, "goes on to the next paragraphs, or the next annotation of a label",
    brief: "goes on",
    grammar: ["next [LABEL]"],
    examples: [
      .init("next", "the paragraphs after those last shown"),
      .init("next claim", "the next claim, in its paragraph"),
    ],
    related: ["back", "show"])

  package var label: Word?

  package init(to label: Word?) { self.label = label }
}
