extension Schema {
  /// What the schema asks for that ``annotationConf()`` cannot say, each as a phrase with the names that
  /// it is about, such as `required attributes (Motion.outcome)`.
  ///
  /// What is only for the eye is not told: colors and definitions; nor are keys, which brat keeps in a file
  /// of their own.
  public var lossesInBrat: [String] {
    let relations = labels.flatMap { label in label.relations.map { (label: label.name, rule: $0) }
    }
    let attributes = labels.flatMap { label in
      (label.attributes + label.relations.flatMap(\.attributes)).map {
        (label: label.name, rule: $0)
      }
    }
    let losses: [(what: String, names: [String])] = [
      (
        "counts of relations",
        relations.filter { $0.rule.count != .any }.map { "\($0.label).\($0.rule.name)" }
      ),
      (
        "roles for two or more without an end",
        labels.flatMap { label in
          label.roles.filter { $0.count.minimum > 1 && $0.count.maximum == nil }
            .map { "\(label.name).\($0.name)" }
        }
      ),
      (
        "short names of relations",
        relations.compactMap { relation in
          relation.rule.alias.map { "\($0) for \(relation.rule.name)" }
        }
      ),
      (
        "edges inside quotation marks",
        labels.filter { $0.edges == .insideMarks }.map(\.name)
      ),
      (
        "required attributes",
        attributes.filter(\.rule.isRequired).map { "\($0.label).\($0.rule.name)" }
      ),
      (
        "text as a value",
        attributes.filter { !$0.rule.isBinary && $0.rule.values.isEmpty }.map(\.rule.name)
      ),
      (
        "values with blanks or `,` `|` `<` `>`",
        attributes.flatMap { attribute in
          attribute.rule.values.filter { !BratSchemaWriter.isWritable($0) }
            .map { "\(attribute.rule.name) “\($0)”" }
        }
      ),
      ("labels for whole articles", labels.filter(\.marksArticles).map(\.name)),
      ("the form of references", databases.filter { $0.pattern != nil }.map(\.name)),
    ]
    return losses.filter { !$0.names.isEmpty }.map { "\($0.what) (\(Self.few($0.names)))" }
  }

  /// Some names, each once, of many the first.
  private static func few(_ names: [String]) -> String {
    var seen: Set<String> = []
    let names = names.filter { seen.insert($0).inserted }
    let shown = names.prefix(5).joined(separator: ", ")
    return names.count > 5 ? "\(shown) and \(names.count - 5) more" : shown
  }
}

extension DiagnosticName {
  /// What a schema asks for and another form of it cannot say.
  public static let schemaLeftOut = DiagnosticName("schema-left-out")
}
