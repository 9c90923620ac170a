package import Standoff

extension LineReader {
  /// Reads one reference, which may name several annotations only to be refused later.
  package mutating func reference() throws(DiagnosticError) -> ReferenceExpression {
    let list = try referenceList()
    guard list.count == 1, let reference = list.first else {
      throw DiagnosticError(
        .unexpectedArgument, "one annotation is meant here", at: list.last?.place ?? nextPlace)
    }
    return reference
  }
}
