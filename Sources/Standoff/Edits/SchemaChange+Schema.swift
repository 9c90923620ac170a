extension SchemaChange {
  /// What a schema still says otherwise than files in which the names were changed; `nil` where it
  /// has followed.
  package func note(on schema: Schema) -> Diagnostic? {
    let known = schema.labels.flatMap { names(in: $0) }
    func has(_ name: String) -> Bool { known.contains { $0.utf8.elementsEqual(name.utf8) } }
    let kind = kind.rawValue
    if let new {
      return has(new)
        ? nil
        : Diagnostic(
          .schemaBehind, severity: .note,
          "the schema \(schema.name) has no \(kind) “\(new)” yet; change it there too")
    }
    return names.first { has($0) }.map { old in
      Diagnostic(
        .schemaBehind, severity: .note,
        "the schema \(schema.name) has the \(kind) “\(old)” still; take it out there too")
    }
  }

  /// The names of the kind that a label brings in.
  private func names(in label: Label) -> [String] {
    switch kind {
    case .label: [label.name]
    case .attribute: (label.attributes + label.relations.flatMap(\.attributes)).map(\.name)
    case .relation: label.relations.map(\.name)
    }
  }
}

extension DiagnosticName {
  /// Names were changed in files, and the schema does not have the change yet.
  public static let schemaBehind = DiagnosticName("schema-behind")
}
