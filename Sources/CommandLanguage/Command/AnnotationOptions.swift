package import Standoff

/// What follows the span when an annotation is made: `stance=favor by=s1 ref=local:xing as xing`.
package struct AnnotationOptions: Sendable {
  /// An attribute with the value as the schema spells it; `nil` takes a binary attribute away.
  package struct Attribute: Sendable {
    package var rule: AttributeRule
    package var value: AttributeValue
  }

  /// A relation that starts at the annotation, with its other ends as they were typed.
  package struct Relation: Sendable {
    package var rule: RelationRule
    package var targets: [ReferenceExpression]
  }

  package var attributes: [Attribute] = []
  package var relations: [Relation] = []
  package var references: [DatabaseKey] = []
  /// The name given with `as`.
  package var name: Word?
  /// Whether hits inside an annotation of the same label are taken too.
  package var takesInside = false

  /// Reads options up to the end of the command, which stand behind a span or by themselves.
  ///
  /// - Throws: `unknown-attribute`, `unknown-value`, `unknown-database` or `bad-reference` with the
  ///   place of the word and the nearest right one.
  package init(
    _ reader: inout LineReader, label: Label, schema: Schema, after span: SpanExpression? = nil
  ) throws(DiagnosticError) {
    while !reader.atEnd {
      if reader.keyword("--inside") {
        takesInside = true
      } else if reader.keyword("as") {
        let word = try reader.annotationName()
        if name != nil {
          throw DiagnosticError(
            .unexpectedArgument, "an annotation has one name, and this is the second",
            at: word.place)
        }
        name = word
      } else if let option = reader.optionName(of: .label(label.name)) {
        try read(option, &reader, label: label, schema: schema)
      } else {
        throw Self.surplus(reader, label: label, schema: schema, after: span)
      }
    }
  }

  /// The error for what is no option; an attribute of the label only lacks its value.
  private static func surplus(
    _ reader: LineReader, label: Label, schema: Schema, after span: SpanExpression?
  ) -> DiagnosticError {
    // Behind a bare word more of them are words of the article.
    if case .reference = span?.form { return span.map(reader.surplus) ?? reader.surplus() }
    let word = reader.upcoming.map { Word(text: $0, place: reader.nextPlace) }
    return word.flatMap { schema.withoutValue($0, on: label) } ?? reader.surplus()
  }

  private mutating func read(
    _ option: Word, _ reader: inout LineReader, label: Label, schema: Schema
  ) throws(DiagnosticError) {
    if option.text.lowercased() == "ref" {
      let value = try reader.value(
        of: option, on: [label], .label(label.name), schema: schema)
      references.append(try schema.reference(value, on: label))
    } else if let rule = schema.attribute(meantBy: option.text, on: label) {
      let value = try reader.value(
        of: Word(text: rule.name, place: option.place), on: [label], .label(label.name),
        schema: schema)
      if attributes.contains(where: { $0.rule.name == rule.name }) { throw option.isGivenAgain }
      attributes.append(
        Attribute(rule: rule, value: try schema.value(value, of: rule, on: label)))
    } else if let rule = schema.relation(option.text, from: label.name) {
      let targets = try reader.referenceList(relation: rule.name, from: .label(label.name))
      try reader.refuseOperator(after: targets.last)
      relations.append(Relation(rule: rule, targets: targets))
    } else {
      throw schema.unknownOption(option, on: label)
    }
  }
}
