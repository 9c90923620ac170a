import Testing

@testable import Editline

@Suite struct EditorCommandTests {
  /// libedit numbers commands in one byte, its own 96 first, and never checks.
  @Test func thereIsRoomForEveryCommand() {
    #expect(EditorCommand.all.count <= 256 - 96)
    #expect(Set(EditorCommand.all.map(\.name)).count == EditorCommand.all.count)
  }
}
