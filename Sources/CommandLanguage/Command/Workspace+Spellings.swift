import Standoff

/// Names of the file that are spelled otherwise than what was asked for.
extension Workspace {
  /// The report where references name nothing, with what the file calls so in other letters.
  func noAnnotations(_ references: [ReferenceExpression]) -> Report {
    var report = Report.noAnnotations
    let vocabulary = vocabulary
    var others: [String] = []
    for reference in references {
      guard case .matching(let query) = reference.form else { continue }
      for (kind, name) in query.names {
        let variants = vocabulary.foreignNames(kind).filter {
          $0.lowercased() == name.lowercased() && !$0.isSpelled(name) && !others.contains($0)
        }
        others += variants
      }
    }
    guard !others.isEmpty else { return report }
    let names = others.map { "`\($0)`" }.joined(separator: ", ")
    report.remarks.append(
      StyledText("the file has \(names), which is asked for as it is spelled", .faint))
    return report
  }
}

extension QueryExpression {
  /// The names that it asks for.
  fileprivate var names: [Vocabulary.Name] {
    switch form {
    case .all(let parts), .any(let parts): parts.flatMap(\.names)
    case .not(let part): part.names
    case .label(let name): [(.label, name)]
    case .attribute(let name, _), .without(.attribute(let name)): [(.attribute, name)]
    case .relation(let name, _), .without(.relation(let name)): [(.relation, name)]
    case .reference, .without, .inside, .overlapping, .text, .note: []
    }
  }
}
