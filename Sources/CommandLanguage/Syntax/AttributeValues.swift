import Standoff

/// The values that a query may ask an attribute for: those of the schema, and those that stand in the
/// file whatever the schema says.
struct AttributeValues {
  private let schema: Schema
  private let set: AnnotationSet

  /// The values of a schema and a file.
  init(_ schema: Schema, _ set: AnnotationSet) {
    self.schema = schema
    self.set = set
  }

  /// How a value that was typed may be spelled in the file.
  ///
  /// Looking through the file costs as much as it has attributes; that is done only for a value that
  /// the schema lacks.
  /// - Parameter labels: those of the annotations that are asked about; none are all.
  /// - Throws: `unknown-value` for one that neither has, with the nearest.
  func spellings(
    of typed: String, for name: String, on labels: [String], at place: Place
  ) throws(DiagnosticError) -> [String] {
    let rules = rules(of: name, on: labels)
    let isPresent = Self.present.contains(typed.lowercased())
    let known = rules.compactMap { rule in
      rule.isBinary ? (isPresent ? Attribute.presence : nil) : rule.value(for: typed)
    }
    guard known.isEmpty, !isInFile(typed, of: name, on: labels) else { return known + [typed] }
    throw unknown(typed, of: name, on: labels, rules, at: place)
  }

  /// The words for a binary attribute that is there.
  private static let present = ["yes", "true"]
  /// The words for one that is not.
  private static let absent = ["no", "false"]

  private func rules(of name: String, on labels: [String]) -> [AttributeRule] {
    let own = labels.compactMap { schema.attribute(name, of: $0) }
    return own.isEmpty ? schema.labels.compactMap { schema.attribute(name, of: $0.name) } : own
  }

  private func isInFile(_ value: String, of name: String, on labels: [String]) -> Bool {
    set.annotations.contains { annotation in
      (labels.isEmpty || labels.contains(where: annotation.label.isSpelled))
        && set.said(of: annotation.id, { set.attributes(of: $0) }).contains {
          $0.name.isSpelled(name) && $0.shownValue.isSpelled(value)
        }
    }
  }

  private func unknown(
    _ typed: String, of name: String, on labels: [String], _ rules: [AttributeRule],
    at place: Place
  ) -> DiagnosticError {
    if rules.contains(where: \.isBinary) {
      let isAbsent = Self.absent.contains(typed.lowercased())
      return DiagnosticError(
        .unknownValue,
        isAbsent
          ? "what has no `\(name)` is found with `without \(name)`"
          : "`\(name)` is there or not: `\(typed)` is neither yes nor no",
        at: place, fix: isAbsent ? "without \(name)" : name)
    }
    var values: [String] = []
    for value in rules.flatMap(\.values) where !values.contains(value) { values.append(value) }
    return DiagnosticError(
      .unknownValue,
      "`\(name)`\(labels.count == 1 ? " of \(labels[0])" : "") cannot be `\(typed)`, and is so nowhere in the file",
      at: place,
      notes: values.isEmpty ? [] : ["values: " + values.joined(separator: ", ")],
      fix: nearest(to: typed, among: values).map { "\(name)=\($0.asValue)" })
  }
}
