import Standoff

/// What a query that asks for an attribute finds, and the values that it may ask for: those of the
/// schema, and those that stand in the file whatever the schema says.
///
/// What is said of a relation is found at the annotation it starts at.
struct AttributeValues {
  private let schema: Schema
  private let set: AnnotationSet
  /// The attributes that the schema gives to labels.
  private let ofLabels: Set<String>
  /// Those that it gives to relations.
  private let ofRelations: Set<String>

  /// The values of a schema and a file.
  init(_ schema: Schema, _ set: AnnotationSet) {
    self.schema = schema
    self.set = set
    ofLabels = Set(schema.labels.flatMap(\.attributes).map(\.name))
    ofRelations = Set(schema.labels.flatMap(\.relations).flatMap(\.attributes).map(\.name))
  }

  /// An attribute that is asked for.
  struct Question {
    /// Its name.
    let name: String
    /// The spellings of the value; `nil` is any.
    var values: [String]?
    /// Whether relations may have it.
    let isOfRelations: Bool
  }

  /// The question for an attribute, which relations may have where the schema gives it to some, or to no
  /// label.
  func question(_ name: String, values: [String]?) -> Question {
    Question(
      name: name, values: values,
      isOfRelations: ofRelations.contains(name) || !ofLabels.contains(name))
  }

  /// Whether an annotation, an event on it or a relation that starts at it has what is asked for.
  func has(_ question: Question, _ id: AnnotationID) -> Bool {
    func isMeant(_ attribute: Attribute) -> Bool {
      attribute.name.isSpelled(question.name)
        && question.values?.contains(where: attribute.shownValue.isSpelled) ?? true
    }
    if set.said(of: id, { set.attributes(of: $0) }).contains(where: isMeant) { return true }
    return question.isOfRelations
      && set.said(of: id) { set.relations(from: $0) }.contains { relation in
        set.attributes(of: relation.id).contains(where: isMeant)
      }
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
    let own = labels.flatMap { rules(of: name, from: $0) }
    return own.isEmpty ? schema.labels.flatMap { rules(of: name, from: $0.name) } : own
  }

  /// What the schema says of an attribute on a label and on the relations that start at it.
  private func rules(of name: String, from label: String) -> [AttributeRule] {
    let relations = schema.label(exactly: label)?.relations ?? []
    return [schema.attribute(name, of: label)].compactMap(\.self)
      + relations.compactMap { schema.attribute(name, ofRelation: $0.name, from: label) }
  }

  private func isInFile(_ value: String, of name: String, on labels: [String]) -> Bool {
    let question = question(name, values: [value])
    return set.annotations.contains { annotation in
      (labels.isEmpty || labels.contains(where: annotation.label.isSpelled))
        && has(question, annotation.id)
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
