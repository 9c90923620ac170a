package import Standoff

extension DiagnosticError {
  /// The error of a file that a command names, at the name: one that says where in the file keeps
  /// that place.
  package func placed(at word: Word) -> DiagnosticError {
    guard diagnostic.place.line == nil else { return self }
    var diagnostic = diagnostic
    diagnostic.place = word.place
    return DiagnosticError(diagnostic)
  }
}

extension Diagnostic {
  /// The diagnostic at the verb that `reader` is about to read, where it has no line of its own and
  /// the command stands in a script; at the prompt nobody needs to be told.
  package func placed(in reader: LineReader) -> Diagnostic {
    guard place.line == nil, reader.source != nil else { return self }
    var diagnostic = self
    diagnostic.place = reader.nextPlace
    return diagnostic
  }
}
