import Glibc
import Standoff

/// The editor of `$VISUAL` or `$EDITOR`, for texts that are too long for a prompt.
struct ExternalEditor {
  /// Opens the editor on `text` and returns what is left there; `nil` where it ended badly.
  ///
  /// The file lies in a folder of its own that nobody else can read, and is removed.
  ///
  /// - Throws: `no-editor` where neither variable names one, `write-failed`.
  func edit(_ text: String) throws(DiagnosticError) -> String? {
    guard let editor = Environment.value("VISUAL") ?? Environment.value("EDITOR") else {
      throw DiagnosticError(
        .noEditor, "neither $VISUAL nor $EDITOR names an editor", fix: "export EDITOR=nano")
    }
    var template = Array(((Environment.value("TMPDIR") ?? "/tmp") + "/galley-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw DiagnosticError(.writeFailed, "no temporary folder can be made for the editor")
    }
    let folder = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = folder + "/note.txt"
    defer {
      unlink(path)
      rmdir(folder)
    }
    try AtomicFile().write(Array(text.utf8), to: path)
    // The variable may hold options, as in `code --wait`, so a shell reads it.
    guard system("\(editor) \"\(path)\"") == 0 else { return nil }
    let bytes = try FileReading().bytes(of: path, as: "note")
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension DiagnosticName {
  /// A text was to be written in an editor, and none is named.
  static let noEditor = DiagnosticName("no-editor")
}
