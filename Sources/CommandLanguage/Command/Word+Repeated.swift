package import Standoff

/// Names of attributes that a command gives twice.
extension Word {
  /// Makes sure that a name before a `=` is the first of its kind; references add up, so `ref` may come
  /// again.
  ///
  /// - Throws: `unexpected-argument`.
  package func refuseAgain(among others: [Word]) throws(DiagnosticError) {
    let name = text.lowercased()
    guard name != "ref", others.contains(where: { $0.text.lowercased() == name }) else { return }
    throw isGivenAgain
  }

  /// The error for an attribute that has its value already.
  var isGivenAgain: DiagnosticError {
    DiagnosticError(
      .unexpectedArgument, "`\(text)` is given twice, and has one value", at: place)
  }
}
