import Standoff
import Testing

@Suite struct NearestLabelColorTests {
  /// The colour a label gets from a `visual.conf` that says this.
  private func color(_ written: String) -> LabelColor? {
    let visual = "[drawing]\nPerson bgColor:\(written)\n"
    let (schema, _) = Schema.parsing(
      annotationConf: Array("[entities]\nPerson\n".utf8),
      visual: BratFile(source: "visual.conf", bytes: Array(visual.utf8)), source: "annotation.conf")
    return schema?.label(exactly: "Person")?.color
  }

  @Test(arguments: [
    ("#ff0000", LabelColor.red), ("#F00", .red), ("#00cc00", .green), ("#0000ff", .blue),
    ("#ffffff", .white), ("#808080", .gray), ("#ffff60", .brightYellow), ("Navy", .blue),
    ("cyan", .cyan), ("#5a5aff", .brightBlue), ("#c0c", .magenta),
  ])
  func theNearestNameIsTaken(_ written: String, _ expected: LabelColor) {
    #expect(color(written) == expected)
  }

  @Test(arguments: [
    "<NONE>", "#12345", "#gggggg", "mauvish", "#", "#+1+1+1", "#１２", "#é12", "rgb(1)",
  ])
  func whatIsNoColourIsNone(_ written: String) { #expect(color(written) == nil) }
}
