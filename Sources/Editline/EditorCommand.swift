import CEditline

/// A command of ours that keys can be bound to, here and in `.editrc`.
///
/// libedit numbers commands in one byte and never checks: there is room for about 160.
struct EditorCommand: Sendable {
  /// The name by which keys are bound to it.
  let name: String
  /// What libedit's `bind -l` says about it.
  let help: String
  /// C calls it, so it must not capture anything.
  let function: @convention(c) (OpaquePointer?, Int32) -> UInt8

  /// Every command, in the order in which libedit numbers them.
  static let all = [
    EditorCommand(name: "editline-complete", help: "Complete the word") { handle, _ in
      run(handle) { $0.complete($1) }
    },
    EditorCommand(name: "editline-interrupt", help: "Drop the line") { handle, _ in
      run(handle) { $0.interrupt($1) }
    },
    EditorCommand(name: "editline-suspend", help: "Stop the program") { handle, _ in
      run(handle) { $0.suspend($1) }
    },
    EditorCommand(name: "editline-end-or-delete", help: "End the input, or delete") { handle, _ in
      run(handle) { $0.endOrDelete($1) }
    },
    EditorCommand(name: "editline-backspace", help: "Delete the character before") { handle, _ in
      run(handle) { $0.deleteBefore($1) }
    },
    EditorCommand(name: "editline-delete", help: "Delete the character after") { handle, _ in
      run(handle) { $0.deleteAfter($1) }
    },
    EditorCommand(name: "editline-left", help: "Go to the character before") { handle, _ in
      run(handle) { $0.goLeft($1) }
    },
    EditorCommand(name: "editline-right", help: "Go to the character after") { handle, _ in
      run(handle) { $0.goRight($1) }
    },
    EditorCommand(name: "editline-older", help: "Recall an older line") { handle, _ in
      run(handle) { $0.recallOlder($1) }
    },
    EditorCommand(name: "editline-newer", help: "Recall a newer line") { handle, _ in
      run(handle) { $0.recallNewer($1) }
    },
    EditorCommand(name: "editline-search", help: "Search the history") { handle, _ in
      run(handle) { $0.search($1) }
    },
    EditorCommand(name: "editline-paste", help: "Insert a pasted block") { handle, _ in
      run(handle) { $0.paste($1) }
    },
    EditorCommand(name: "editline-edit", help: "Edit the line in another program") { handle, _ in
      run(handle) { $0.editElsewhere($1) }
    },
  ]
}

private func run(
  _ handle: OpaquePointer?, _ body: @MainActor (LineEditor, OpaquePointer) -> CommandEffect
) -> UInt8 {
  guard let handle else { return UInt8(CC_ERROR) }
  nonisolated(unsafe) let editor = handle
  return LineEditor.with(handle, otherwise: .bell) { body($0, editor) }.code
}
