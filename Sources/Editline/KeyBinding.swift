import CEditline

/// A key and the command it runs, in libedit's words.
struct KeyBinding {
  let key: String
  let command: String
  let modes: Modes

  /// Where it holds: while text is typed (always, with emacs's keys), or in vi's command mode.
  enum Modes {
    /// While text is typed, in vi's command mode, or in both.
    case typing, viCommand, all
  }

  init(_ key: String, _ command: String, _ modes: Modes = .all) {
    self.key = key
    self.command = command
    self.modes = modes
  }

  @MainActor
  func apply(to handle: OpaquePointer) {
    if modes != .viCommand { _ = ce_bind(handle, key, command) }
    if modes != .typing { _ = ce_bind_alternative(handle, key, command) }
  }

  /// What `.editrc` may change.
  static let preferred = [
    KeyBinding("\\ep", "editline-older", .typing),
    KeyBinding("\\en", "editline-newer", .typing),
    KeyBinding("^P", "editline-older", .typing),
    KeyBinding("^N", "editline-newer", .typing),
    KeyBinding("^B", "editline-left", .typing),
    KeyBinding("^F", "editline-right", .typing),
    KeyBinding("^X^E", "editline-edit", .typing),
  ]

  /// What holds whatever `.editrc` says.
  ///
  /// Choosing vi's or emacs's keys there drops all others.
  static let required = [
    KeyBinding("^C", "editline-interrupt"),
    KeyBinding("^D", "editline-end-or-delete"),
    KeyBinding("^I", "editline-complete"),
    KeyBinding("^R", "editline-search"),
    KeyBinding("^W", "ed-delete-prev-word"),
    KeyBinding("^Z", "editline-suspend"),
    KeyBinding("^H", "editline-backspace", .typing),
    KeyBinding("^?", "editline-backspace", .typing),
    // libedit's own runs an editor without leaving the terminal as that expects it.
    KeyBinding("v", "editline-edit", .viCommand),
    KeyBinding(NamedKey.up.binding, "editline-older"),
    KeyBinding(NamedKey.down.binding, "editline-newer"),
    KeyBinding(NamedKey.left.binding, "editline-left"),
    KeyBinding(NamedKey.right.binding, "editline-right"),
    KeyBinding(NamedKey.home.binding, "ed-move-to-beg"),
    KeyBinding(NamedKey.end.binding, "ed-move-to-end"),
    KeyBinding(NamedKey.delete.binding, "editline-delete"),
    KeyBinding(NamedKey.wordLeft.binding, "ed-prev-word"),
    KeyBinding(NamedKey.wordRight.binding, "em-next-word"),
    KeyBinding(NamedKey.backTab.binding, "ed-unassigned"),
    KeyBinding(NamedKey.unknown.binding, "ed-unassigned"),
    KeyBinding(NamedKey.paste.binding, "editline-paste"),
  ]

  /// Whether the escape sequence `sequence`, given without its escape, runs a command, as only
  /// `.editrc` can have it.
  @MainActor
  static func isBound(sequence: String, in handle: OpaquePointer?) -> Bool {
    guard let handle else { return false }
    let octal = sequence.utf8.map { "\\" + String($0, radix: 8) }
    return ce_is_bound(handle, "\\e" + octal.joined()) == 1
  }
}
