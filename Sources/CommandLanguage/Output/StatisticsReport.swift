package import Standoff

extension Statistics {
  /// The members of the object for programs, from `file` on; labels in the order of the schema.
  package func members(file: String, in schema: Schema) -> [(key: String, value: JSONValue)] {
    [
      ("file", .string(file)), ("annotations", .integer(annotations)),
      (
        "labels",
        .object(schema.order(of: labels.keys).map { ($0, .integer(labels[$0] ?? 0)) })
      ), ("covered", .number((covered * 1000).rounded() / 1000)), ("words", .integer(words)),
    ]
  }

  /// A line for each label, in the order of the schema, and one for all.
  package func lines(in schema: Schema) -> [StyledText] {
    var lines = schema.order(of: labels.keys).map { label in
      var line = StyledText(label.padding(14), .label(label))
      line.append(String(labels[label] ?? 0).leftPadding(6))
      return line
    }
    lines.append(
      StyledText(
        "\(counted(annotations, "annotation")), \(counted(words, "word")), \(percentCovered) % marked",
        .faint))
    return lines
  }

  /// What stands above rows.
  package static let rowHead = "annotations     words  marked  file"

  /// The counts of a file in one line among others.
  package func row(of file: String) -> StyledText {
    let numbers = [
      String(annotations).leftPadding(11), String(words).leftPadding(8),
      "\(percentCovered) %".leftPadding(6),
    ]
    return StyledText(numbers.joined(separator: "  ") + "  " + file)
  }

  /// The share that is marked, in percent.
  private var percentCovered: Int { Int(((covered * 1000).rounded() / 10).rounded()) }
}

extension Schema {
  /// Labels in the order of the schema, then those that it does not have, by name.
  package func order(of labels: some Collection<String>) -> [String] {
    let known = self.labels.map(\.name).filter(labels.contains)
    return known + labels.filter { !known.contains($0) }.sorted()
  }
}
