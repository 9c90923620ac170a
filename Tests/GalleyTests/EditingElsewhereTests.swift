import TestSupport
import Testing

/// The editor that `$EDITOR` names, for a line and for a note.
@Suite struct EditingElsewhereTests {
  /// An editor with a word of options that saves by renaming, as many do, and says what modes the
  /// terminal has.
  private static let editor = """
    stty -a | grep -o '[-]*icanon' > "$(dirname "$0")/modes"
    sed "s/Moss/$1/" "$2" > "$2.new" && mv "$2.new" "$2"

    """

  private func shell(_ environment: [String: String] = [:]) throws -> Screened {
    let desk = try Desk()
    try desk.folder.write(Self.editor, to: "editor")
    return try Screened(
      desk,
      environment: ["EDITOR": "sh '\(desk.folder.path)/editor' Reyes"].merging(environment) { $1 })
  }

  @Test func aLineIsEditedInTheEditorThatIsNamed() throws {
    let shell = try shell()
    try shell.type("speaker \"Tom Moss\"\u{18}\u{5}")
    try shell.expectRow { $0.hasPrefix("pier> speaker \"Tom Reyes\"") }
    #expect(shell.desk.folder.text("modes") == "icanon\n")
    try shell.enter("")
    try shell.expectRow { $0.hasPrefix("s1  speaker  4.1  “Tom Reyes”") }
  }

  @Test func viHasItUnderItsOwnKey() throws {
    let desk = try Desk()
    try desk.folder.write("bind -v\n", to: "editrc")
    let shell = try shell(["EDITRC": desk.folder.path + "/editrc"])
    try shell.type("speaker \"Tom Moss\"\u{1B}v")
    try shell.expectRow { $0.hasPrefix("pier> speaker \"Tom Reyes\"") }
    #expect(shell.desk.folder.text("modes") == "icanon\n")
  }

  @Test func aNoteWithoutWordsIsWrittenThere() throws {
    let shell = try shell(["EDITOR": "printf 'two\\nlines\\n' >"])
    try shell.enter("speaker \"Ida Moss\"")
    try shell.enter("note s1")
    try shell.enter("info s1")
    try shell.expectRow { $0.contains("two") }
  }
}
