import CEditline

/// A key and the command it runs, in libedit's words.
struct KeyBinding {
  let key: String
  let command: String
  /// Whether it holds in vi's command mode too.
  var inBothModes = true

  @MainActor
  func apply(to handle: OpaquePointer) {
    _ = ce_bind(handle, key, command)
    if inBothModes { _ = ce_bind_alternative(handle, key, command) }
  }

  /// What `.editrc` may change.
  static let preferred =
    [
      KeyBinding(key: "\\ep", command: "editline-older", inBothModes: false),
      KeyBinding(key: "\\en", command: "editline-newer", inBothModes: false),
      KeyBinding(key: "^P", command: "editline-older", inBothModes: false),
      KeyBinding(key: "^N", command: "editline-newer", inBothModes: false),
      KeyBinding(key: "^B", command: "editline-left", inBothModes: false),
      KeyBinding(key: "^F", command: "editline-right", inBothModes: false),
      KeyBinding(key: "^X^E", command: "editline-edit", inBothModes: false),
    ]
    + unknownSequences.map {
      KeyBinding(key: "\\e" + $0, command: "ed-unassigned", inBothModes: false)
    }

  /// What holds whatever `.editrc` says. Choosing vi's or emacs's keys there drops all others.
  static let required = [
    KeyBinding(key: "^C", command: "editline-interrupt"),
    KeyBinding(key: "^D", command: "editline-end-or-delete"),
    KeyBinding(key: "^I", command: "editline-complete"),
    KeyBinding(key: "^R", command: "em-inc-search-prev"),
    KeyBinding(key: "^W", command: "ed-delete-prev-word"),
    KeyBinding(key: "^Z", command: "editline-suspend"),
    KeyBinding(key: "^H", command: "editline-backspace", inBothModes: false),
    KeyBinding(key: "^?", command: "editline-backspace", inBothModes: false),
    KeyBinding(key: NamedKey.up.binding, command: "editline-older"),
    KeyBinding(key: NamedKey.down.binding, command: "editline-newer"),
    KeyBinding(key: NamedKey.left.binding, command: "editline-left"),
    KeyBinding(key: NamedKey.right.binding, command: "editline-right"),
    KeyBinding(key: NamedKey.home.binding, command: "ed-move-to-beg"),
    KeyBinding(key: NamedKey.end.binding, command: "ed-move-to-end"),
    KeyBinding(key: NamedKey.delete.binding, command: "editline-delete"),
    KeyBinding(key: NamedKey.wordLeft.binding, command: "ed-prev-word"),
    KeyBinding(key: NamedKey.wordRight.binding, command: "em-next-word"),
    KeyBinding(key: NamedKey.backTab.binding, command: "ed-unassigned"),
    KeyBinding(key: NamedKey.paste.binding, command: "editline-paste"),
  ]

  /// Keys without a meaning here. Unbound, their sequences would be taken apart, and the rest of
  /// them put into the line. In vi's insert mode a sequence must not be bound (see `NamedKey`).
  private static let unknownSequences =
    ["[2~", "[5~", "[6~", "OP", "OQ", "OR", "OS"]
    + [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].map { "[\($0)~" }
}
